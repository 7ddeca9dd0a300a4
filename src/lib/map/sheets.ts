/** The sheets that a map can be laid out on. Lengths are SVG units: 1 unit = 1 px at the design width. */
export interface Sheet {
  name: 'wide' | 'wide-plain' | 'medium';
  width: number;
  /** Margins that lines, names and labels keep from the frame. */
  left: number;
  right: number;
  top: number;
  bottom: number;

  /** Type sizes of labels and of line names. */
  labelSize: number;
  nameSize: number;

  /** How far a line rises from one level to the next. */
  climb: number;
  /** The least distance between two stops, and between two labels on one side. */
  minPitch: number;
  labelGap: number;
  /** How much wider than necessary a line is spaced, and how far a plateau may stretch beyond that. */
  air: number;
  maxStretch: number;
  /** How far a line may drift from its place to bring the ends of its changes together. */
  drift: number;

  /** The least height between the heads of two lines, and between what is drawn of them. */
  minRow: number;
  rowGap: number;

  /** Where core, advanced and expert begin: x at the foot and at the top of the sheet. */
  boundaries: readonly [Boundary, Boundary, Boundary];
  /** How many changes are drawn. */
  maxChanges: number;

  /** The corner of the title, upper left: a line that comes higher than `until` begins at `x` or later. */
  title: readonly { until: number; x: number }[];
  /** The corner of the key, lower right: a line lower than `height` above the foot ends before `x`. */
  key: { height: number; x: number } | undefined;
}

export interface Boundary {
  foot: number;
  top: number;
}

const common = {
  top: 36,
  bottom: 44,
  climb: 22,
  maxStretch: 1.35,
  minRow: 42,
  rowGap: 2,
  maxChanges: 12,
} as const;

/** For windows from 82rem: title and key stand inside the sheet, in the corners the lines leave free. */
export const WIDE: Sheet = {
  ...common,
  name: 'wide',
  width: 1264,
  left: 20,
  right: 14,
  labelSize: 12.5,
  nameSize: 14,
  minPitch: 38,
  labelGap: 14,
  air: 1.14,
  drift: 150,
  boundaries: [
    { foot: 450, top: -80 },
    { foot: 1060, top: 740 },
    { foot: 1560, top: 1190 },
  ],
  title: [
    { until: 150, x: 560 },
    { until: 260, x: 500 },
    { until: 490, x: 456 },
  ],
  key: { height: 330, x: 885 },
};

/** The same sheet with title and key outside it, for curricula that need the corners. */
export const WIDE_PLAIN: Sheet = { ...WIDE, name: 'wide-plain', title: [], key: undefined };

/** For windows from 60 to 82rem. The miniature is drawn from it too. */
export const MEDIUM: Sheet = {
  ...common,
  name: 'medium',
  width: 960,
  left: 16,
  right: 8,
  bottom: 30,
  labelSize: 12,
  nameSize: 13.5,
  minPitch: 36,
  labelGap: 11,
  air: 1.06,
  drift: 120,
  boundaries: [
    { foot: 400, top: -60 },
    { foot: 840, top: 520 },
    { foot: 1130, top: 890 },
  ],
  title: [],
  key: undefined,
};
