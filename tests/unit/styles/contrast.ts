/**
 * WCAG 2 contrast of every pair that the design uses, from the tokens of a style sheet. Colors are OKLCH
 * (Björn Ottosson, https://bottosson.github.io/posts/oklab/), taken as the 8-bit sRGB color that a screen shows.
 */
type Oklch = [lightness: number, chroma: number, hue: number];

const TEXT = 4.5;
const GRAPHIC = 3;
/** Share of a line's color in a highlighted line of code. */
const HIGHLIGHT_SHARE = 0.11;

interface Pair {
  theme: string;
  fg: string;
  bg: string;
  least: number;
  ratio: number;
}

/** @returns how many pairs were computed, and those below their limit in words */
export function lowContrasts(css: string): { pairs: number; low: string[] } {
  const all = [...themes(css)].flatMap(([theme, colors]) => pairsOf(theme, colors));
  const low = all
    .filter(({ ratio, least }) => ratio < least)
    .map(({ theme, fg, bg, ratio, least }) => `${theme}: ${fg} on ${bg} is ${ratio.toFixed(2)}, needs ${least}`);
  return { pairs: all.length, low };
}

function themes(css: string): Map<string, Map<string, Oklch>> {
  const light = new Map<string, Oklch>();
  const dark = new Map<string, Oklch>();
  for (const match of css.matchAll(
    /--color-([\w-]+):\s*light-dark\(\s*oklch\(([\d. ]+)\),\s*oklch\(([\d. ]+)\)\s*\)/g,
  )) {
    light.set(match[1]!, match[2]!.split(' ').map(Number) as Oklch);
    dark.set(match[1]!, match[3]!.split(' ').map(Number) as Oklch);
  }
  return new Map([
    ['light', light],
    ['dark', dark],
  ]);
}

function pairsOf(theme: string, colors: Map<string, Oklch>): Pair[] {
  const color = (name: string): Oklch => {
    const found = colors.get(name);
    if (!found) throw new Error(`there is no token --color-${name}`);
    return found;
  };
  const pairs: Pair[] = [];
  const need = (fg: string, bg: string, least: number, under = color(bg)): unknown =>
    pairs.push({ theme, fg, bg, least, ratio: contrast(color(fg), under) });
  const grounds = ['paper', 'sheet', 'wash', 'ground-1', 'ground-2', 'ground-3'];
  for (const bg of [...grounds, 'fail-wash', 'pass-wash'])
    for (const fg of ['ink', 'ink-2', 'ink-3']) need(fg, bg, TEXT);
  for (const fg of ['ink', 'ink-2']) {
    need(fg, 'mark', TEXT);
    need('paper', fg, TEXT);
  }
  for (const fg of ['pass', 'fail']) for (const bg of ['paper', 'sheet', 'wash', `${fg}-wash`]) need(fg, bg, TEXT);
  for (const bg of ['paper', 'sheet', 'wash']) need('edge', bg, GRAPHIC);
  for (const bg of grounds) need('focus', bg, GRAPHIC);
  const lines = [...colors.keys()].filter((name) => /^line-\d+$/.test(name));
  for (const line of lines) {
    need('on-line', line, TEXT);
    for (const bg of ['paper', 'sheet', 'ground-1', 'ground-2', 'ground-3']) need(line, bg, GRAPHIC);
  }
  for (const token of ['ink', ...[...colors.keys()].filter((name) => name.startsWith('code-'))]) {
    for (const bg of ['sheet', 'paper', 'pass-wash', 'fail-wash']) need(token, bg, TEXT);
    for (const line of lines)
      need(token, `highlight of ${line}`, TEXT, mix(color(line), color('sheet'), HIGHLIGHT_SHARE));
  }
  return pairs;
}

const toLab = ([lightness, chroma, hue]: Oklch): [number, number, number] => [
  lightness,
  chroma * Math.cos((hue * Math.PI) / 180),
  chroma * Math.sin((hue * Math.PI) / 180),
];

/** `color-mix(in oklab, over share, under)` */
function mix(over: Oklch, under: Oklch, share: number): Oklch {
  const [one, two] = [toLab(over), toLab(under)];
  const [lightness, a, b] = one.map((value, index) => value * share + two[index]! * (1 - share)) as [
    number,
    number,
    number,
  ];
  return [lightness, Math.hypot(a, b), ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

/** Linear sRGB of the 8-bit color that a screen shows; channels outside the gamut are clipped. */
function screen(color: Oklch): number[] {
  const [lightness, a, b] = toLab(color);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => {
    const clipped = Math.min(1, Math.max(0, value));
    const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    const byte = Math.round(encoded * 255) / 255;
    return byte <= 0.04045 ? byte / 12.92 : ((byte + 0.055) / 1.055) ** 2.4;
  });
}

function contrast(one: Oklch, two: Oklch): number {
  const luminance = (color: Oklch): number => {
    const [red, green, blue] = screen(color) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
