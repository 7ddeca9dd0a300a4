"""Compiles Pyodide's standard library ahead of time.

Pyodide ships sources only, and would compile more than a hundred modules at
each start. Both files are given as arguments; the Python that runs this must
be of Pyodide's minor version.
"""

import _imp
import sys
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

# Where Pyodide mounts the archive: tracebacks find their lines by it.
MOUNTED = "/lib/python314.zip"
DATE = (2020, 1, 1, 0, 0, 0)


def main(source: str, target: str) -> None:
    with (
        zipfile.ZipFile(source) as shipped,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as compiled,
    ):
        for name in shipped.namelist():
            data = shipped.read(name)
            compiled.writestr(zipfile.ZipInfo(name, DATE), data)
            if name.endswith(".py"):
                info = zipfile.ZipInfo(f"{name}c", DATE)
                compiled.writestr(info, compiled_module(name, data))


def compiled_module(name: str, data: bytes) -> bytes:
    """A pyc that is not checked against its source."""
    code = compile(data, f"{MOUNTED}/{name}", "exec", dont_inherit=True)
    token = _imp.pyc_magic_number_token
    return _code_to_hash_pyc(code, _imp.source_hash(token, data), False)


main(*sys.argv[1:])
