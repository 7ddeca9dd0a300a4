import type { Table } from './entry.ts';

/** Names that do not exist, or not yet, and imports. */
export const names: Table = {
  NameError: [
    {
      id: 'name-forgotten-import',
      message: /^name '(?<name>[^']+)' is not defined\..* forget to import '/,
      text: '`$<name>` is a module of the standard library, but nothing has imported it here. Put `import $<name>` at the top of the program.',
    },
    {
      id: 'name-self',
      message: /^name 'self' is not defined/,
      text: '`self` is an ordinary parameter and exists only where a function declares it. Check that it is the first parameter of the method, and that the line is indented as part of that method.',
    },
    {
      id: 'name-of-attribute',
      message: /^name '(?<name>[^']+)' is not defined\. Did you mean: '(?<other>(?:self|cls)\.[^']+)'/,
      text: 'A bare `$<name>` is looked up among variables, never among the attributes of the instance. To read the attribute, write `$<other>`.',
    },
    {
      id: 'name-of-constant',
      message: /^name '(?<name>true|false|none|null|nil|undefined)' is not defined/,
      text: '`$<name>` is a name like any other in Python, and nothing has assigned it. The constants are spelled `True`, `False` and `None`.',
    },
    {
      id: 'name-suggestion',
      message: /^name '(?<name>[^']+)' is not defined\. Did you mean: '(?<other>[^']+)'/,
      text: 'No name `$<name>` exists at this point, but `$<other>` does. If you meant that one, correct the spelling; capital letters count.',
    },
    {
      id: 'name-not-defined',
      message: /^name '(?<name>[^']+)' is not defined/,
      text: 'Nothing called `$<name>` exists at this point. Check the spelling, check that the line that assigns or imports it has run before this one, and put quotes around it if it should be text.',
    },
    {
      id: 'name-free-variable',
      message: /^cannot access free variable '(?<name>[^']+)'/,
      text: '`$<name>` is a variable of the enclosing function and has no value at this moment. Call the inner function only after the enclosing one has assigned `$<name>`.',
    },
  ],
  UnboundLocalError: [
    {
      id: 'unbound-local',
      message: /^cannot access local variable '(?<name>[^']+)'/,
      text: '`$<name>` is assigned somewhere in this function, which makes it local to the whole function, and it has no value yet on this line. Assign it first; to rebind a variable outside the function, declare it `global` or `nonlocal`.',
    },
  ],
  ModuleNotFoundError: [
    {
      id: 'import-not-package',
      message: /^No module named '(?<name>[^']+)'; '(?<parent>[^']+)' is not a package/,
      text: '`$<parent>` is a single module, so there is no module `$<name>` inside it. To get one of its names, write `from $<parent> import ...`, and check that no file of your own is called like a module that you need.',
    },
    {
      id: 'import-of-package',
      message:
        /^No module named '(?<name>numpy|pandas|requests|matplotlib|scipy|flask|django|pytest|httpx|pydantic|fastapi|sqlalchemy|rich|aiohttp|hypothesis|trio|anyio|polars|mypy|attrs)(?:\.[^']*)?'/,
      text: '`$<name>` is a package from PyPI, not a part of Python, and is not installed here. Programs on this page have the standard library only; on your computer, install it with `python -m pip install $<name>`.',
    },
    {
      id: 'import-of-platform-module',
      message:
        /^(?:No module named|Standard library module) '(?<name>tkinter|turtle|turtledemo|curses|readline|dbm|ensurepip|venv|grp|pwd|resource|syslog|msvcrt|winreg|winsound|_multiprocessing)\b/,
      text: '`$<name>` belongs to the standard library, but this Python comes without it, because a browser cannot provide what it needs. Run the program on your computer.',
    },
    {
      id: 'import-no-module',
      message: /^No module named '(?<name>[^']+)'/,
      text: 'Python found no module called `$<name>`. Check the spelling. A package that is not part of the standard library has to be installed first, and a module of your own has to be in a folder on `sys.path`.',
    },
  ],
  ImportError: [
    {
      id: 'import-circular',
      message: /^cannot import name '(?<name>[^']+)' from partially initialized module '(?<module>[^']+)'/,
      text: '`$<module>` is still being imported, because it imports this module, and has not defined `$<name>` yet. Move what both modules need into a third one, or import it inside the function that uses it.',
    },
    {
      id: 'import-name',
      message: /^cannot import name '(?<name>[^']+)' from '(?<module>[^']+)'/,
      text: 'Python found the module `$<module>`, but no `$<name>` in it. Check the spelling, whether the name has moved to another module, and whether the file in the message is the one that you expect.',
    },
    {
      id: 'import-relative',
      message: /^attempted relative import with no known parent package/,
      text: 'An import that begins with a dot needs a package around the module, and this file runs as a script, outside any package. Use the full name in the import, or start the module with `python -m package.module`.',
    },
  ],
};
