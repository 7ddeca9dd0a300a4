import type { Table } from './entry.ts';

/** Brackets, loops, unpacking, keys and lengths. */
export const containers: Table = {
  TypeError: [
    {
      id: 'subscript-of-none',
      message: /^'NoneType' object is not subscriptable/,
      text: 'The value before the bracket is `None`. Look where it comes from: a function without `return` gives `None`, and so do a search that finds nothing, such as `re.match`, and `list.sort`.',
    },
    {
      id: 'subscript-of-function',
      message: /^'(?:function|method|builtin_function_or_method)' object is not subscriptable/,
      text: 'Square brackets follow a function. A call takes parentheses; to index its result, call first, as in `prices()[0]`.',
    },
    {
      id: 'subscript-of-class',
      message: /^type '(?<class>[^']+)' is not subscriptable/,
      text: '`$<class>` is not a generic class, so no brackets can follow it. Use parentheses to create an instance; a class of your own takes types in brackets when it is declared like `class Box[T]:`.',
    },
    {
      id: 'subscript-of-unordered',
      message: /^'(?<type>set|frozenset|dict_keys|dict_values|dict_items)' object is not subscriptable/,
      text: 'A `$<type>` has no positions to ask for. Make a list of it first, with `list(...)` or `sorted(...)`; to ask whether it has an item, use `in`.',
    },
    {
      id: 'subscript-of-iterator',
      message:
        /^'(?<type>generator|map|filter|zip|enumerate|reversed|\w+_iterator|itertools\.\w+)' object is not subscriptable/,
      text: 'An object of type `$<type>` makes its items one after another and keeps none, so it has no positions. Get the next one with `next()`, or collect them with `list(...)`.',
    },
    {
      id: 'subscript-of-object',
      message: /^'(?<type>[^']+)' object is not subscriptable/,
      text: 'A value of type `$<type>` has no items that brackets could pick. Check what the variable holds; a class of your own supports brackets when it defines `__getitem__`.',
    },
    {
      id: 'assignment-to-immutable',
      message: /^'(?<type>str|tuple|bytes|range|frozenset)' object does not support item assignment/,
      text: 'A `$<type>` cannot change after it is made. Build a new one, for instance from slices, or keep the items in a list while you change them.',
    },
    {
      id: 'assignment-to-none',
      message: /^'NoneType' object does not support item assignment/,
      text: 'The value before the bracket is `None`, so there is nothing to store into. Create the list or dictionary first, and check that the function it comes from returns it.',
    },
    {
      id: 'assignment-to-object',
      message: /^'(?<type>[^']+)' object does not support item assignment/,
      text: 'Brackets cannot assign to items of type `$<type>`. Check what the variable holds; a class of your own supports it when it defines `__setitem__`.',
    },
    {
      id: 'deletion-of-item',
      message: /^'(?<type>[^']+)' object (?:doesn't|does not) support item deletion/,
      text: 'An object of type `$<type>` does not let `del` remove its items. Build a new value without the item, or use a list or a dictionary.',
    },
    {
      id: 'index-list-by-str',
      message: /^(?<type>list|tuple) indices must be integers or slices, not str/,
      text: 'A `$<type>` is indexed by position, and the bracket holds text. If its items are dictionaries, choose one first, as in `orders[0]["id"]`, or go through them with a loop.',
    },
    {
      id: 'index-str-by-str',
      message: /^string indices must be integers, not 'str'/,
      text: 'The value before the bracket is text, not a dictionary. A loop over a dictionary gives its keys, which are often strings; and JSON has to be parsed with `json.loads` before its parts can be read.',
    },
    {
      id: 'index-by-tuple',
      message: /^(?<type>\w+) indices must be integers(?: or slices)?, not '?tuple/,
      text: 'The comma in the bracket makes a tuple of indices. Nested lists are indexed one bracket after another, as in `grid[0][1]`.',
    },
    {
      id: 'index-by-float',
      message: /^(?<type>\w+) indices must be integers(?: or slices)?, not '?float/,
      text: 'An index must be an `int`, and this one is a `float`. The operator `/` always gives a `float`; use `//` for a position.',
    },
    {
      id: 'index-by-other',
      message: /^(?<type>\w+) indices must be integers(?: or slices)?, not '?(?<other>[\w.]+)/,
      text: 'An index must be an `int`, and this one is of type `$<other>`. Check what the variable in the bracket holds.',
    },
    {
      id: 'slice-indices',
      message: /^slice indices must be integers/,
      text: 'The bounds of a slice must be of type `int`, or be left out. The operator `/` gives a `float`: use `//`.',
    },
    {
      id: 'iterate-none',
      message: /^'NoneType' object is not iterable/,
      text: 'The value to go through is `None`. Look where it comes from: a function without `return` gives `None`, and so does a method that works in place, such as `list.sort`.',
    },
    {
      id: 'iterate-number',
      message: /^'(?<type>int|float|bool|complex)' object is not iterable/,
      text: 'A single number is given where several items are needed. To count, write `range(n)`; functions such as `sum` and `list` take one collection, as in `sum([3, 4])`.',
    },
    {
      id: 'iterate-function',
      message: /^'(?:function|method|builtin_function_or_method)' object is not iterable/,
      text: 'The value to go through is a function, not what it returns. Call it: parentheses are missing, as in `stock.items()`.',
    },
    {
      id: 'iterate-class',
      message: /^'type' object is not iterable/,
      text: 'The value to go through is a class. Create an instance with parentheses; only classes whose metaclass supports it, such as an `Enum`, can be gone through themselves.',
    },
    {
      id: 'iterate-object',
      message: /^'(?<type>[^']+)' object is not iterable/,
      text: 'Objects of type `$<type>` have no items to go through. Check what the variable holds; a class of your own becomes iterable with an `__iter__` method.',
    },
    {
      id: 'iterator-expected-from-iter',
      message: /^iter\(\) returned non-iterator|^\S+\.__iter__\(\) must return an iterator, not /,
      text: '`__iter__` must return an iterator: an object that has `__next__`. Return `iter(...)` of the collection, or write `__iter__` as a generator with `yield`.',
    },
    {
      id: 'iterator-expected',
      message: /^'(?<type>[^']+)' object is not an iterator/,
      text: '`next` needs an iterator, and an object of type `$<type>` is none. Call `iter(...)` on a collection once, keep the result, and pass that to `next`; a generator function has to `yield`.',
    },
    {
      id: 'unpack-none',
      message: /^cannot unpack non-iterable NoneType object/,
      text: 'The value to unpack into several names is `None`. The function that should return several values probably lacks its `return`, or takes a path without one.',
    },
    {
      id: 'unpack-object',
      message: /^cannot unpack non-iterable (?<type>\S+) object/,
      text: 'Several names on the left need several values on the right, and there is a single `$<type>`. Check what the right side gives; a loop over pairs needs `enumerate(...)` or `.items()`.',
    },
    {
      id: 'unhashable-builtin',
      message: /unhashable type: '(?<type>list|dict|set|bytearray)'/,
      text: 'Keys of a dictionary, elements of a set and arguments of a cached function must be hashable, and a `$<type>`, which can change, is not. Use a tuple instead of a list, or a `frozenset` instead of a set.',
    },
    {
      id: 'unhashable-object',
      message: /unhashable type: '(?<type>[^']+)'/,
      text: 'Objects of type `$<type>` have no hash. A class that defines `__eq__` without `__hash__` loses it, and so does a plain dataclass: use `@dataclass(frozen=True)`, or define `__hash__` over what never changes.',
    },
    {
      id: 'contains-not-container',
      message: /^argument of type '(?<type>[^']+)' is not (?:a container or )?iterable/,
      text: 'The right side of `in` must be a collection or a string, and here it is of type `$<type>`. Check where that value comes from.',
    },
    {
      id: 'length-of-iterator',
      message: /^object of type '(?<type>generator|map|filter|zip|enumerate|reversed|\w+_iterator)' has no len\(\)/,
      text: 'An object of type `$<type>` makes its items one after another and does not know their number. Collect them with `list(...)`, or count them with `sum(1 for _ in ...)`.',
    },
    {
      id: 'length-of-object',
      message: /^object of type '(?<type>[^']+)' has no len\(\)/,
      text: 'A value of type `$<type>` has no length. Check what the variable holds; a class of your own has one when it defines `__len__`.',
    },
    {
      id: 'reduce-of-empty',
      message: /^reduce\(\) of empty iterable with no initial value/,
      text: 'There is nothing to reduce, and no value to begin with. Pass an initial value as the third argument, such as `0` for a sum.',
    },
    {
      id: 'sample-of-unordered',
      message: /^Population must be a sequence/,
      text: '`random.sample` chooses by position, so it needs a sequence such as a list. Turn the set or dictionary into one with `sorted(...)`, which also makes the choice repeatable.',
    },
  ],
  KeyError: [
    {
      id: 'pop-from-empty-set',
      message: /^'(?:pop from an empty set|popitem\(\): dictionary is empty)'/,
      text: 'Nothing is left to take out. Test the collection first, as in `while queue:`, which is false when it is empty.',
    },
    {
      id: 'key-that-looks-like-number',
      message: /^'(?<key>\d+)'$/,
      text: "There is no key `'$<key>'`. This key is text, and the number `$<key>` would be another one: print the keys that exist, and compare not only their spelling but also their type.",
    },
    {
      id: 'key-missing',
      message: /^(?<key>.+)$/,
      text: 'There is no key `$<key>`. Print the keys that exist and compare spelling and type; where a key may be absent, use `.get(key, default)` or test with `in`.',
    },
  ],
  IndexError: [
    {
      id: 'pop-from-empty',
      message: /^pop from (?:an )?empty (?<type>\w+)/,
      text: 'The $<type> has no items left to take out. Test it first, as in `while items:`, which is false when it is empty.',
    },
    {
      id: 'pop-out-of-range',
      message: /^pop index out of range/,
      text: 'The list has no item at the position given to `pop`. Positions run from `0` to `len(items) - 1`; without an argument, `pop()` takes the last item.',
    },
    {
      id: 'assignment-out-of-range',
      message: /^(?<type>\w+) assignment index out of range/,
      text: 'Only a position that exists can be assigned or deleted, and this one lies beyond the end. Add items to a list with `append`.',
    },
    {
      id: 'index-out-of-range',
      message: /^(?:(?<type>\w+) )?(?:object )?index out of range/,
      text: 'The position lies outside the sequence. With `n` items the positions run from `0` to `n - 1`: compare the index with `len(...)`, and check whether the sequence is empty.',
    },
    {
      id: 'choice-from-empty',
      message: /^Cannot choose from an empty sequence/,
      text: '`random.choice` has nothing to choose from. Check why the sequence is empty, and test for that before you choose.',
    },
    {
      id: 'format-index',
      message: /^Replacement index (?<index>\d+) out of range/,
      text: 'The text has more `{}` places than `format` was given values. Count both; braces that should be shown as they are have to be doubled, `{{` and `}}`.',
    },
    {
      id: 'regex-no-such-group',
      message: /^no such group/,
      text: 'The pattern has no group of this number or name. Groups are counted by their opening parentheses, from `1`; `group(0)` is the whole match.',
    },
  ],
};
