import type { Table } from './entry.ts';

/** Operators and comparisons between values that do not fit. */
export const operators: Table = {
  TypeError: [
    {
      id: 'operand-quoted-annotation',
      message: /^unsupported operand type\(s\) for \|: (?:'str' and '(?:NoneType|type)'|'(?:NoneType|type)' and 'str')/,
      text: 'A type in quotes is text, and `|` does not combine text with a type. Put the whole annotation in quotes, as in `"Node | None"`.',
    },
    {
      id: 'operand-none',
      message: /^unsupported operand type\(s\) for (?<operator>.{1,20}?): (?:'NoneType' and |'[^']+' and 'NoneType')/,
      text: 'One side of `$<operator>` is `None`. Look where it comes from: most often a function without `return`, or with a path that does not reach one.',
    },
    {
      id: 'operand-function',
      message:
        /^(?:unsupported operand type\(s\) for|'[<>=]+' not supported between instances of) .*'(?:function|method|builtin_function_or_method)'/,
      text: 'One side of the operator is a function, not what it returns. Call it: parentheses are missing.',
    },
    {
      id: 'operand-merge',
      message: /^unsupported operand type\(s\) for \+=?: '(?<type>set|frozenset|dict)' and '/,
      text: 'A `$<type>` does not support `+`. The operator `|` combines two of them.',
    },
    {
      id: 'operand-decimal-and-float',
      message:
        /^unsupported operand type\(s\) for (?<operator>.{1,20}?): (?:'decimal\.Decimal' and 'float'|'float' and 'decimal\.Decimal')/,
      text: '`Decimal` does not mix with `float`, whose rounding errors it exists to avoid. Write the other number as a `Decimal` too, from text: `Decimal("1.5")`.',
    },
    {
      id: 'operand-path',
      message: /^unsupported operand type\(s\) for \+: '(?:Posix|Windows|Pure\w+)Path' and 'str'/,
      text: 'Paths are joined with `/`, which inserts the separator, as in `folder / "data.txt"`. To change the end of a name, use `with_suffix` or `with_name`.',
    },
    {
      id: 'operand-date',
      message: /^unsupported operand type\(s\) for [+-]=?: '(?:datetime\.)?(?:date|datetime)' and '(?:int|float)'/,
      text: 'A number alone does not say whether days or seconds are meant. Add or subtract a `timedelta`, as in `start + timedelta(days=3)`.',
    },
    {
      id: 'operand-str-and-number',
      message:
        /^unsupported operand type\(s\) for (?<operator>.{1,20}?): (?:'str' and '(?:int|float|complex)'|'(?:int|float|complex)' and 'str')/,
      text: 'One side of `$<operator>` is text and the other a number, and Python converts neither by itself. Make a number of text, such as that from `input()`, with `int()` or `float()`; put a number into text with an f-string.',
    },
    {
      id: 'operand-types',
      message: /^unsupported operand type\(s\) for (?<operator>.{1,20}?): '(?<left>[^']+)' and '(?<right>[^']+)'/,
      text: 'The operator `$<operator>` is not defined between `$<left>` and `$<right>`. Check what both variables hold; a class of your own defines operators with methods such as `__add__`.',
    },
    {
      id: 'operand-unary',
      message: /^bad operand type for (?:unary )?(?<operator>.{1,20}?): '(?<type>[^']+)'/,
      text: '`$<operator>` works on numbers, and this value is of type `$<type>`. Convert text with `int()` or `float()` first, and check where the value comes from.',
    },
    {
      id: 'concatenate-bytes-and-str',
      message: /^(?:can't concat str to bytes|can only concatenate str \(not "bytes"\) to str)/,
      text: 'Text and bytes are different types and cannot be joined. Make bytes of text with `.encode()`, or text of bytes with `.decode()`.',
    },
    {
      id: 'concatenate-str',
      message: /^can only concatenate str \(not "(?<type>[^"]+)"\) to str/,
      text: 'The `+` joins text only with text, and the other value is of type `$<type>`. Use an f-string, as in `f"total: {total}"`, or convert the value with `str()`.',
    },
    {
      id: 'concatenate-list',
      message: /^can only concatenate (?<type>\w+) \(not "(?<other>[^"]+)"\) to \w+/,
      text: 'The `+` joins a `$<type>` only with another `$<type>`, and the other value is of type `$<other>`. Convert it first; to add a single item to a list, use `append`.',
    },
    {
      id: 'multiply-sequence',
      message: /^can't multiply sequence by non-int of type '(?<type>[^']+)'/,
      text: 'A string or list times a number repeats it, and the number must be an `int`; this one is of type `$<type>`. Convert text that holds digits with `int()` before you calculate with it.',
    },
    {
      id: 'compare-none',
      message: /^'(?<operator>[<>=]+)' not supported between instances of (?:'NoneType' and |'[^']+' and 'NoneType')/,
      text: '`None` has no order, so `$<operator>` cannot compare it. Find out why the value is missing, or leave such values out before you sort or compare.',
    },
    {
      id: 'compare-str-and-number',
      message:
        /^'(?<operator>[<>=]+)' not supported between instances of (?:'str' and '(?:int|float)'|'(?:int|float)' and 'str')/,
      text: 'Text and a number have no order between them. Convert the text, such as that from `input()` or a file, with `int()` or `float()` before you compare or sort.',
    },
    {
      id: 'compare-types',
      message: /^'(?<operator>[<>=]+)' not supported between instances of '(?<left>[^']+)' and '(?<right>[^']+)'/,
      text: '`$<operator>` has no meaning between `$<left>` and `$<right>`. To sort objects, say by what with `key=`; a class of your own gets an order from `__lt__` or `@dataclass(order=True)`.',
    },
    {
      id: 'contains-in-str',
      message: /^'in <string>' requires string as left operand, not (?<type>\S+)/,
      text: 'A string contains only strings, and the left side of `in` is of type `$<type>`. Convert it with `str()`.',
    },
  ],
};
