"""Runs `python -m unittest` in each folder below the current one, in one
process, and prints what came of each as JSON: `{"run-once": [10, 0]}` is the
number of tests, and of those that failed."""

import io
import json
import os
import sys
import unittest
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

sys.dont_write_bytecode = True


def main() -> None:
    top = Path.cwd()
    loaded = set(sys.modules)
    found: dict[str, tuple[int, int]] = {}
    for folder in sorted(path for path in top.iterdir() if path.is_dir()):
        found[folder.name] = _run_in(folder)
        for name in set(sys.modules) - loaded:
            del sys.modules[name]
    print(json.dumps(found))


def _run_in(folder: Path) -> tuple[int, int]:
    os.chdir(folder)
    sys.path[0] = str(folder)
    sys.path_importer_cache.clear()
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        argv = ["python -m unittest"]
        result = unittest.main(module=None, argv=argv, exit=False).result
    # A module that cannot be imported is one test with an error.
    return result.testsRun, len(result.failures) + len(result.errors)


main()
