"""Takes the steps of a page on CPython.

Steps come as JSON on stdin. A result goes to file descriptor 3 as soon as its
step is done, so that nothing is lost when a program ends the process. Programs
print to descriptors 1 and 2, which are one file: what child processes and C
code write there stands in its place, too.
"""

import os
import resource
import sys
from json import dumps, load
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:1] = [str(HERE.parents[2] / "src/python")]
sys.dont_write_bytecode = True

import runner  # noqa: E402
import steps  # noqa: E402

# Readers' modules may have these names.
for name in ("pictures", "runner", "steps", "tracer"):
    del sys.modules[name]
runner.HIDDEN |= {__file__, steps.__file__}

MEMORY = 8 << 30


def main() -> None:
    wanted = load(sys.stdin)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.set_inheritable(3, False)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.path[:1] = [os.getcwd()]
    sys.argv[:] = [runner.FILENAME]
    output = runner.Output(lambda _, text: os.write(1, _encoded(text)))
    run = steps.Steps(output)
    written = 0
    with os.fdopen(3, "w", encoding="utf-8") as results:
        for step in wanted:
            result = run.take(step)
            printed = _read_from(written)
            written += len(printed)
            result["output"] = printed.decode("utf-8", "backslashreplace")
            print(dumps(result), file=results, flush=True)
    # Threads that still run, and what they hold, end here.
    os._exit(0)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _read_from(start: int) -> bytes:
    return os.pread(1, os.fstat(1).st_size - start, start)


main()
