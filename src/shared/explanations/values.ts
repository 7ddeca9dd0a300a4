import type { Table } from './entry.ts';

/** Values of the right type that a function cannot use. */
export const values: Table = {
  TypeError: [
    {
      id: 'dict-of-non-pairs',
      message: /^(?:object is not iterable|cannot convert dictionary update sequence element)/,
      text: 'A dictionary can be made of pairs, each a key and a value, and an element here is no pair. Write `dict([("tea", 3)])`, or a comprehension.',
    },
    {
      id: 'pickle-type',
      message: /^cannot pickle '(?<type>[^']+)'/,
      text: 'Objects of type `$<type>` stand for something in this process, such as an open file, a lock or a running generator, and cannot be copied or sent elsewhere. Leave them out with `__getstate__`, and create them again where they are needed.',
    },
  ],
  ValueError: [
    {
      id: 'unpack-too-many',
      message: /^too many values to unpack \(expected (?<wanted>\d+)/,
      text: 'There are more values on the right than the $<wanted> names on the left. Add names, or let one take the rest, as in `first, *rest = values`; to loop over the pairs of a dictionary, use `.items()`.',
    },
    {
      id: 'unpack-too-few',
      message: /^not enough values to unpack \(expected (?:at least )?(?<wanted>\d+), got (?<given>\d+)\)/,
      text: 'The left side needs $<wanted> values and the right side has only $<given>. Print the right side; a `split` whose separator does not occur gives a single piece.',
    },
    {
      id: 'dict-update-sequence',
      message: /^dictionary update sequence element #(?<index>\d+) has length (?<length>\d+); 2 is required/,
      text: 'A dictionary is made of pairs, each a key and a value, and element $<index> has $<length> parts. Check how the pairs are built.',
    },
    {
      id: 'remove-missing',
      message: /^(?<type>list|deque|array)\.remove\(x\): x not in/,
      text: 'The $<type> does not contain the value to remove. Test with `in` first; a loop that removes from the list it goes through skips items, so loop over a copy.',
    },
    {
      id: 'index-of-missing',
      message: /^(?:(?<type>list|tuple|range|deque|array)\.index\(x\): x not in|\S+ is not in (?:list|deque|range))/,
      text: 'The sequence does not contain the value whose position is asked for. Test with `in` first, or catch the `ValueError`.',
    },
    {
      id: 'extreme-of-empty',
      message: /^(?<function>min|max)\(\) iterable argument is empty/,
      text: '`$<function>` has no values to choose from. Check why the collection is empty, or pass `default=` for that case.',
    },
    {
      id: 'step-zero',
      message: /^(?:range\(\) arg 3 must not be zero|slice step cannot be zero)/,
      text: 'With a step of zero the positions would never advance. Use `1`, or a negative step to go backwards.',
    },
    {
      id: 'slice-assignment-size',
      message: /^attempt to assign sequence of size (?<given>\d+) to extended slice of size (?<wanted>\d+)/,
      text: 'A slice with a step can be replaced only by as many items as it has, which is $<wanted>, and $<given> came. Without a step, the lengths may differ.',
    },
    {
      id: 'zip-strict',
      message: /^(?<function>zip|map)\(\) argument (?<other>\d+) is (?<how>shorter|longer) than argument/,
      text: 'With `strict=True` all inputs of `$<function>` must have the same length, and argument $<other> is $<how>. Compare their lengths; without `strict` the shortest one decides.',
    },
    {
      id: 'batched-incomplete',
      message: /^batched\(\): incomplete batch/,
      text: 'The number of items is not a multiple of the batch size, and `strict=True` does not allow a shorter last batch. Leave out `strict`, or check why items are missing.',
    },
    {
      id: 'random-empty-range',
      message: /^empty range (?:in|for) rand/,
      text: 'The range to choose from is empty. The smaller bound comes first; `randint` includes both bounds, and `randrange` excludes the upper one.',
    },
    {
      id: 'random-sample-size',
      message: /^Sample larger than population/,
      text: '`random.sample` takes every item at most once, so it cannot give more than there are. Use `random.choices(items, k=...)` if items may repeat.',
    },
    {
      id: 'random-weights',
      message: /^The number of weights does not match the population/,
      text: '`weights` needs exactly one number for each item to choose from. Compare the two lengths.',
    },
    {
      id: 'date-out-of-range',
      message:
        /^(?:day .{1,20} must be in range|day is out of range|(?:month|hour|minute|second|microsecond|year) .{0,20}?(?:must be in|is out of range))/,
      text: 'There is no such date or time. The arguments are year, month, day, hour, minute, second, in this order; months have 28 to 31 days, and hours run from `0` to `23`.',
    },
    {
      id: 'sleep-negative',
      message: /^sleep length must be non-negative/,
      text: 'A program cannot sleep for a negative time. If a deadline may have passed already, write `max(0, ...)`.',
    },
    {
      id: 'fields-unknown',
      message: /^dict contains fields not in fieldnames: (?<names>.+)$/,
      text: 'The row has keys that the `DictWriter` does not know: $<names>. Add them to `fieldnames`, or pass `extrasaction="ignore"`.',
    },
    {
      id: 'exception-group-empty',
      message: /^second argument \(exceptions\) must be a non-empty sequence/,
      text: 'An exception group needs at least one exception. Raise it only when the list of errors is not empty.',
    },
  ],
  'zoneinfo._common.ZoneInfoNotFoundError': [
    {
      id: 'time-zone-missing',
      message: /^['"]No time zone found with key (?<key>[\w/+-]+)/,
      text: 'There is no data for the time zone `$<key>`. Names look like `Europe/Berlin`; where no time zone data is installed, as on Windows or in a browser, the package `tzdata` brings it.',
    },
  ],
  'tomllib.TOMLDecodeError': [
    {
      id: 'toml-syntax',
      text: 'The text is not valid TOML; the message says where and what was expected. Every line is `key = value` or a `[table]`, and text stands in quotes.',
    },
  ],
  'graphlib.CycleError': [
    {
      id: 'graph-cycle',
      text: 'Some nodes depend on each other in a circle, so no order satisfies them all. The message lists the circle, which begins and ends with the same node: remove one of its edges.',
    },
  ],
  'binascii.Error': [
    {
      id: 'base64-padding',
      message: /^(?:Incorrect padding|Invalid base64-encoded string)/,
      text: 'Base64 text comes in groups of four characters, with `=` at the end to fill the last group. The text is cut off, or it is the URL-safe variant without padding.',
    },
  ],
  'struct.error': [
    {
      id: 'struct-size',
      message: /requires a buffer of (?:at least )?(?<size>\d+) bytes/,
      text: 'The format describes $<size> bytes, and the data has another length. Compare with `struct.calcsize(format)`; without `<`, `>`, `=` or `!` in front, the format also contains padding.',
    },
  ],
};
