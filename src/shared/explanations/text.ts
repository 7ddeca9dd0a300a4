import type { Table } from './entry.ts';

/** Strings and bytes, formatting, encodings, JSON and regular expressions. */
export const text: Table = {
  TypeError: [
    {
      id: 'join-of-other',
      message: /^sequence item (?<index>\d+): expected str instance, (?<type>\S+) found/,
      text: '`join` connects only strings, and item $<index> is of type `$<type>`. Convert the items, as in `", ".join(map(str, items))`.',
    },
    {
      id: 'join-of-single',
      message: /^can only join an iterable/,
      text: '`join` takes one iterable of strings, such as a list. It is called on the separator, as in `", ".join(words)`.',
    },
    {
      id: 'bytes-without-encoding',
      message: /^string argument without an encoding/,
      text: 'Text becomes bytes only by an encoding. Name one, as in `bytes(text, "utf-8")`, or write `text.encode()`, which uses UTF-8.',
    },
    {
      id: 'bytes-required',
      message: /^a bytes-like object is required, not '(?<type>[^']+)'/,
      text: 'Bytes are needed here, and the value is of type `$<type>`. Make bytes of text with `.encode()`, or write the literal as `b"..."`; a file opened with `"b"` in its mode reads and writes bytes.',
    },
    {
      id: 'json-text-required',
      message: /^the JSON object must be str, bytes or bytearray, not (?<type>\S+)/,
      text: '`json.loads` parses text, and this value is of type `$<type>`, perhaps parsed already. To read from an open file, use `json.load`.',
    },
    {
      id: 'str-required',
      message:
        /(?:must be (?:a )?str(?: or [\w. ]{1,60})?|str expected|expected str, bytes or os\.PathLike object|expected string or bytes-like object)(?:, not|, got) '?(?<type>[\w.]+)'?/,
      text: 'Text is needed here, and the value is of type `$<type>`. Check where it comes from; a number becomes text with `str()`.',
    },
    {
      id: 'format-percent-missing',
      message: /^not enough arguments for format string/,
      text: 'The text has more `%` places than values were given. Several values go into a tuple, as in `"%s of %s" % (done, total)`; an f-string is easier to get right.',
    },
    {
      id: 'format-percent-leftover',
      message: /^not all arguments converted during string formatting/,
      text: 'After text, `%` formats, and the text has fewer places than values were given. For the remainder of a division, convert the text with `int()` first.',
    },
    {
      id: 'format-percent-number',
      message:
        /^(?:%\w format: (?:a real number|an integer) is required|format argument: %\w requires (?:a real number|an integer)), not (?<type>\S+)/,
      text: 'This `%` place needs a number, and the value is of type `$<type>`. Convert it with `int()` or `float()`, or use `%s`, which takes anything.',
    },
    {
      id: 'format-unsupported',
      message: /^unsupported format string passed to (?<type>\S+)\.__format__/,
      text: 'A value of type `$<type>` accepts nothing behind the colon in its braces. Convert it to text first with `!s`, as in `{value!s:>10}`.',
    },
    {
      id: 'json-not-serializable',
      message: /^Object of type (?<type>\S+) is not JSON serializable/,
      text: 'JSON has only objects, arrays, strings, numbers, `true`, `false` and `null`, so a value of type `$<type>` cannot be written. Convert it first, for instance a set with `sorted(...)`, or pass a `default=` function.',
    },
    {
      id: 'json-keys',
      message: /^keys must be str, int, float, bool or None, not (?<type>\S+)/,
      text: 'The keys of a JSON object are strings, and one key of this dictionary is of type `$<type>`. Convert the keys with `str()`, or store a list of pairs.',
    },
  ],
  ValueError: [
    {
      id: 'substring-not-found',
      message: /^sub(?:string|section) not found/,
      text: 'The text does not contain what `index` looks for. Test with `in` first, or use `find`, which gives `-1` instead of an exception.',
    },
    {
      id: 'separator-empty',
      message: /^empty separator/,
      text: 'The separator is an empty string, so there is nothing to split at. `list(text)` gives the characters, and `split()` without an argument splits at whitespace.',
    },
    {
      id: 'format-code',
      message: /^Unknown format code '(?<code>[^']+)' for object of type '(?<type>[^']+)'/,
      text: 'A value of type `$<type>` does not know the format code `$<code>`. `d` is for an `int`, `f` for a number with decimals, `s` for text: choose another code, or convert the value.',
    },
    {
      id: 'format-specifier',
      message: /^Invalid format specifier '(?<code>[^']+)'/,
      text: 'Python cannot read `$<code>` behind the colon. The order is fill and alignment, sign, width, `,`, precision and type, as in `{price:>10,.2f}`.',
    },
    {
      id: 'format-brace',
      message: /^Single '(?<brace>[{}])' encountered in format string/,
      text: 'A brace in a format string stands for a value. To show a brace as it is, double it: `{{` or `}}`.',
    },
    {
      id: 'format-numbering',
      message: /^cannot switch from (?:manual|automatic) field/,
      text: 'The text mixes numbered places, `{0}`, with places without a number, `{}`. Number all of them or none.',
    },
    {
      id: 'format-percent-character',
      message: /^(?:unsupported format (?:character|%)|incomplete format|stray %)/,
      text: 'In text before the operator `%`, every `%` begins a place for a value, such as `%s`. To show a percent sign, write `%%`, or use an f-string.',
    },
    {
      id: 'date-format',
      message: /^time data (?<text>'.*') does not match format (?<format>'.*')/,
      text: 'The text `$<text>` is not written as `$<format>` says. Compare them piece by piece, including separators and spaces; `%d` is the day, `%m` the month, `%Y` the year with four digits.',
    },
    {
      id: 'date-leftover',
      message: /^unconverted data remains: (?<rest>.+)$/,
      text: 'The format fits the beginning of the text, but `$<rest>` is left over. Add the directives for it, such as `%H:%M` for a time, or cut the text.',
    },
    {
      id: 'date-directive',
      message: /^'(?<code>[^']+)' is a bad directive in format/,
      text: '`%$<code>` is not a directive that `strptime` knows. Check the letter and its case: `%M` is the minute and `%m` the month.',
    },
    {
      id: 'date-isoformat',
      message: /^Invalid isoformat string: (?<text>.+)$/,
      text: '`fromisoformat` reads ISO 8601, such as `2026-01-31` or `2026-01-31T09:30`, and `$<text>` is not in that form. For other forms, use `strptime` with a format.',
    },
    {
      id: 'json-circular',
      message: /^Circular reference detected/,
      text: 'An object contains itself, directly or by way of others, so its JSON would never end. Find the reference back, and leave it out or replace it by an id.',
    },
    {
      id: 'literal-malformed',
      message: /^malformed node or string/,
      text: '`ast.literal_eval` accepts only literals: numbers, text, bytes, tuples, lists, dictionaries, sets, `True`, `False` and `None`. Names and calls are refused on purpose.',
    },
  ],
  UnicodeDecodeError: [
    {
      id: 'decode-utf-8',
      message: /^'utf-8' codec can't decode byte (?<byte>0x\w+)/,
      text: 'The byte `$<byte>` is not valid UTF-8 at its place. The bytes are in another encoding, such as `latin-1` or `cp1252`, cut in the middle of a character, or not text at all: find out which before you choose an encoding.',
    },
    {
      id: 'decode-other',
      message: /^'(?<encoding>[^']+)' codec can't decode/,
      text: 'The bytes are not valid in the encoding `$<encoding>`. Most text today is UTF-8: pass `encoding="utf-8"`, unless you know that the text is in another one.',
    },
  ],
  UnicodeEncodeError: [
    {
      id: 'encode-surrogate',
      message: /surrogates not allowed/,
      text: 'The text contains half of a surrogate pair, which is not a character by itself. It usually comes from a `\\ud83d` escape, or from bytes decoded with `surrogateescape`: repair the text where it comes in.',
    },
    {
      id: 'encode-other',
      message: /^'(?<encoding>[^']+)' codec can't encode characters? /,
      text: 'The encoding `$<encoding>` has no bytes for a character of this text. Encode with `utf-8`, which covers them all, or say with `errors=` what to do with the others.',
    },
  ],
  LookupError: [
    {
      id: 'encoding-unknown',
      message: /^unknown encoding: (?<encoding>\S+)/,
      text: 'Python knows no encoding called `$<encoding>`. Check the spelling; the usual choice is `utf-8`.',
    },
    {
      id: 'context-variable-unset',
      message: /^<ContextVar name='(?<name>[^']+)'/,
      text: 'The context variable `$<name>` has no value in this context. Call `set` before `get`, in the same task or in the one that starts it, or give the variable a default.',
    },
  ],
  'json.decoder.JSONDecodeError': [
    {
      id: 'json-not-json',
      message: /^Expecting value: line 1 column 1 \(char 0\)/,
      text: 'The text does not begin like JSON: it is empty, or something else, such as an HTML page or a file name. Print its first characters.',
    },
    {
      id: 'json-quotes',
      message: /^Expecting property name enclosed in double quotes: line (?<line>\d+) column (?<column>\d+)/,
      text: 'In JSON every key is in double quotes; single quotes and bare names are not allowed. Look at line $<line>, column $<column>. Text made with `str(dict)` is not JSON: use `json.dumps`.',
    },
    {
      id: 'json-trailing-comma',
      message: /^Illegal trailing comma before end of (?<type>\w+): line (?<line>\d+) column (?<column>\d+)/,
      text: 'JSON allows no comma behind the last item of an $<type>. Remove the one in line $<line>, column $<column>.',
    },
    {
      id: 'json-extra-data',
      message: /^Extra data: line (?<line>\d+) column (?<column>\d+)/,
      text: 'A complete JSON value ends before line $<line>, column $<column>, and more text follows. If the text holds one JSON value on each line, parse it line by line.',
    },
    {
      id: 'json-control-character',
      message: /^Invalid control character at: line (?<line>\d+) column (?<column>\d+)/,
      text: 'A string in JSON contains a line break or another control character as it is, in line $<line>, column $<column>. It has to be written as an escape, such as `\\n`.',
    },
    {
      id: 'json-escape',
      message: /^Invalid \\(?:escape|u\w+ escape): line (?<line>\d+) column (?<column>\d+)/,
      text: 'The backslash in line $<line>, column $<column> begins no escape that JSON knows. A backslash itself is written twice; in a Python literal, use a raw string, `r"..."`.',
    },
    {
      id: 'json-unterminated',
      message: /^Unterminated string starting at: line (?<line>\d+) column (?<column>\d+)/,
      text: 'The string that begins in line $<line>, column $<column> has no closing quote. The text is cut off, or a quote inside the string lacks its backslash.',
    },
    {
      id: 'json-syntax',
      message: /: line (?<line>\d+) column (?<column>\d+) /,
      text: 'The text is not valid JSON at line $<line>, column $<column>. Look there for a missing comma, colon or bracket; `True`, `None` and comments are Python, not JSON.',
    },
  ],
  're.PatternError': [
    {
      id: 'regex-unclosed-group',
      message: /^missing \), unterminated subpattern at position (?<position>\d+)/,
      text: 'The parenthesis at position $<position> opens a group that nothing closes. Close it, or write `\\(` to match a parenthesis.',
    },
    {
      id: 'regex-unbalanced',
      message: /^unbalanced parenthesis at position (?<position>\d+)/,
      text: 'The parenthesis at position $<position> closes a group that nothing has opened. Remove it, or write `\\)` to match a parenthesis.',
    },
    {
      id: 'regex-unclosed-set',
      message: /^unterminated character set at position (?<position>\d+)/,
      text: 'The bracket at position $<position> opens a set of characters that nothing closes. Close it, or write `\\[` to match a bracket.',
    },
    {
      id: 'regex-repeat',
      message: /^(?:nothing|multiple) to repeat at position (?<position>\d+)|^multiple repeat at position/,
      text: '`*`, `+`, `?` and `{n}` repeat what stands before them, and there is nothing that can be repeated. To match the character itself, put a backslash before it, or use `re.escape`.',
    },
    {
      id: 'regex-escape',
      message: /^bad escape (?<escape>\\\S+|\(end of pattern\))/,
      text: 'A backslash in the pattern begins no escape that `re` knows. To match a backslash, write `\\\\` in a raw string, `r"..."`; text that should be matched as it is goes through `re.escape`.',
    },
    {
      id: 'regex-look-behind',
      message: /^look-behind requires fixed-width pattern/,
      text: 'What a look-behind, `(?<=...)`, contains must have a fixed length, so `*`, `+` and `?` are not possible in it. Match the text in front as a group instead.',
    },
    {
      id: 'regex-group-reference',
      message: /^invalid group reference (?<group>\d+)/,
      text: 'The pattern has no group $<group>. Groups are counted by their opening parentheses, from 1.',
    },
  ],
};
