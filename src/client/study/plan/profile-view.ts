/** Draws the elevation profile of a plan. */
import { el } from '../../dom.ts';
import { PROFILE, type Profile } from './profile.ts';

const LEVELS = ['Foundation', 'Core', 'Advanced', 'Expert'];
/** Runs narrower than this have no room for their number. */
const NUMBER_WIDTH = 16;

/** @param isUnderWay whether something of the plan is done */
export function profileFigure(profile: Profile, isUnderWay: boolean): HTMLElement {
  const { width, height, foot } = PROFILE;
  const names = el('div.alt', { 'aria-hidden': 'true' });
  LEVELS.forEach((name, level) => {
    const span = el('span', {}, name);
    span.style.setProperty('--k', String(level));
    names.append(span);
  });
  const label = 'Elevation profile of the plan: the level of its stops, week by week';
  const drawing = svg(
    'svg',
    { class: 'profile', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    [
      svg(
        'g',
        { class: 'bands' },
        [142, 98, 54].map((y) => svg('path', { d: `M0 ${y}H${width}` })),
      ),
      svg('path', { class: 'land', d: profile.land }),
      svg(
        'g',
        { class: 'ticks' },
        profile.ticks.map((x) => svg('path', { d: `M${x.toFixed(1)} 14V${foot}` })),
      ),
      svg('path', { class: 'ridge', d: profile.ridge }),
      svg('g', { class: 'bar' }, profile.runs.map(runBar)),
      ...(isUnderWay ? here(profile.here) : []),
    ],
  );
  return el('figure.profile-fig', { tabindex: '0', role: 'group', 'aria-label': 'Elevation profile' }, names, drawing);
}

function runBar({ line, from, to }: Profile['runs'][number]): SVGElement {
  const bar = { x: from.toFixed(1), y: String(PROFILE.foot), width: (to - from).toFixed(1), height: '12' };
  const number = svg('text', { class: 'seg-n', x: ((from + to) / 2).toFixed(1), y: '187.8' });
  number.textContent = String(line);
  return svg('g', { 'data-line': String(line) }, [
    svg('rect', { class: 'seg', ...bar }),
    ...(to - from >= NUMBER_WIDTH ? [number] : []),
  ]);
}

function here({ x, y }: Profile['here']): SVGElement[] {
  const isLate = x > PROFILE.width - 130;
  const words = svg('text', {
    class: isLate ? 'you-t late' : 'you-t',
    x: (x + (isLate ? -8 : 8)).toFixed(1),
    y: (y - 26).toFixed(1),
  });
  words.textContent = 'You are here';
  return [
    svg('path', { class: 'stem', d: `M${x.toFixed(1)} ${(y - 7).toFixed(1)}V${(y - 34).toFixed(1)}` }),
    svg('circle', { class: 'you', cx: x.toFixed(1), cy: y.toFixed(1), r: '7' }),
    words,
  ];
}

function svg(name: string, attributes: Record<string, string>, children: readonly Node[] = []): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
