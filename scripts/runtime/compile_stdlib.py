"""Compiles modules of Pyodide's standard library ahead of time.

Pyodide ships sources only, and would compile more than a hundred modules at
each start. This runs in Pyodide itself, so the bytecode is its own. The same
sources give the same bytes.
"""

import _imp
import importlib
import sys
import zipfile
from importlib._bootstrap_external import _code_to_hash_pyc

# Where Pyodide mounts the archive: tracebacks find their lines by it.
MOUNTED = "/lib/python314.zip"
DATE = (2020, 1, 1, 0, 0, 0)


def compile_stdlib(source: str, target: str, wanted: list[str]) -> int:
    """Write the archive `source` again with bytecode for the modules that
    are loaded now, the modules named in `wanted`, and what those import.

    Returns the number of modules compiled.
    """
    for name in wanted:
        importlib.import_module(name)
    loaded = _files_of_loaded_modules()
    count = 0
    with (
        zipfile.ZipFile(source) as shipped,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as compiled,
    ):
        for name in shipped.namelist():
            data = shipped.read(name)
            compiled.writestr(zipfile.ZipInfo(name, DATE), data)
            if name in loaded:
                info = zipfile.ZipInfo(f"{name}c", DATE)
                compiled.writestr(info, compiled_module(name, data))
                count += 1
    return count


def _files_of_loaded_modules() -> set[str]:
    """Their names in the archive."""
    specs = (getattr(m, "__spec__", None) for m in sys.modules.values())
    origins = (spec.origin or "" for spec in specs if spec)
    prefix = f"{MOUNTED}/"
    # The archive that Pyodide ships holds no bytecode: each origin is a .py.
    return {o.removeprefix(prefix) for o in origins if o.startswith(prefix)}


def compiled_module(name: str, data: bytes) -> bytes:
    """A pyc that is not checked against its source."""
    code = compile(data, f"{MOUNTED}/{name}", "exec", dont_inherit=True)
    token = _imp.pyc_magic_number_token
    return _code_to_hash_pyc(code, _imp.source_hash(token, data), False)
