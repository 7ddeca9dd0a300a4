/** What one step of a recording changed, for marking it. */
import { type HeapObject, type TraceState, type Value } from './trace.ts';

/** Names and items that are new or have another value. */
export interface Changes {
  /** By number of the frame. */
  names: Map<number, Set<string>>;
  /** By number of the object: places in its `v`. An object that is new has none. */
  items: Map<number, Set<number>>;
  /** By number of the object: free variables whose cells hold something else. */
  cells: Map<number, Set<string>>;
  /** Objects that came into sight. */
  objects: Set<number>;
}

/** @param before the state of the step before; without it, nothing counts as changed */
export function changesOf(state: TraceState, before: TraceState | undefined): Changes {
  const changes: Changes = { names: new Map(), items: new Map(), cells: new Map(), objects: new Set() };
  if (!before) return changes;
  for (const { number, names } of state.frames) {
    const old = new Map(before.frames.find((frame) => frame.number === number)?.names);
    const fresh = names.filter(([name, value]) => old.get(name) !== value).map(([name]) => name);
    if (fresh.length > 0) changes.names.set(number, new Set(fresh));
  }
  for (const [number, object] of state.objects) {
    const old = before.objects.get(number);
    if (!old) changes.objects.add(number);
    else if (old !== object) {
      const items = changedItems(object, old);
      const was = new Map(old.c);
      const cells = (object.c ?? []).filter(([name, value]) => was.get(name) !== value).map(([name]) => name);
      if (items.size > 0) changes.items.set(number, items);
      if (cells.length > 0) changes.cells.set(number, new Set(cells));
    }
  }
  return changes;
}

/** Places whose item is another one than before; of a mapping, whose value is. */
function changedItems(object: HeapObject, old: HeapObject): Set<number> {
  const changed = new Set<number>();
  if (object.k === 'set') {
    const was = new Set(old.v as Value[]);
    (object.v as Value[]).forEach((item, place) => {
      if (!was.has(item)) changed.add(place);
    });
  } else if (object.k === 'seq') {
    (object.v as Value[]).forEach((item, place) => {
      if (old.v[place] !== item) changed.add(place);
    });
  } else {
    const was = new Map(old.v as [Value, Value][]);
    (object.v as [Value, Value][]).forEach(([key, value], place) => {
      if (was.get(key) !== value) changed.add(place);
    });
  }
  return changed;
}
