import type { Table } from './entry.ts';

/** Conversions to numbers, arithmetic and its limits. */
export const numbers: Table = {
  TypeError: [
    {
      id: 'integer-from-float',
      message: /^'float' object cannot be interpreted as an integer/,
      text: 'An `int` is needed here, and the value is a `float`. The operator `/` always gives a `float`; use `//`, or convert with `int()` or `round()`.',
    },
    {
      id: 'integer-from-other',
      message: /^'(?<type>[^']+)' object cannot be interpreted as an integer/,
      text: 'An `int` is needed here, and the value is of type `$<type>`. Convert text, such as that from `input()`, with `int()`.',
    },
    {
      id: 'number-from-other',
      message: /^(?<function>int|float|complex)\(\) argument must be .*, not '?(?<type>[\w.]+)/,
      text: '`$<function>()` converts text and numbers, and got a value of type `$<type>`. Check where it comes from; for a collection, convert its items one by one.',
    },
    {
      id: 'number-required',
      message: /^must be real number, not (?<type>\S+)/,
      text: 'A number is needed here, and the value is of type `$<type>`. Convert text with `float()` or `int()` first.',
    },
  ],
  ValueError: [
    {
      id: 'int-of-empty',
      message: /^invalid literal for int\(\) with base \d+: '\s*'/,
      text: 'The text to convert is empty, so it holds no number. Check what was read or typed in, and test for empty text before you call `int()`.',
    },
    {
      id: 'int-of-decimal',
      message: /^invalid literal for int\(\) with base 10: (?<text>'[+-]?\d*\.\d*')/,
      text: '`int()` reads only whole numbers, and `$<text>` has a decimal point. Convert with `float()`, and then with `int()` or `round()` if you need a whole number.',
    },
    {
      id: 'int-of-text',
      message: /^invalid literal for int\(\) with base 10: (?<text>.+)$/,
      text: '`int()` cannot read `$<text>` as a whole number. It accepts digits, a sign in front, single underscores between digits, and spaces around them. Check the text, or catch the `ValueError` where people type it in.',
    },
    {
      id: 'int-with-base',
      message: /^invalid literal for int\(\) with base (?<base>\d+): (?<text>.+)$/,
      text: '`$<text>` contains something that is not a digit in base $<base>. Check the text and the second argument of `int()`.',
    },
    {
      id: 'float-of-text',
      message: /^could not convert string to (?:float|complex): (?<text>.+)$/,
      text: '`$<text>` does not look like a number to Python. The decimal point is a dot, and commas, units and currency signs have to be removed first.',
    },
    {
      id: 'int-of-nan',
      message: /^cannot convert float NaN to integer/,
      text: 'The value is NaN, "not a number", which no integer stands for. Find the calculation or the missing data that produced it, or test with `math.isnan`.',
    },
    {
      id: 'int-too-many-digits',
      message: /^Exceeds the limit \((?<limit>\d+) digits\) for integer string conversion/,
      text: 'Python converts at most $<limit> digits between `int` and decimal text, because longer conversions could block a program. Keep the number as an `int`, show it with `hex()`, or raise the limit as the message says.',
    },
    {
      id: 'math-domain',
      message: /^(?:math domain error|expected a (?:nonnegative|positive) input|expected a number in range)/,
      text: 'The function has no real result for this number: the square root of a negative number, for example, or the logarithm of zero. Test the argument first; `cmath` calculates with complex numbers.',
    },
    {
      id: 'shift-negative',
      message: /^negative shift count/,
      text: 'Bits cannot be shifted by a negative count. Shift in the other direction instead.',
    },
    {
      id: 'byte-range',
      message: /^bytes? must be in range\(0, 256\)/,
      text: 'A byte is a number from `0` to `255`. A larger number takes several bytes: use `int.to_bytes`.',
    },
    {
      id: 'chr-range',
      message: /^chr\(\) arg not in range/,
      text: '`chr` takes a Unicode code point, from `0` to `0x10FFFF`. Check where the number comes from.',
    },
  ],
  ZeroDivisionError: [
    {
      id: 'zero-to-negative-power',
      message: /^zero to a negative power/,
      text: 'Zero to a negative power is a division by zero. Test the base before the calculation.',
    },
  ],
  OverflowError: [
    {
      id: 'overflow-float',
      message: /^(?:\(\d+, '(?:Numerical result out of range|Result not representable)'\)|math range error)/,
      text: 'The result is too large for a `float`, which ends near `1.8e308`. Check the arguments; integers have no such limit, and `decimal` reaches much further.',
    },
    {
      id: 'overflow-int-to-float',
      message: /^(?:int(?:eger)? too large to convert to float|integer division result too large for a float)/,
      text: 'An `int` can be of any size, but a `float` ends near `1.8e308`, so this number does not fit. Stay with integers, for instance by dividing with `//`, or use `fractions` or `decimal`.',
    },
    {
      id: 'overflow-infinity',
      message: /^cannot convert float infinity to integer/,
      text: 'The value is infinite, and no integer stands for that. Find the calculation that produced it, or test with `math.isfinite`.',
    },
    {
      id: 'overflow-index',
      message: /^(?:cannot fit 'int' into an index-sized integer|Python int too large to convert to C )/,
      text: 'The number is larger than a size, a position or a machine number can be. Check the calculation that it comes from.',
    },
    {
      id: 'overflow-bytes',
      message: /^(?:int too big to convert|can't convert negative int to unsigned)/,
      text: 'The number does not fit into the bytes given to `to_bytes`. Ask for more bytes, and pass `signed=True` for negative numbers.',
    },
    {
      id: 'overflow-date',
      message: /^date value out of range/,
      text: 'The date lies outside the years 1 to 9999, which are all that `datetime` knows. Check the `timedelta` that is added.',
    },
  ],
  'decimal.DivisionByZero': [
    {
      id: 'decimal-division-by-zero',
      text: 'A `Decimal` is divided by zero. Find out why the divisor is zero, and test for it before the division.',
    },
  ],
  'decimal.InvalidOperation': [
    {
      id: 'decimal-of-text',
      message: /ConversionSyntax/,
      text: 'The text is not a number that `Decimal` can read. The decimal point is a dot, and commas, units and currency signs have to be removed first.',
    },
    {
      id: 'decimal-invalid',
      text: 'The calculation with `Decimal` has no defined result, such as zero divided by zero or a remainder of a division by zero. Test the operands first.',
    },
  ],
  'statistics.StatisticsError': [
    {
      id: 'statistics-too-few',
      message: /requires at least/,
      text: 'There are too few values for this statistic; the message says how many it needs. Check why the data is empty or so short.',
    },
  ],
};
