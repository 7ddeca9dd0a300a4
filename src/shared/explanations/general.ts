import type { Table } from './entry.ts';

/** What an exception means when its message is not a known one, as in `raise ValueError("amount is negative")`. */
export const general: Table = {
  NameError: [
    {
      id: 'name-error',
      text: 'A name is used that does not exist at this point. Check its spelling, and that the line that assigns it has run before.',
    },
  ],
  AttributeError: [
    {
      id: 'attribute-error',
      text: 'An object does not have the attribute that is asked for. Check the spelling, and with `print(type(...))` what the object is.',
    },
  ],
  ImportError: [
    {
      id: 'import-error',
      text: 'An import failed. The message says what is missing, and the last lines of the traceback show which import statement asked for it.',
    },
  ],
  TypeError: [
    {
      id: 'type-error',
      text: 'A function or operator got a value of a type that it does not work with; the message says which. Check with `print(type(...))` what the values on this line are.',
    },
  ],
  ValueError: [
    {
      id: 'value-error',
      text: 'A function got an argument of the right type whose value it cannot use; the message says why. Print the argument just before this line.',
    },
  ],
  IndexError: [
    {
      id: 'index-error',
      text: 'A position lies outside what exists. With `n` items the positions run from `0` to `n - 1`; compare the position with the length.',
    },
  ],
  ZeroDivisionError: [
    {
      id: 'zero-division',
      text: 'The number behind `/`, `//`, `%` or in `divmod` is zero. Find out why, often because something that is counted is empty, and test for it before the division.',
    },
  ],
  OverflowError: [
    {
      id: 'overflow-error',
      text: 'The result of a calculation, or a number that is passed on, is too large for the type that has to hold it. Check the numbers on this line.',
    },
  ],
  UnicodeError: [
    {
      id: 'unicode-error',
      text: 'Text could not be converted to bytes, or bytes to text. Check which encoding the data is really in, and name it with `encoding=`.',
    },
  ],
  're.PatternError': [
    {
      id: 'regex-error',
      text: 'The regular expression is not valid; the message says what is wrong and at which position, counted from `0`. Write patterns as raw strings, `r"..."`.',
    },
  ],
  RuntimeError: [
    {
      id: 'runtime-error',
      text: 'Something went wrong that fits no other kind of exception; the message says what. The last lines of the traceback show which code raised it.',
    },
  ],
  OSError: [
    {
      id: 'os-error',
      text: 'The operating system could not do what the program asked for, with a file, a process or the network; the message gives its reason.',
    },
  ],
  TimeoutError: [
    {
      id: 'timeout-error',
      text: 'An operation took longer than it was allowed to. Allow more time, or handle the delay with `except TimeoutError`.',
    },
  ],
  AssertionError: [
    {
      id: 'assertion-message',
      text: 'A condition that the program or a test takes for granted does not hold; the message says which. Print the values that it speaks of just before this line.',
    },
  ],
  SyntaxError: [
    {
      id: 'syntax-error',
      text: 'Python cannot read the program, so no line of it has run. Look at the marked place and just before it.',
    },
  ],
};
