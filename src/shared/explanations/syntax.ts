import type { Table } from './entry.ts';

/** Programs that Python cannot read. Messages do not quote the line, so the sentences speak of the marked place. */
export const syntax: Table = {
  SyntaxError: [
    {
      id: 'syntax-colon',
      message: /^expected ':'/,
      text: 'A colon is missing at the marked place. It stands before every block, behind `if`, `else`, `for`, `while`, `def`, `class`, `try`, `with` and `match`; the two words `else if` are one in Python, `elif`.',
    },
    {
      id: 'syntax-parenthesis',
      message: /^expected '\('/,
      text: 'A function has parentheses behind its name, even without parameters, as in `def load():`.',
    },
    {
      id: 'syntax-comma',
      message: /^invalid syntax\. Perhaps you forgot a comma\?/,
      text: 'Two values stand side by side with nothing between them. Put a comma or an operator there, and check the quotes: a quote inside text ends it.',
    },
    {
      id: 'syntax-keyword-typo',
      message: /^invalid syntax\. Did you mean '(?<word>[^']+)'\?/,
      text: 'One word of this line looks like a misspelled keyword. Write `$<word>` if that is the one you meant. If not, an operator or a comma is missing, or two statements share a line.',
    },
    {
      id: 'syntax-equals',
      message: /^invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?/,
      text: 'A single `=` assigns and cannot stand inside an expression. Compare with `==`; to assign and use the value at once, write `:=`.',
    },
    {
      id: 'syntax-print',
      message: /^Missing parentheses in call to '(?<name>print|exec)'/,
      text: '`$<name>` is a function in Python 3, so its arguments stand in parentheses.',
    },
    {
      id: 'syntax-value-missing',
      message: /^expected (?:argument|default) value expression/,
      text: 'Behind the `=` of an argument or a default, its value is missing. Add it, or leave out the `=`.',
    },
    {
      id: 'import-without-names',
      message: /^Expected one or more names after 'import'/,
      text: 'Behind `import` stands what to import: the name of a module, or, after `from`, names that the module defines.',
    },
    {
      id: 'syntax-invalid',
      message: /^invalid syntax$/,
      text: 'Python cannot read the line from the marked place on. Look there and just before it: a missing operator, quote or parenthesis, a keyword used as a name, or syntax of a later Python version than this one.',
    },
    {
      id: 'syntax-triple-quotes',
      message: /^unterminated triple-quoted (?:[ft]-)?string literal/,
      text: 'Text that begins with three quotes runs until the same three quotes, across lines, and here they never come. Look for the place where the text should end.',
    },
    {
      id: 'syntax-quotes',
      message: /^unterminated (?:[ft]-)?string literal/,
      text: 'Text begins with a quote, and the line ends without the same quote. Close it; text that contains a quote goes into the other kind of quotes, and text over several lines into three.',
    },
    {
      id: 'syntax-never-closed',
      message: /^'(?<bracket>[([{])' was never closed/,
      text: 'The marked `$<bracket>` has no partner. Close it, usually at the end of the same line.',
    },
    {
      id: 'syntax-unmatched',
      message: /^(?:f-string: )?unmatched '(?<bracket>[)\]}])'/,
      text: 'The marked `$<bracket>` closes nothing. Remove it, or add the bracket that should open before it.',
    },
    {
      id: 'syntax-brackets-differ',
      message: /^closing parenthesis '(?<closing>[)\]}])' does not match opening parenthesis '(?<opening>[([{])'/,
      text: 'The innermost open bracket is `$<opening>`, and `$<closing>` cannot close it. Brackets close in the reverse order in which they open.',
    },
    {
      id: 'fstring-empty',
      message: /^(?<kind>[ft])-string: (?:valid expression required|expression required|empty expression)/,
      text: 'The braces in the $<kind>-string hold no expression. Put a name or another expression in, or double both braces to show them as they are.',
    },
    {
      id: 'fstring-brace',
      message: /^(?<kind>[ft])-string: (?:expecting '}'|single '}' is not allowed)/,
      text: 'The braces of the $<kind>-string do not pair up. Close every `{` with a `}`; to show a brace as it is, double it.',
    },
    {
      id: 'fstring-conversion',
      message: /^(?<kind>[ft])-string: invalid conversion character/,
      text: 'Behind `!` stands `r`, `s` or `a`, for `repr`, `str` or `ascii`. A format, such as `.2f`, comes behind a colon.',
    },
    {
      id: 'fstring-other',
      message: /^(?<kind>[ft])-string: /,
      text: 'Something inside the braces of the $<kind>-string is not an expression that Python can read. Compute the value in a line of its own, and put only its name into the braces.',
    },
    {
      id: 'assign-constant',
      message: /^cannot assign to (?<name>True|False|None|__debug__|\.\.\.|ellipsis)/,
      text: '`$<name>` is a constant, so it cannot be assigned or used as the name of a parameter or argument. Choose another name.',
    },
    {
      id: 'assign-or-compare',
      message: /^cannot assign to (?<what>.{1,60}?) here\. Maybe you meant '==' instead of '='\?/,
      text: 'The left side of `=` must be something that can hold a value: a name, an attribute or an item. To compare, write `==`; otherwise the name goes to the left and the value to the right.',
    },
    {
      id: 'assign-expression',
      message: /^(?:'[^']+' is an illegal expression for augmented assignment|cannot assign to )/,
      text: 'Only a name, an attribute or an item can be assigned, and something else stands where a value is to be stored. A name goes there; the value belongs to the right of `=`.',
    },
    {
      id: 'keyword-argument-name',
      message: /^expression cannot contain assignment, perhaps you meant "=="\?/,
      text: 'In a call, a plain name stands before `=`, as in `area(width=3)`. To pass the result of a comparison, write `==`.',
    },
    {
      id: 'delete-expression',
      message: /^cannot delete /,
      text: '`del` removes a name, an attribute or an item, and not a value. Write what refers to the value, as in `del stock["tea"]`.',
    },
    {
      id: 'walrus-target',
      message: /^cannot use assignment expressions with /,
      text: 'The operator `:=` assigns only to a plain name. Assign to an attribute or an item with `=`, in a line of its own.',
    },
    {
      id: 'outside-function',
      message: /^'(?<word>return|yield|yield from)' outside function/,
      text: '`$<word>` is possible only in a function. Check the indentation of the line: it may be meant for the `def` above.',
    },
    {
      id: 'await-outside-function',
      message: /^'await' outside (?:async )?function/,
      text: '`await` is possible only directly in an `async def` function. Declare the function around it that way, or move the line into such a function, and start the outermost one with `asyncio.run(main())`.',
    },
    {
      id: 'async-outside-function',
      message:
        /^(?:'(?:async with|async for)' outside async function|asynchronous comprehension outside of an asynchronous function)/,
      text: '`async with` and `async for`, also in a comprehension, are possible only in an `async def` function. Declare the function around them as `async def`.',
    },
    {
      id: 'yield-in-comprehension',
      message: /^'yield' inside /,
      text: 'A comprehension cannot contain `yield`. Write a loop with `yield` in it instead.',
    },
    {
      id: 'async-generator-return',
      message: /^'return' with value in async generator/,
      text: 'A function that is `async def` and contains `yield` cannot return a value. Leave with a bare `return`, and hand the value out by `yield`.',
    },
    {
      id: 'yield-from-async',
      message: /^'yield from' inside async function/,
      text: 'An `async def` function has no `yield from`. Write a loop: `async for item in items: yield item`, or a plain `for`.',
    },
    {
      id: 'nonlocal-at-module-level',
      message: /^nonlocal declaration not allowed at module level/,
      text: '`nonlocal` speaks of a variable of an enclosing function, and this line is in none. At the top level of a module, just assign the name.',
    },
    {
      id: 'nonlocal-without-binding',
      message: /^no binding for nonlocal '(?<name>[^']+)' found/,
      text: 'No enclosing function assigns `$<name>`. Check the spelling; for a variable of the module, write `global $<name>`.',
    },
    {
      id: 'global-too-late',
      message: /^name '(?<name>[^']+)' is (?:used prior to|assigned to before) (?<word>global|nonlocal) declaration/,
      text: '`$<word> $<name>` must come before the first use of the name in the function. Move the declaration to its top.',
    },
    {
      id: 'global-conflict',
      message: /^name '(?<name>[^']+)' is (?:parameter|nonlocal) and (?:global|nonlocal)/,
      text: 'In one function a name is either a parameter, `global` or `nonlocal`, and `$<name>` is declared as two of them. Rename one or remove a declaration.',
    },
    {
      id: 'positional-after-keyword',
      message: /^positional argument follows keyword argument/,
      text: 'Arguments by position come before those given by name or `**`. Move this one to the front, or give it a name as well.',
    },
    {
      id: 'keyword-repeated',
      message: /^keyword argument repeated: (?<name>\S+)/,
      text: 'The call gives `$<name>` twice. Remove one of the two.',
    },
    {
      id: 'parameter-repeated',
      message: /^duplicate (?:argument|parameter|type parameter) '(?<name>[^']+)'/,
      text: 'Two parameters have the name `$<name>`. Rename one of them.',
    },
    {
      id: 'default-order',
      message: /^parameter without a default follows parameter with a default/,
      text: 'Parameters with a default come last, because arguments are assigned from left to right. Move the parameter without a default to the front, or put a `*` before it to make it keyword-only.',
    },
    {
      id: 'bare-star',
      message: /^named (?:arguments|parameters) must follow bare \*/,
      text: 'A `*` by itself says that the parameters behind it are passed by name, and none follows. Remove the `*`, or add a parameter.',
    },
    {
      id: 'generator-parentheses',
      message: /^Generator expression must be parenthesized/,
      text: 'A generator expression needs parentheses of its own when the call has other arguments, as in `sum((n * n for n in numbers), 10)`.',
    },
    {
      id: 'comprehension-parentheses',
      message: /^did you forget parentheses around the comprehension target\?/,
      text: 'A tuple as the item of a comprehension needs parentheses, as in `[(name, price) for name, price in stock]`.',
    },
    {
      id: 'break-outside-loop',
      message: /^'(?<word>break|continue)' (?:outside loop|not properly in loop)/,
      text: '`$<word>` is possible only in a loop, and not in a function defined there. Check the indentation of the line; to leave a function, use `return`.',
    },
    {
      id: 'import-star-in-function',
      message: /^import \* only allowed at module level/,
      text: '`import *` is possible only at the top level of a module. Name what the function needs, as in `from math import sqrt`.',
    },
    {
      id: 'future-import-late',
      message: /^from __future__ imports must occur at the beginning/,
      text: 'Imports from `__future__` change how the file is read, so only a docstring and comments may stand before them. Move the line to the top.',
    },
    {
      id: 'future-import-unknown',
      message: /^future feature (?<name>\S+) is not defined/,
      text: 'There is no feature `$<name>` in `__future__`. Check the spelling.',
    },
    {
      id: 'import-trailing-comma',
      message: /^trailing comma not allowed without surrounding parentheses/,
      text: 'The list of names to import ends with a comma. Remove it, or put the names in parentheses, which may run over several lines.',
    },
    {
      id: 'lazy-import-place',
      message: /^lazy (?:import|from|__future__).* (?:not allowed|cannot)/,
      text: 'A lazy import stands at the top level of a module, outside functions, classes and `try`, and names what it imports, since `*` would have to load the module at once. Move it, or leave out `lazy`.',
    },
    {
      id: 'number-leading-zero',
      message: /^leading zeros in decimal integer literals are not permitted/,
      text: 'A whole number must not begin with zero. Leave the zeros out, write octal numbers with `0o`, and keep numbers such as postal codes as text.',
    },
    {
      id: 'number-literal',
      message: /^invalid (?<kind>decimal|hexadecimal|octal|binary|imaginary) literal|^invalid digit '(?<digit>\w)' in/,
      text: 'Python reads a number here and finds something that does not belong to it. Names cannot begin with a digit, and underscores stand only between digits.',
    },
    {
      id: 'character-invalid',
      message: /^invalid character '(?<character>[^']+|')' \((?<code>U\+[0-9A-F]+)\)/,
      text: 'The character `$<character>` ($<code>) has no meaning in Python outside text and comments. It often comes from copied text: replace it by its plain form, such as `"` for a curly quote and `-` for a dash.',
    },
    {
      id: 'character-invisible',
      message: /^invalid non-printable character (?<code>U\+[0-9A-F]+)/,
      text: 'The line contains an invisible character, $<code>, which often comes with copied text. Delete the marked place and type it again.',
    },
    {
      id: 'backslash-not-last',
      message: /^unexpected character after line continuation character/,
      text: 'A backslash outside text continues the line and must be its last character. Remove it or what follows it; a path or a pattern belongs between quotes.',
    },
    {
      id: 'unexpected-end',
      message: /^unexpected EOF while parsing/,
      text: 'The program ends in the middle of a statement. Complete the last line: a backslash at its end, for example, promises another line.',
    },
    {
      id: 'string-unicode-escape',
      message: /^\(unicode error\) '(?:unicodeescape|rawunicodeescape)' codec can't decode/,
      text: 'A backslash with `U`, `u`, `x` or `N` begins an escape for a character, and this one is incomplete or unknown. Write a Windows path as a raw string, `r"C:\\Users"`, or with `/`.',
    },
    {
      id: 'bytes-ascii',
      message: /^bytes can only contain ASCII literal characters/,
      text: 'A bytes literal holds only ASCII characters. Write the text as a string and encode it: `"...".encode()`.',
    },
    {
      id: 'bytes-and-text',
      message: /^cannot mix bytes and nonbytes literals/,
      text: 'Neighboring literals are joined into one, and text cannot be joined with bytes. Put `b` before all of them or none, or add the missing comma.',
    },
    {
      id: 'try-without-except',
      message: /^expected 'except' or 'finally' block/,
      text: 'A `try` needs at least one `except` or `finally` behind its block, indented like the `try`.',
    },
    {
      id: 'except-parentheses',
      message: /^multiple exception types must be parenthesized/,
      text: 'Several exception types with an `as` behind them go into parentheses: `except (ValueError, KeyError) as error:`.',
    },
    {
      id: 'except-mixed',
      message: /^cannot have both 'except' and 'except\*' on the same 'try'/,
      text: 'All clauses of a `try` are either `except` or `except*`. A plain exception is caught by `except*` too, wrapped in a group.',
    },
    {
      id: 'except-star-leaves',
      message: /^'break', 'continue' and 'return' cannot appear in an except\* block/,
      text: 'Several `except*` blocks may run for one group, so none of them may leave the function or loop. Remember the result in a variable, and leave after the `try`.',
    },
    {
      id: 'except-default-last',
      message: /^default 'except:' must be last/,
      text: 'An `except:` without a type catches everything, so clauses behind it would never run. Move it to the end, or better, name the exceptions that you expect.',
    },
    {
      id: 'conditional-without-else',
      message: /^expected 'else' after 'if' expression/,
      text: 'A conditional expression always has a value, so it needs both: `price if in_stock else 0`. Without an alternative, use an `if` statement.',
    },
    {
      id: 'elif-after-else',
      message: /^'elif' block follows an 'else' block/,
      text: '`else` is the last branch of an `if`. Move the `elif` before it.',
    },
    {
      id: 'match-unreachable',
      message: /^(?:name capture '(?<name>[^']+)'|wildcard) makes remaining patterns unreachable/,
      text: 'A bare name or `_` matches everything, so the cases behind it can never be chosen. Move it to the end; to compare with a constant, use a dotted name, as in `Color.RED`.',
    },
    {
      id: 'match-alternatives',
      message: /^alternative patterns bind different names/,
      text: 'Whichever alternative of `|` matches, the same names must have a value afterwards. Use the same names in all of them, or separate cases.',
    },
    {
      id: 'match-name-twice',
      message: /^multiple assignments to name '(?<name>[^']+)' in pattern/,
      text: 'A pattern can give a name only one value, and `$<name>` occurs twice. Use two names, and compare them in a guard: `case [a, b] if a == b:`.',
    },
    {
      id: 'match-positional-last',
      message: /^positional patterns follow keyword patterns/,
      text: 'In a class pattern, values by position come before those by name. Move this one to the front, or name its attribute.',
    },
    {
      id: 'star-target',
      message: /^starred assignment target must be in a list or tuple/,
      text: 'A starred name takes the rest of several values, so it needs a tuple around it: `*rest, = items` or `first, *rest = items`. To copy into a list, write `list(items)`.',
    },
    {
      id: 'star-target-twice',
      message: /^multiple starred expressions in assignment/,
      text: 'Only one name of an assignment can take the rest, because two would leave open how to divide it. Remove one of the stars.',
    },
    {
      id: 'star-expression',
      message: /^can't use starred expression here/,
      text: 'A star takes the items out of something into a list, tuple, set or call, and there is none around it. Write `[*items]`, or leave out the star.',
    },
    {
      id: 'annotation-target',
      message: /^only single target \(not (?<what>tuple|list)\) can be annotated/,
      text: 'An annotation applies to one name. Annotate each one in a line of its own, `x: int`, and then assign to both.',
    },
    {
      id: 'dict-colon',
      message: /^':' expected after dictionary key/,
      text: 'A key in this dictionary has no value. Write each entry as `key: value`; braces with values alone make a set.',
    },
    {
      id: 'dict-value',
      message: /^expression expected after dictionary key and ':'/,
      text: 'The value behind the colon of a dictionary entry is missing. Add it, or `None`.',
    },
    {
      id: 'import-target',
      message: /^cannot use (?<what>.{1,60}) as import target/,
      text: 'Behind `as` stands the new name, a plain name without dots or brackets.',
    },
    {
      id: 'too-many-parentheses',
      message: /^too many nested parentheses/,
      text: 'Brackets are nested deeper than Python can read. Compute inner parts in lines of their own.',
    },
    {
      id: 'source-null',
      message: /^source code (?:string )?cannot contain null bytes/,
      text: 'The program contains a null character. The file is damaged, or saved as UTF-16: save it as UTF-8.',
    },
  ],
  IndentationError: [
    {
      id: 'indent-expected',
      message: /^expected an indented block after (?<what>.{1,60}) on line (?<line>\d+)/,
      text: 'Line $<line> opens a block, so the next line must be indented, by four spaces. If the block has nothing to do yet, write `pass`.',
    },
    {
      id: 'indent-unexpected',
      message: /^unexpected indent/,
      text: 'The line is indented more than the one above it, which opens no block. Remove the spaces, or check whether the line above lacks its colon or its keyword.',
    },
    {
      id: 'indent-mismatch',
      message: /^unindent does not match any outer indentation level/,
      text: 'The line ends a block, but its spaces equal those of no line that it could continue. Indent it exactly like the statement whose block it belongs to, and do not mix tabs and spaces.',
    },
  ],
  TabError: [
    {
      id: 'tabs-and-spaces',
      text: 'Some lines of the block are indented by tabs and others by spaces, so it is not certain which lines belong together. Use spaces everywhere; editors can convert tabs.',
    },
  ],
};
