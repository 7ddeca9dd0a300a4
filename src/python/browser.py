"""What only the browser's Python needs, around the runner.

* `Baseline` puts the interpreter back to how it was, since it is reused.
* `set_up` gives programs an asyncio loop of CPython's own making, a sleep
  that really waits, and a stdin.

Pyodide's own loop always runs, which makes `asyncio.run` and everything built
on it behave unlike CPython. The loop here is CPython's BaseEventLoop with
nothing to wait for but the clock.
"""

import asyncio
import atexit
import decimal
import errno
import gc
import linecache
import logging
import os
import random
import shutil
import signal
import socket
import sys
import threading
import time
import types
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NoReturn, Protocol

import runner
import steps

runner.HIDDEN.add(__file__)

HOME = Path("/home/reader")
"""Where a program starts."""


class Deadlock(RuntimeError):
    """Every task waits for another one: the program could never end."""


class Baseline:
    """The interpreter as it was when this was made."""

    def __init__(self) -> None:
        self._registry = sys.modules
        self._loaded = dict(sys.modules)
        self._contents = [
            (module, dict(vars(module)))
            for name, module in sys.modules.items()
            if name != "__main__" and isinstance(module, types.ModuleType)
        ]
        self._lists = [
            (owner, list(owner))
            for owner in (sys.path, sys.meta_path, sys.path_hooks)
        ]
        self._filters = list(warnings.filters)
        self._stdin = sys.stdin
        self._environment = dict(os.environ)
        self._recursion_limit = sys.getrecursionlimit()
        self._signals = {
            number: signal.getsignal(number)
            for number in (signal.SIGINT, signal.SIGTERM)
        }

    def restore(self) -> None:
        """Undo all that a program can change, short of the classes of the
        standard library."""
        self._restore_modules()
        self._restore_process()
        _empty(HOME)
        _empty(Path("/tmp"))
        os.chdir(HOME)
        gc.collect()

    def _restore_modules(self) -> None:
        sys.modules = self._registry
        runner.replace(sys.modules, self._loaded)
        for module, known in self._contents:
            runner.replace(vars(module), known)
        for owner, items in self._lists:
            owner[:] = items
        # With the finders go the listings of folders that they keep.
        sys.path_importer_cache.clear()

    def _restore_process(self) -> None:
        sys.settrace(None)
        sys.setprofile(None)
        threading.settrace(None)
        sys.setrecursionlimit(self._recursion_limit)
        sys.set_asyncgen_hooks(None, None)
        for tool in range(6):
            if sys.monitoring.get_tool(tool) is not None:
                sys.monitoring.free_tool_id(tool)
        os.environ.clear()
        os.environ.update(self._environment)
        for number, handler in self._signals.items():
            signal.signal(number, handler)
        warnings.simplefilter("default")
        warnings.filters[:] = self._filters
        atexit._clear()
        linecache.clearcache()
        _reset_logging()
        sys.stdin = sys.__stdin__ = self._stdin.renewed()
        decimal.setcontext(decimal.Context())
        random.seed()
        asyncio._set_running_loop(None)
        asyncio.set_event_loop(None)
        gc.enable()
        gc.callbacks.clear()


def _reset_logging() -> None:
    logging.disable(logging.NOTSET)
    logging.root.handlers.clear()
    logging.root.filters.clear()
    logging.root.setLevel(logging.WARNING)
    logging.root.manager.loggerDict.clear()


def _empty(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink(missing_ok=True)


# asyncio


class _Clock:
    """The "selector" of a loop that has no sockets: it only waits."""

    def select(self, timeout: float | None) -> list[object]:
        if timeout is None:
            raise Deadlock("nothing is left to run: an await can never finish")
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self) -> None:
        """There is nothing to close."""


class Loop(asyncio.base_events.BaseEventLoop):
    """CPython's event loop without sockets, processes and threads."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Clock()
        self._handled: set[int] = set()

    def _process_events(self, events: object) -> None:
        """No events come from a clock."""

    def _write_to_self(self) -> None:
        """Nobody else can wake the loop, so there is no need to."""

    def run_in_executor[T](
        self, executor: object, function: Callable[..., T], *args: object
    ) -> asyncio.Future[T]:
        """Run the function at once: there is no other thread to do it."""
        future: asyncio.Future[T] = self.create_future()
        try:
            future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)
        return future

    def add_signal_handler(
        self, number: int, callback: Callable[..., object], *args: object
    ) -> None:
        """Call back when the program sends itself a signal."""
        self._check_callback(callback, "add_signal_handler")
        self._check_closed()
        signal.signal(number, lambda *_: self.call_soon(callback, *args))
        self._handled.add(number)

    def remove_signal_handler(self, number: int) -> bool:
        """Let a signal do again what it does in every program."""
        if number not in self._handled:
            return False
        self._handled.remove(number)
        usual = signal.default_int_handler
        signal.signal(
            number, usual if number == signal.SIGINT else signal.SIG_DFL
        )
        return True

    def close(self) -> None:
        """Close, and give the signals back."""
        super().close()
        for number in [*self._handled]:
            self.remove_signal_handler(number)

    async def subprocess_exec(self, *args: object, **options: object) -> None:
        """Say that there are no processes."""
        raise _unsupported("processes")

    async def create_server(self, *args: object, **options: object) -> None:
        """Say that there are no sockets."""
        raise _unsupported("sockets")

    subprocess_shell = subprocess_exec
    create_connection = create_datagram_endpoint = create_server
    create_unix_connection = create_unix_server = create_server


class _LoopPolicy(asyncio.events._BaseDefaultEventLoopPolicy):
    _loop_factory = Loop


# What a browser lacks


def _unsupported(what: str) -> OSError:
    """The error of a program that asks for what a browser cannot give; the
    words are those of CPython's subprocess module."""
    return OSError(
        errno.ENOTSUP, f"{sys.platform} does not support {what}."
    )


def _refuse_network() -> None:
    """Make sockets and commands fail at once.

    Left alone they seem to work, each engine in its own way: Emscripten
    turns sockets into WebSockets, and Node runs shell commands.
    """

    def no_sockets(*args: object, **options: object) -> NoReturn:
        raise _unsupported("sockets")

    def no_system(command: str) -> NoReturn:
        raise _unsupported("processes")

    for name in ("accept", "bind", "connect", "connect_ex", "listen"):
        setattr(socket.socket, name, no_sockets)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
        setattr(socket, name, no_sockets)
    os.system = no_system


def _show_library_lines() -> None:
    """Let warnings quote the library, whose source is in an archive.

    Tracebacks find it, since they know the module; a warning knows only the
    name of the file.
    """
    update = linecache.updatecache
    library = os.path.dirname(linecache.__file__) + "/"

    def update_from_module(
        filename: str, module_globals: dict[str, object] | None = None
    ) -> list[str]:
        if module_globals is None and filename.startswith(library):
            name = filename.removeprefix(library).removesuffix(".py")
            name = name.removesuffix("/__init__").replace("/", ".")
            if name in sys.modules:
                module_globals = vars(sys.modules[name])
        return update(filename, module_globals)

    linecache.updatecache = update_from_module


# What the page provides


class Host(Protocol):
    """What programs need of the world around them."""

    def sleep(self, seconds: float) -> Awaitable[None] | None:
        """Wait; a promise where Python can be suspended, else None."""

    def read_line(self) -> Awaitable[str | None] | str | None:
        """The next line of stdin, without its end; not a string at EOF."""


def set_up(host: Host, can_suspend: bool) -> None:
    """Make programs find what they find in CPython."""
    from pyodide import ffi, webloop

    outer = asyncio._get_running_loop()
    run_sync = ffi.run_sync

    def wait_for(promise: Awaitable[object]) -> object:
        # `run_sync` belongs to Pyodide's loop; step out of ours meanwhile.
        loop = asyncio._get_running_loop()
        task = asyncio.current_task(loop) if loop else None
        if task:
            asyncio.tasks._leave_task(loop, task)
        asyncio._set_running_loop(outer)
        try:
            return run_sync(promise)
        finally:
            asyncio._set_running_loop(loop)
            if task:
                asyncio.tasks._enter_task(loop, task)

    def sleep(seconds: float, /) -> None:
        """Wait for a number of seconds."""
        if not isinstance(seconds, int | float) or seconds < 0:
            return webloop._orig_sleep(seconds)  # refuses in its own words
        wait_for(host.sleep(seconds).p)

    def read_line() -> str | None:
        line = host.read_line()
        return wait_for(line.p) if hasattr(line, "p") else line

    _refuse_network()
    _show_library_lines()
    # Pyodide's own crashes on a coroutine while no loop of its runs.
    ffi.run_sync = wait_for
    # Without a terminal `getpass` reads stdin, as it does in a pipeline.
    Path("/dev/tty").unlink(missing_ok=True)
    # There is one thread, whose time is that of the process.
    time.thread_time = time.process_time
    time.thread_time_ns = time.process_time_ns
    time.sleep = sleep if can_suspend else webloop._orig_sleep
    asyncio.run = asyncio.runners.run = webloop._orig_run
    asyncio.events._set_event_loop_policy(_LoopPolicy())
    asyncio._set_running_loop(None)
    sys.stdin = sys.__stdin__ = steps.Stdin(read_line)
    os.environ["HOME"] = str(HOME)
    sys.argv[:] = [runner.FILENAME]
    sys.executable = ""
    sys.path[:] = [str(HOME), *filter(None, sys.path)]
    _empty(HOME)
    os.chdir(HOME)
