/** The frames and objects of one step, as HTML. */
import type { HeapObject, TraceState, Value } from '../../shared/trace.ts';
import { changesOf, type Changes } from '../../shared/trace-changes.ts';
import { objectTitle, valueText } from '../../shared/trace-words.ts';
import { el } from '../dom.ts';

/** Shows a state. References get `data-to`, boxes `data-object`, with the number of the object. */
export function viewOf(
  state: TraceState,
  before: TraceState | undefined,
): { frames: HTMLElement[]; objects: HTMLElement[] } {
  const changes = changesOf(state, before);
  return {
    frames: state.frames.map((_, index) => frameBox(state, index, changes)),
    objects: [...state.objects].map(([number, object]) => objectBox(number, object, state, changes)),
  };
}

function frameBox(state: TraceState, index: number, { names }: Changes): HTMLElement {
  const { number, name, line, names: bindings } = state.frames[index]!;
  const isCurrent = index === state.frames.length - 1;
  const changed = names.get(number);
  const rows = bindings.map(([key, value]) => row(key, value, state, changed?.has(key) ?? false));
  if (isCurrent && state.returned !== undefined)
    rows.push(row(state.event === 'y' ? 'yields' : 'returns', state.returned, state, true, 'result'));
  const title = name === '<module>' ? 'program' : name;
  return el(
    'div.trace-box.trace-frame',
    { role: 'group', 'aria-label': `Frame of ${title}`, 'aria-current': isCurrent && 'step' },
    el('p.trace-name', {}, el('span', {}, title), el('span.trace-line-number', {}, `line ${line}`)),
    rows.length > 0 && el('dl', {}, ...rows),
  );
}

function objectBox(number: number, object: HeapObject, state: TraceState, changes: Changes): HTMLElement {
  const isNew = changes.objects.has(number);
  const items = changes.items.get(number);
  const cells = changes.cells.get(number);
  const box = el(
    'div',
    {
      role: 'group',
      'aria-label': objectTitle(object),
      'data-object': String(number),
      class: `trace-box trace-object k-${object.k}${isNew ? ' is-new' : ''}`,
    },
    el(
      'p.trace-name',
      {},
      el('span', {}, objectTitle(object)),
      object.s !== undefined && el('span.trace-more', {}, object.s),
    ),
  );
  const isChanged = (place: number): boolean => items?.has(place) ?? false;
  const values = object.v as Value[];
  const isFlat = (object.k === 'seq' || object.k === 'set') && values.every((value) => typeof value === 'string');
  if (values.length > 0 && isFlat)
    box.append(
      el(
        'ul.trace-cells',
        {},
        ...values.map((value, place) =>
          el(
            'li',
            { class: isChanged(place) && 'is-changed' },
            object.k === 'seq' && el('span.trace-index', { 'aria-hidden': 'true' }, String(place)),
            el('span.trace-value', {}, value),
          ),
        ),
      ),
    );
  else if (object.v.length > 0) {
    const pairs: [string, Value][] =
      object.k === 'seq' || object.k === 'set'
        ? values.map((value, place) => [object.k === 'seq' ? String(place) : '', value])
        : (object.v as [Value, Value][]).map(([key, value]) => [valueText(key, state.objects), value]);
    box.append(el('dl', {}, ...pairs.map(([key, value], place) => row(key, value, state, isChanged(place)))));
  }
  if (object.c && object.c.length > 0)
    box.append(
      el('p.trace-note', {}, 'keeps in cells'),
      el('dl', {}, ...object.c.map(([key, value]) => row(key, value, state, cells?.has(key) ?? false))),
    );
  if (object.m !== undefined) box.append(el('p.trace-note', {}, `and ${object.m} more`));
  return box;
}

/** A name and its value: text, or a dot from which an arrow starts. */
function row(key: string, value: Value, state: TraceState, isChanged: boolean, kind = ''): HTMLElement {
  const shown =
    typeof value === 'string'
      ? el('span.trace-value', {}, value)
      : el('span.trace-ref', { 'data-to': String(value) }, el('span.vh', {}, valueText(value, state.objects)));
  const classes = [kind, isChanged ? 'is-changed' : ''].filter(Boolean).join(' ');
  return el('div', { class: classes || undefined }, el('dt', {}, key), el('dd', {}, shown));
}
