/** The icon set: 16 units, 1.5 strokes. Name -> [viewBox, shapes]. */
export const icons = {
  logo: [
    '0 0 28 28',
    '<path d="M4 22h6.5L18 8h6" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linejoin="round" stroke-linecap="round"/><circle cx="4.6" cy="22" r="3.2" class="lo"/><circle cx="14.2" cy="15" r="3.2" class="lo"/><circle cx="23.4" cy="8" r="4.2" class="hi"/>',
  ],
  search: ['0 0 16 16', '<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/>'],
  sun: [
    '0 0 16 16',
    '<circle cx="8" cy="8" r="3"/><path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M3 13l1.2-1.2M11.8 4.2 13 3"/>',
  ],
  moon: ['0 0 16 16', '<path d="M13.6 9.8A6 6 0 0 1 6.2 2.4a6 6 0 1 0 7.4 7.4Z"/>'],
  menu: ['0 0 16 16', '<path d="M2 4.5h12M2 8h12M2 11.5h12"/>'],
  play: ['0 0 16 16', '<path d="M4.5 3v10l8-5z"/>'],
  stop: ['0 0 16 16', '<path d="M4 4h8v8H4z"/>'],
  pen: ['0 0 16 16', '<path d="m10.5 2.7 2.8 2.8L6 12.8l-3.6.8.8-3.6zM9 4.2 11.8 7"/>'],
  copy: ['0 0 16 16', '<path d="M6 6h7.5v7.5H6zM3.5 10H2.6V2.6H10v.9"/>'],
  link: [
    '0 0 16 16',
    '<path d="M6.7 9.3a2.8 2.8 0 0 0 4 0l2.2-2.2a2.8 2.8 0 0 0-4-4L8 4M9.3 6.7a2.8 2.8 0 0 0-4 0L3.1 8.9a2.8 2.8 0 0 0 4 4L8 12"/>',
  ],
  check: ['0 0 16 16', '<path d="m3 8.5 3.4 3.4L13 4.6"/>'],
  cross: ['0 0 16 16', '<path d="m4 4 8 8M12 4l-8 8"/>'],
  undo: ['0 0 16 16', '<path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5 6 3.5M3 6.5l3 3"/>'],
  right: ['0 0 16 16', '<path d="M2.5 8h11M9 3.5 13.5 8 9 12.5"/>'],
  left: ['0 0 16 16', '<path d="M13.5 8h-11M7 3.5 2.5 8 7 12.5"/>'],
  down: ['0 0 16 16', '<path d="m3.5 6 4.5 4.5L12.5 6"/>'],
  plus: ['0 0 16 16', '<path d="M8 3v10M3 8h10"/>'],
  flag: ['0 0 16 16', '<path d="M4 14.5V2M4 2.5h8.5L10.3 5.6l2.2 3.1H4"/>'],
  print: ['0 0 16 16', '<path d="M4.5 6V2h7v4M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7V14h-7z"/>'],
  out: ['0 0 16 16', '<path d="M6.5 3H3v10h10V9.5M9 3h4v4M13 3 7.5 8.5"/>'],
  warn: ['0 0 16 16', '<path d="M8 2 1.8 13.5h12.4zM8 6.5v3.6M8 11.6v.4"/>'],
  peak: ['0 0 16 16', '<path d="M1.5 13.5 6 5.5l2.4 4L10 7l4.5 6.5z"/>'],
  new: ['0 0 16 16', '<path d="M8 2v12M2 8h12M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4"/>'],
  note: ['0 0 16 16', '<path d="M3 2.5h10v11H3zM5.5 6h5M5.5 8.5h5M5.5 11h3"/>'],
  change: [
    '0 0 16 16',
    '<path d="M4.5 2.5v11M4.5 2.5 2 5M4.5 2.5 7 5M11.5 13.5v-11M11.5 13.5 9 11M11.5 13.5l2.5-2.5"/>',
  ],
  lv0: ['0 0 18 16', '<path class="on" d="M1.5 11h3v3h-3z"/><path d="M5.5 8h3v6h-3zM9.5 5h3v9h-3zM13.5 2h3v12h-3z"/>'],
  lv1: ['0 0 18 16', '<path class="on" d="M1.5 11h3v3h-3zM5.5 8h3v6h-3z"/><path d="M9.5 5h3v9h-3zM13.5 2h3v12h-3z"/>'],
  lv2: ['0 0 18 16', '<path class="on" d="M1.5 11h3v3h-3zM5.5 8h3v6h-3zM9.5 5h3v9h-3z"/><path d="M13.5 2h3v12h-3z"/>'],
  lv3: ['0 0 18 16', '<path class="on" d="M1.5 11h3v3h-3zM5.5 8h3v6h-3zM9.5 5h3v9h-3zM13.5 2h3v12h-3z"/>'],
} as const satisfies Record<string, readonly [viewBox: string, shapes: string]>;
export type IconName = keyof typeof icons;

/** What pages of text use: levels, call-outs, and the tools of programs. */
export const proseIcons = [
  'lv0',
  'lv1',
  'lv2',
  'lv3',
  'down',
  'warn',
  'peak',
  'new',
  'note',
  'play',
  'pen',
  'copy',
  'link',
  'cross',
  'right',
] as const satisfies readonly IconName[];
