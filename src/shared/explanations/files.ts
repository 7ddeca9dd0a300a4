import type { Entry, Table } from './entry.ts';

const inBrowser: Entry = {
  id: 'system-in-browser',
  message: /\[Errno \d+\] emscripten does not support (?<what>\w+)/,
  text: 'The program asks the operating system for $<what>, and a browser offers none to Python. Run it on your computer.',
};

/** Files, the operating system, and what a browser does not offer. */
export const files: Table = {
  FileNotFoundError: [
    {
      id: 'file-not-found',
      message: /No such file or directory: (?<path>.+)$/,
      text: 'There is no `$<path>`. A relative path starts at the current folder, which `os.getcwd()` shows and which need not be the folder of the program; a missing folder on the way gives the same error.',
    },
  ],
  FileExistsError: [
    {
      id: 'file-exists',
      message: /File exists: (?<path>.+)$/,
      text: '`$<path>` exists already. For a folder, `Path.mkdir(exist_ok=True)` accepts that; a file opened in mode `"x"` must be new.',
    },
  ],
  IsADirectoryError: [
    {
      id: 'is-a-directory',
      text: 'The path names a folder where a file is needed. Check the path; the files in a folder are listed by `Path.iterdir()`.',
    },
  ],
  NotADirectoryError: [
    {
      id: 'not-a-directory',
      text: 'A part of the path that should be a folder is a file. Print the path and check each of its parts.',
    },
  ],
  PermissionError: [
    {
      id: 'permission',
      text: 'The operating system does not allow this program to do that with this file. Check who owns it and whether it may be written; on Windows, a file that another program has open is locked, too.',
    },
  ],
  OSError: [
    {
      id: 'directory-not-empty',
      message: /Directory not empty: (?<path>.+)$/,
      text: 'The folder `$<path>` still has something in it, and `rmdir` removes only empty folders. `shutil.rmtree` removes a folder with all that it contains.',
    },
    inBrowser,
  ],
  NotImplementedError: [
    {
      id: 'multiprocessing-in-browser',
      message: /^This Python build lacks multiprocessing\.synchronize/,
      text: 'A browser has no processes that Python could start, so process pools do not work here. Run the program on your computer.',
    },
  ],
  'urllib.error.URLError': [inBrowser],
  ValueError: [
    {
      id: 'file-closed',
      message: /^I\/O operation on closed file/,
      text: 'The file is closed, which the end of its `with` block does. Read or write inside the block, or open the file again.',
    },
    {
      id: 'file-mode',
      message: /^(?:invalid mode: |must have exactly one of create\/read\/write\/append mode)/,
      text: 'The mode has exactly one of `r` (read), `w` (write anew), `a` (append) and `x` (create), and optionally `b` for bytes and `+` for reading and writing.',
    },
    {
      id: 'file-binary-encoding',
      message: /^binary mode doesn't take an encoding argument/,
      text: 'A file in binary mode gives bytes as they are, so no encoding applies. Remove the `b` from the mode to read text, or remove `encoding=`.',
    },
    {
      id: 'path-null',
      message: /embedded null (?:character|byte)/,
      text: 'The path contains a null character, which no file name can. A `"\\0"` in a literal that is not raw makes one.',
    },
  ],
  'io.UnsupportedOperation': [
    {
      id: 'file-not-readable',
      message: /^not (?:readable|writable)/,
      text: 'The mode in which the file was opened does not allow this: `"r"` only reads, `"w"` and `"a"` only write. `"r+"` does both in a file that exists.',
    },
  ],
  'subprocess.CalledProcessError': [
    {
      id: 'process-failed',
      text: 'The other program ended with an exit status that means failure, and `check=True` turns that into this exception. With `capture_output=True`, what it printed is in `error.stderr`.',
    },
  ],
  EOFError: [
    {
      id: 'input-end',
      message: /^EOF when reading a line/,
      text: '`input()` found no more lines to read. Enter a line for every call of `input()`, or catch `EOFError` where the number of lines is not known.',
    },
    {
      id: 'pickle-empty',
      message: /^Ran out of input/,
      text: 'The pickle is empty or cut off. Check that the file was written and closed before it is read, and that it is opened in mode `"rb"` at its beginning.',
    },
  ],
  '_pickle.PicklingError': [
    {
      id: 'pickle-local',
      message: /^Can't (?:pickle|get) local object/,
      text: 'Functions and classes are pickled by name, and this one is defined inside a function, where the name cannot be found again. Define it at the top level of a module.',
    },
    {
      id: 'pickle-not-found',
      message: /it's not found as (?<name>\S+)$/,
      text: 'Functions and classes are pickled by name, and nothing is found under `$<name>`; a `lambda` has no name of its own. Define it with `def` at the top level of a module.',
    },
    {
      id: 'pickle-other-object',
      message: /it's not the same object as (?<name>\S+)$/,
      text: 'Functions and classes are pickled by name, and `$<name>` is now something else: it was defined again, or replaced by a decorator. Pickle what has the name now, or give the other one a name of its own.',
    },
  ],
  '_pickle.UnpicklingError': [
    {
      id: 'unpickle',
      text: 'The bytes are not a whole pickle. Check that they were written by `pickle` and opened in binary mode; never unpickle data from somebody you do not trust, because it can run code.',
    },
  ],
  'sqlite3.OperationalError': [
    {
      id: 'sql-no-such',
      message: /^no such (?<kind>table|column): (?<name>.+)$/,
      text: 'The database has no $<kind> called `$<name>`. Check the spelling, and that the right file is open: `sqlite3.connect` creates an empty database where there is none.',
    },
    {
      id: 'sql-syntax',
      message: /^near "(?<word>.*)": syntax error/,
      text: 'SQLite cannot read the statement at `$<word>`; the mistake is there or shortly before. Values belong into `?` places and the second argument of `execute`, not into the text.',
    },
  ],
  'sqlite3.IntegrityError': [
    {
      id: 'sql-constraint',
      message: /^(?<kind>\w+(?: \w+)?) constraint failed/,
      text: 'The row breaks a rule of the table, a $<kind> constraint. Check the values; for most rules, `ON CONFLICT` says what happens to rows that break them.',
    },
  ],
  'sqlite3.ProgrammingError': [
    {
      id: 'sql-bindings',
      message: /^Incorrect number of bindings supplied/,
      text: 'The statement has another number of `?` places than values were given. A single value needs a tuple with a comma, `(name,)`: a string alone counts as one value for each character.',
    },
    {
      id: 'sql-closed',
      message: /^Cannot operate on a closed/,
      text: 'The connection or cursor has been closed. Keep the connection open until the last statement; `with connection:` ends a transaction and does not close it.',
    },
  ],
};
