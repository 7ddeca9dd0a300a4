import type { Table } from './entry.ts';

/** Classes and what they are made of: bases, special methods, dataclasses, enumerations, protocols, generics. */
export const classes: Table = {
  TypeError: [
    {
      id: 'abstract-class',
      message:
        /^Can't instantiate abstract class (?<class>\S+) without an implementation for abstract methods? (?<names>'.+)$/,
      text: '`$<class>` is abstract: it still lacks $<names>. Create an instance of a subclass that defines every abstract method, with the same spelling.',
    },
    {
      id: 'protocol-instance',
      message: /^Protocols cannot be instantiated/,
      text: 'A protocol only describes which methods an object must have. Create an instance of a class that has them; it need not inherit from the protocol.',
    },
    {
      id: 'protocol-check',
      message: /^Instance and class checks can only be used with @runtime_checkable protocols/,
      text: '`isinstance` accepts a protocol only if it is decorated with `@typing.runtime_checkable`. Add that; the check then looks for the members, not for their signatures.',
    },
    {
      id: 'isinstance-of-typed-dict',
      message: /^TypedDict does not support instance and class checks/,
      text: 'A `TypedDict` exists for type checkers only: at run time its values are plain dictionaries. Test for `dict`, and for the keys that you need.',
    },
    {
      id: 'isinstance-argument',
      message: /^is(?:instance|subclass)\(\) arg(?:ument)? 2 (?:cannot be a parameterized generic|must be )/,
      text: 'The second argument must be a class, a tuple of classes, or a union such as `int | str`. A type with parameters, `list[int]`, cannot be tested: write `list`, and test the items.',
    },
    {
      id: 'init-returned',
      message: /^__init__\(\) should return None, not '(?<type>[^']+)'/,
      text: '`__init__` prepares an instance that exists already, so it must not return a value. Remove the `return`, or use a class method that creates and returns instances.',
    },
    {
      id: 'special-method-returned',
      message: /^(?:[^( ]+\.)?(?<method>__\w+__)(?:\(\)| method)? (?:must return|should return|returned) /,
      text: 'Python calls `$<method>` itself and needs a result of a certain type, which the message names. Check what the method returns; without `return` it gives `None`.',
    },
    {
      id: 'metaclass-conflict',
      message: /^metaclass conflict/,
      text: 'The base classes have different metaclasses, and neither is derived from the other. Define a metaclass that inherits from both and pass it as `metaclass=`, or inherit from one of the bases only.',
    },
    {
      id: 'method-resolution-order',
      message: /^Cannot create a consistent method resolution order \(MRO\) for bases (?<names>.+)$/,
      text: 'The order of the bases $<names> contradicts the inheritance between them. Name a subclass before its own base class.',
    },
    {
      id: 'layout-conflict',
      message: /^multiple bases have instance lay-out conflict/,
      text: 'The bases store their instances in different ways, as two built-in types or two classes with `__slots__` do, so one object cannot be both. Inherit from one, and keep the other as an attribute.',
    },
    {
      id: 'duplicate-base',
      message: /^duplicate base class (?<class>\S+)/,
      text: '`$<class>` is named twice among the base classes. Remove one of the two.',
    },
    {
      id: 'base-not-acceptable',
      message: /^type '(?<class>[^']+)' is not an acceptable base type/,
      text: '`$<class>` does not allow subclasses. Keep a value of that type as an attribute of your class instead.',
    },
    {
      id: 'super-of-other-class',
      message: /^super\(type, obj\): obj/,
      text: '`super` got a class and an object that is not an instance of it. Inside a method write `super()` without arguments; a dataclass with `slots=True`, or another decorator that replaces the class, also leads here.',
    },
    {
      id: 'type-is-immutable',
      message: /^cannot set '(?<name>[^']+)' attribute of immutable type '(?<type>[^']+)'/,
      text: 'Classes that are written in C, such as `$<type>`, cannot be changed. Write a function, or a subclass that has the method `$<name>`.',
    },
    {
      id: 'dataclass-default-order',
      message: /^non-default argument '(?<name>[^']+)' follows default argument/,
      text: 'The field `$<name>` has no default and stands behind one that has; inherited fields come first. Move it to the front, give it a default, or declare the dataclass with `kw_only=True`.',
    },
    {
      id: 'dataclass-frozen-base',
      message: /^cannot inherit (?:non-)?frozen dataclass from a (?:non-)?frozen one/,
      text: 'A dataclass and its base must both be frozen or both not. Give `frozen=True` to both, or to neither.',
    },
    {
      id: 'enum-extended',
      message: /^<enum '(?<class>[^']+)'> cannot extend <enum '(?<base>[^']+)'>/,
      text: '`$<base>` has members, and an enumeration with members cannot be extended. Put the methods that both share into a base without members, or list all members in one class.',
    },
    {
      id: 'enum-name-twice',
      message: /^'(?<name>[^']+)' already defined as /,
      text: 'The enumeration defines the member `$<name>` twice. Rename one of the two.',
    },
    {
      id: 'exception-raised',
      message: /^exceptions must derive from BaseException/,
      text: 'Only an exception can be raised: a class derived from `Exception`, or an instance of one, as in `raise ValueError("no stock")`. `NotImplemented` is not an exception; `NotImplementedError` is.',
    },
    {
      id: 'exception-caught',
      message: /^catching classes that do not inherit from BaseException is not allowed/,
      text: 'Behind `except` stands something that is not an exception class. Name the class, without quotes or call; several go into parentheses, as in `except (KeyError, ValueError):`.',
    },
    {
      id: 'exception-cause',
      message: /^exception causes must derive from BaseException/,
      text: 'Behind `from` belongs the exception that led to this one, or `None` to hide it. Name the variable of the `except ... as` line.',
    },
    {
      id: 'match-positional',
      message: /^(?<class>\S+)\(\) accepts (?<most>\d+) positional sub-patterns? \((?<given>\d+) given\)/,
      text: 'A class pattern takes values by position only if the class says in `__match_args__` which attributes they are. Write them by name, as in `Point(x=0)`; dataclasses and named tuples define `__match_args__` for you.',
    },
    {
      id: 'with-of-other',
      message: /^'(?<type>[^']+)' object does not support the (?:asynchronous )?context manager protocol/,
      text: '`with` needs a context manager, an object with `__enter__` and `__exit__`, and got a value of type `$<type>`. If a function or class makes one, call it with parentheses.',
    },
    {
      id: 'datetime-naive-and-aware',
      message: /^can't (?:compare|subtract) offset-naive and offset-aware/,
      text: 'One of the times has a time zone and the other has none, so their order and distance are unknown. Create all of them with a zone, as in `datetime.now(UTC)`.',
    },
    {
      id: 'generic-parameters',
      message:
        /^Too (?:many|few) arguments for (?:<class '(?:__main__\.)?(?<class>[^']+)'>|\S+); actual (?<given>\d+), expected (?<wanted>\d+)/,
      text: 'The generic class `$<class>` takes a different number of types in its brackets: $<wanted>, not $<given>. Compare with the type parameters in its `class` line.',
    },
    {
      id: 'weak-reference',
      message: /^cannot create weak reference to '(?<type>[^']+)' object/,
      text: 'Objects of type `$<type>` cannot be referred to weakly. Many built-in types cannot; a class with `__slots__` needs the slot `__weakref__`.',
    },
    {
      id: 'cached-property-no-dict',
      message: /^No '__dict__' attribute on '(?<class>[^']+)' instance to cache '(?<name>[^']+)'/,
      text: '`cached_property` stores its value in the `__dict__` of the instance, which `$<class>` does not have because of `__slots__`. Add `__dict__` to the slots, or compute the value in `__init__`.',
    },
  ],
  ValueError: [
    {
      id: 'dataclass-mutable-default',
      message: /^mutable default <class '(?:__main__\.)?(?<type>[^']+)'> for field (?<name>\S+) is not allowed/,
      text: 'All instances would share one `$<type>` as their `$<name>`. Have each make its own: `field(default_factory=$<type>)`.',
    },
    {
      id: 'dataclass-two-defaults',
      message: /^cannot specify both default and default_factory/,
      text: 'A field has either a `default` or a `default_factory`, which is called for every new instance. Remove one of the two.',
    },
    {
      id: 'slots-conflict',
      message: /^'(?<name>[^']+)' in __slots__ conflicts with class variable/,
      text: '`$<name>` is a slot and a class variable at once, and both would need the same place. Set the default in `__init__`; a dataclass does that for you with `slots=True`.',
    },
    {
      id: 'enum-value',
      message: /^(?<value>.{1,200}) is not a valid (?<class>(?:\w+\.)*[A-Z][a-z]\w*)$/,
      text: 'No member of `$<class>` has the value `$<value>`. Values have to match in type, too; to look up a member by its name, use brackets: `$<class>["NAME"]`.',
    },
    {
      id: 'named-tuple-field',
      message: /^Type names and field names (?:cannot be a keyword|must be valid identifiers): (?<name>.+)$/,
      text: 'The fields of a named tuple become attributes, and $<name> cannot be one. Choose other names, or pass `rename=True`.',
    },
  ],
  'dataclasses.FrozenInstanceError': [
    {
      id: 'frozen-instance',
      message: /^cannot (?:assign to|delete) field '(?<name>[^']+)'/,
      text: 'The dataclass is frozen, so `$<name>` keeps the value it got at the beginning. Make a changed copy with `dataclasses.replace(...)`.',
    },
  ],
};
