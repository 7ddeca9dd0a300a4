import type { Table } from './entry.ts';

/** Calls: too many arguments, too few, the wrong ones, and things that cannot be called. */
export const calls: Table = {
  TypeError: [
    {
      id: 'arguments-missing-self',
      message: /^(?<function>[^( ]+)\(\) missing 1 required positional argument: 'self'/,
      text: '`$<function>` got nothing for `self`, as happens when a method is called on the class. Create an instance, with parentheses behind the name of the class, and call the method on that; a static method takes no `self`.',
    },
    {
      id: 'arguments-missing',
      message: /^(?<function>[^( ]+)\(\) missing \d+ required positional arguments?: (?<names>'.+)$/,
      text: '`$<function>` needs a value for every parameter that has no default, and this call gives none for $<names>. Add the missing values, or give the parameters a default if the function is yours.',
    },
    {
      id: 'arguments-missing-keyword-only',
      message: /^(?<function>[^( ]+)\(\) missing \d+ required keyword-only arguments?: (?<names>'.+)$/,
      text: '`$<function>` takes what follows the `*` in its parameter list by name only, and this call gives no value for $<names>. Pass it as `name=value`.',
    },
    {
      id: 'arguments-method-without-self',
      message: /^(?<function>(?:[^( ]*\.)?\w+\.\w+)\(\) takes 0 positional arguments but 1 was given/,
      text: 'A call on an instance passes that instance as the first argument, and `$<function>` has no parameter for it. Add `self` in front of its parameters (`cls` in a class method).',
    },
    {
      id: 'arguments-method-count',
      message:
        /^(?<function>(?:[^( ]*\.)?\w+\.\w+)\(\) takes (?:from \d+ to )?\d+ positional arguments? but \d+ (?:was|were|positional)/,
      text: 'In a method both numbers count the instance, which a call passes as `self` by itself. Compare the rest with the `def` line of `$<function>`: an argument too many, or a method that lacks `self`.',
    },
    {
      id: 'arguments-too-many',
      message:
        /^(?<function>[^( ]+)\(\) takes (?:from \d+ to )?(?<most>\d+) positional arguments? but (?<given>\d+) (?:was|were|positional)/,
      text: 'This call passes $<given> by position, and `$<function>` takes at most $<most> that way. Compare the call with the `def` line; parameters behind a `*` are passed by name.',
    },
    {
      id: 'class-base-is-module',
      message: /^module\(\) takes at most 2 arguments \(3 given\)/,
      text: 'The `class` statement names a module where a base class belongs. Take the class out of the module, as in `random.Random`.',
    },
    {
      id: 'class-keyword',
      message: /^(?<method>\S*__init_subclass__)\(\) (?:takes no keyword|got an unexpected keyword)/,
      text: 'Keyword arguments of a `class` statement go to `__init_subclass__` of its base classes, and none there accepts this one. Check the spelling: a metaclass is given as `metaclass=...`.',
    },
    {
      id: 'arguments-for-object',
      message: /^object\.__(?:init|new)__\(\) takes exactly one argument/,
      text: 'The arguments have reached `object`, which takes none. A class in the chain passes more to `super()` than the classes behind it accept, or none of them has an `__init__` that takes them.',
    },
    {
      id: 'arguments-sort-key',
      message: /^(?:sort\(\) takes no positional arguments|sorted expected 1 argument)/,
      text: 'Sorting takes its options by name: `key=` for a function that says what to sort by, and `reverse=True` for descending order.',
    },
    {
      id: 'arguments-wrong-count',
      message:
        /^(?<function>[\w.]+)(?:\(\))? (?:takes (?:exactly|at most|at least) \w+ (?:positional |keyword )?arguments? \(\d+ given\)|expected (?:exactly |at most |at least )?\d+ arguments?, got \d+|missing required argument ')/,
      text: '`$<function>` does not accept this number of arguments; the message says what it takes. Several values for one parameter go into one list or tuple.',
    },
    {
      id: 'arguments-no-keywords',
      message: /^(?<function>[\w.]+)\(\) takes no keyword arguments/,
      text: '`$<function>` takes its arguments by position only. Leave out the name and the `=`.',
    },
    {
      id: 'arguments-class-takes-none',
      message: /^(?<class>\w+)\(\) takes no arguments/,
      text: '`$<class>` has no `__init__` that could take arguments. Define one with exactly this spelling, two underscores on either side, or make the class a dataclass.',
    },
    {
      id: 'arguments-keyword-suggestion',
      message:
        /^(?<function>[^( ]+)\(\) got an unexpected keyword argument '(?<name>[^']+)'\. Did you mean '(?<other>[^']+)'/,
      text: '`$<function>` has no parameter `$<name>`, but it has `$<other>`. Correct the spelling if that is the one you meant.',
    },
    {
      id: 'arguments-unexpected-keyword',
      message: /^(?<function>[^( ]+)\(\) got an unexpected keyword argument '(?<name>[^']+)'/,
      text: '`$<function>` has no parameter called `$<name>`. Compare the name with its signature, or leave the argument out.',
    },
    {
      id: 'arguments-positional-only',
      message:
        /^(?<function>[^( ]+)\(\) got some positional-only arguments passed as keyword arguments: '(?<names>[^']+)'/,
      text: 'Parameters in front of the `/` in a signature cannot be passed by name, and this call of `$<function>` names `$<names>`. Pass the value by position.',
    },
    {
      id: 'arguments-twice',
      message: /^(?<function>[^( ]+)\(\) got multiple values for (?:keyword )?argument '(?<name>[^']+)'/,
      text: 'This call gives `$<name>` a value twice, for instance by position and again by name or through `**`. Remove one of the two; in a method, check that `self` comes first.',
    },
    {
      id: 'arguments-star',
      message: /(?:argument|Value) after \* must be an iterable, not (?<type>[\w.]+)/,
      text: 'The `*` takes the items out of an iterable, such as a list, and here it stands before a value of type `$<type>`. Leave the `*` out, or check where the value comes from.',
    },
    {
      id: 'arguments-double-star',
      message: /(?:argument|Value) after \*\* must be a mapping, not |^'[^']+' object is not a mapping/,
      text: 'The `**` takes names and values out of a mapping, such as a dictionary, and here it stands before something else. Check where that value comes from.',
    },
    {
      id: 'call-of-module',
      message: /^'module' object is not callable/,
      text: 'The name in front of the parentheses stands for a module. Call what is inside it, as in `datetime.datetime(...)`, or import that by name with `from datetime import datetime`.',
    },
    {
      id: 'call-of-none',
      message: /^'NoneType' object is not callable/,
      text: 'What stands before the parentheses is `None`. A decorator or another function that should return a function probably lacks its `return`.',
    },
    {
      id: 'call-of-value',
      message:
        /^'(?<type>str|int|float|complex|bool|list|tuple|dict|set|frozenset|bytes|generator)' object is not callable/,
      text: 'The parentheses call a value of type `$<type>`. Look for a variable that has taken the name of a function, as in `sum = 3`, for a property that is called like a method, and for a missing operator or comma.',
    },
    {
      id: 'call-of-object',
      message: /^'(?<type>[^']+)' object is not callable/,
      text: 'An object of type `$<type>` cannot be called, because its class has no `__call__` method. Leave out the parentheses, or call one of its methods.',
    },
    {
      id: 'descriptor-of-other-type',
      message:
        /^descriptor '(?<name>[^']+)' for '(?<type>[^']+)' objects doesn't apply to an? '(?<other>[^']+)' object/,
      text: '`$<type>.$<name>` was taken from the class and given an object of type `$<other>`. Pass it a `$<type>`, or call the method on the object itself.',
    },
    {
      id: 'method-unbound',
      message: /^unbound method (?<function>[^( ]+)\(\) needs an argument/,
      text: '`$<function>` was called on the class, so it has no object to work on. Call the method on a value, or pass the value as the first argument.',
    },
  ],
};
