import type { Table } from './entry.ts';

/** What stands behind a dot. */
export const attributes: Table = {
  AttributeError: [
    {
      id: 'attribute-of-none',
      message: /^'NoneType' object has no attribute '(?<name>[^']+)'/,
      text: 'The value left of `.$<name>` is `None`. Look where it comes from: a function without `return` gives `None`, and so does a method that changes its object in place, such as `list.sort`.',
    },
    {
      id: 'attribute-of-partial-module',
      message: /^partially initialized module '(?<module>[^']+)'.* has no attribute '(?<name>[^']+)'/,
      text: '`$<module>` is still being imported, because two modules import each other, and has no `$<name>` yet. Move what both need into a third module, or import it inside the function that uses it.',
    },
    {
      id: 'attribute-of-module',
      message: /^module '(?<module>[^']+)' has no attribute '(?<name>[^']+)'/,
      text: 'The module `$<module>` has no `$<name>`. Check the spelling, and that no file of your own has the name of the module. A submodule needs an import statement of its own.',
    },
    {
      id: 'attribute-of-coroutine',
      message: /^'coroutine' object has no attribute '(?<name>[^']+)'/,
      text: 'The value left of `.$<name>` is a coroutine: calling an `async def` function runs none of its code yet. Write `await` before the call, in parentheses, and ask its result for `$<name>`.',
    },
    {
      id: 'attribute-private',
      message: /^'[^']+' object has no attribute '(?<name>(?:_\w*?[^\W_])?__(?!\w*__')\w+)'/,
      text: 'A name with two leading underscores belongs to the class whose body uses it: Python stores it with the name of that class in front, as in `_Account__balance`. For use in other classes, give it one underscore or offer a method.',
    },
    {
      id: 'attribute-of-tuple',
      message:
        /^'tuple' object has no attribute '(?<name>append|extend|insert|remove|pop|sort|reverse|clear|add|update)'/,
      text: 'A tuple cannot change after it is made, so it has no `$<name>`. Use a list, in square brackets, for what grows or shrinks.',
    },
    {
      id: 'attribute-suggestion',
      message: /^'(?<type>[^']+)' object has no attribute '(?<name>[^']+)'\. Did you mean:? '\.?(?<other>[^']+)'/,
      text: 'An object of type `$<type>` has no `$<name>`, but it has `$<other>`. Correct the name if that is the one you meant.',
    },
    {
      id: 'attribute-no-dict',
      message: /^'(?<type>[^']+)' object has no attribute '(?<name>[^']+)' and no __dict__/,
      text: 'Objects of type `$<type>` take no new attributes, so `$<name>` cannot be set: the type is built in, or its class lists the permitted names in `__slots__`. Add the name there, or use a class of your own.',
    },
    {
      id: 'attribute-of-dict',
      message: /^'dict' object has no attribute '(?<name>[^']+)'/,
      text: 'A dictionary has no attribute `$<name>`. A value is read by its key in brackets, as in `order["$<name>"]`; behind the dot are only methods, such as `get` and `items`.',
    },
    {
      id: 'attribute-of-function',
      message: /^'(?:function|method|builtin_function_or_method)' object has no attribute '(?<name>[^']+)'/,
      text: 'The value left of `.$<name>` is a function, not what it returns. Call it first: parentheses are missing.',
    },
    {
      id: 'attribute-of-super',
      message: /^'super' object has no attribute '(?<name>[^']+)'/,
      text: 'No class that follows in the method resolution order has a `$<name>`, so `super()` finds none. Check the base classes and the spelling; the class that introduces a method does not pass it on with `super()`.',
    },
    {
      id: 'attribute-of-class',
      message: /^type object '(?<class>[^']+)' has no attribute '(?<name>[^']+)'/,
      text: 'The class `$<class>` has no `$<name>`. Attributes that `__init__` sets on `self` belong to the instances: create one with `$<class>(...)` first. Otherwise check the spelling.',
    },
    {
      id: 'attribute-no-setter',
      message: /^property '(?<name>[^']+)' of '(?<class>[^']+)' object has no setter/,
      text: '`$<name>` of `$<class>` is a property without a setter, so it can only be read. Assign to the attributes that it is computed from, or define a setter with `@$<name>.setter`.',
    },
    {
      id: 'attribute-no-deleter',
      message: /^property '(?<name>[^']+)' of '(?<class>[^']+)' object has no deleter/,
      text: '`$<name>` of `$<class>` is a property without a deleter, so `del` cannot remove it. Delete the attribute that holds its value, or define a deleter with `@$<name>.deleter`.',
    },
    {
      id: 'attribute-read-only',
      message: /^'(?<class>[^']+)' object attribute '(?<name>[^']+)' is read-only/,
      text: '`$<name>` is defined by the class `$<class>`, and its instances have no place for a value of their own. If the class lists `__slots__`, add a slot; an attribute of a built-in type cannot be replaced.',
    },
    {
      id: 'attribute-not-writable',
      message: /^attribute '(?<name>[^']+)' of '(?<type>[^']+)' objects is not writable/,
      text: '`$<name>` is computed by the type `$<type>` and cannot be assigned. Create a new object that has the value you want.',
    },
    {
      id: 'attribute-of-named-tuple',
      message: /^can't set attribute$/,
      text: 'A field of a named tuple cannot be assigned, because tuples do not change. Make a changed copy with its `_replace` method.',
    },
    {
      id: 'enum-reassigned',
      message: /^cannot reassign member '(?<name>[^']+)'/,
      text: 'Members of an enumeration are constants, so `$<name>` cannot be given another value. Keep what changes in a variable that refers to one of the members.',
    },
    {
      id: 'attribute-of-builtin',
      message:
        /^'(?<type>str|int|float|complex|bool|list|tuple|set|frozenset|bytes|bytearray|range|generator|map|filter|zip)' object has no attribute '(?<name>[^']+)'/,
      text: 'The value left of the dot is of type `$<type>`, and that type has no `$<name>`. Check the name of the method, and with `print(type(...))` whether the variable holds what you expect.',
    },
    {
      id: 'attribute-of-object',
      message: /^'(?<type>[^']+)' object has no attribute '(?<name>[^']+)'/,
      text: 'This object of type `$<type>` has no `$<name>`. An attribute exists once it has been assigned, usually in `__init__` as `self.$<name> = ...`: check that this line has run, and the spelling.',
    },
  ],
};
