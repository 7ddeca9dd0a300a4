/** A recording as the rows of a table: the step-through for readers without scripts or sight. */
import { replay, type Trace } from '../shared/trace.ts';
import { changedNames, changeText, eventText, limitText } from '../shared/trace-words.ts';

/** One step. */
export interface TraceRow {
  /** Counted from 1. */
  step: number;
  line: number;
  /** `line 5 is next`, `add returns 8` */
  what: string;
  /** `j = 2`, one for each name that changed. */
  changes: string[];
  /** What was printed since the step before. */
  printed: string;
}

/** A table of steps. */
export interface TraceTable {
  rows: TraceRow[];
  /** How the program or its recording ended, where that is worth a sentence. */
  end?: string;
}

/** @param trace as `parseTrace` gives it */
export function traceTable(trace: Trace): TraceTable {
  const text = trace.out.map(([, part]) => part).join('');
  const states = replay(trace);
  const rows = states.map((state, index): TraceRow => {
    const before = states[index - 1];
    const last = index === states.length - 1;
    return {
      step: index + 1,
      line: state.line,
      what: eventText(state),
      changes: changedNames(state, before).map(changeText),
      printed: text.slice(before?.printed ?? 0, last ? undefined : state.printed),
    };
  });
  const end = trace.more ? limitText(trace.more) : trace.error && `The program ends with ${trace.error}`;
  return end ? { rows, end } : { rows };
}
