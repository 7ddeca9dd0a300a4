/** The look of a card in Anki: the site's own colors, light and dark. */

const USED = [
  'paper',
  'sheet',
  'wash',
  'rule',
  'edge',
  'ink',
  'ink-3',
  'mark',
  'fail',
  'pass-wash',
  'fail-wash',
  ...['kw', 'str', 'esc', 'num', 'com', 'fn', 'cls', 'dec', 'par', 'pun'].map((name) => `code-${name}`),
];

/**
 * @param tokens the text of styles/tokens.css
 * @throws when a color that the cards need is not in it
 */
export function deckStyle(tokens: string): string {
  const colors = new Map(
    [...tokens.matchAll(/--color-([\w-]+):\s*light-dark\(\s*oklch\(([\d. ]+)\),\s*oklch\(([\d. ]+)\)\s*\)/g)].map(
      ([, name, light, dark]) => [name!, [light!, dark!] as const],
    ),
  );
  const theme = (index: 0 | 1): string =>
    USED.map((name) => {
      const color = colors.get(name);
      if (!color) throw new Error(`there is no token --color-${name}`);
      return `--${name}: ${toHex(color[index])};`;
    }).join(' ');
  return `.card { ${theme(0)} }\n.card.nightMode, .nightMode .card, .card.night_mode { ${theme(1)} }\n${RULES}`;
}

const RULES = `.card { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; text-align: left; }
.side, .source { max-width: 46rem; margin-inline: auto; overflow-wrap: break-word; }
.side p, .side ul, .side ol { margin: 0.7em 0; }
.side .ask { font-size: 1.1875rem; font-weight: 600; line-height: 1.4; }
hr { max-width: 46rem; margin: 1.25rem auto; border: 0; border-top: 2px solid var(--ink); }
a { color: inherit; text-decoration-color: var(--edge); text-underline-offset: 0.2em; }
code, pre, samp { font-family: "Google Sans Code", ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-variant-ligatures: none; }
code { padding: 0.05em 0.25em; background: var(--wash); font-size: 0.9em; }
pre { margin: 0; padding: 0.8rem 1rem; overflow-x: auto; background: var(--sheet); border: 1px solid var(--rule); font-size: 0.875rem; line-height: 1.6; tab-size: 4; }
pre code, pre samp { padding: 0; background: none; font-size: inherit; }
pre i { font-style: normal; }
figure { margin: 1rem 0; }
figcaption, .out-head, .source { color: var(--ink-3); font-size: 0.8125rem; }
figcaption em { font-style: normal; }
.out { background: var(--wash); border: 1px solid var(--rule); }
.side > .out { margin-bottom: 1rem; }
.code .out { border-top: 0; }
.out pre { background: none; border: 0; padding-top: 0.2rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.side .out-head { margin: 0; padding: 0.4rem 1rem 0; font-family: ui-monospace, Menlo, Consolas, monospace; }
.out.err { background: var(--fail-wash); }
.err .out-head, .exc, .side .note-label { color: var(--fail); font-weight: 600; }
.followup, .listen { margin: 1rem 0; padding-left: 1rem; border-left: 1px solid var(--edge); }
.l.hl { background: var(--mark); }
.l.add { background: var(--pass-wash); }
.l.del { background: var(--fail-wash); }
.kw { color: var(--code-kw); font-weight: 600; }
${['str', 'esc', 'num', 'com', 'fn', 'cls', 'dec', 'par', 'pun'].map((name) => `.${name} { color: var(--code-${name}); }`).join('\n')}
`;

/**
 * A color as #rrggbb, since Anki runs on browsers of many ages.
 * @param oklch lightness, chroma and hue, with blanks between; conversion by Björn Ottosson,
 * https://bottosson.github.io/posts/oklab/
 */
export function toHex(oklch: string): string {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(' ').map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
  const parts = channels.map((linear) => {
    const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
