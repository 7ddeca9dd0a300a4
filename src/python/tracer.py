"""Records a run step by step: frames, names, objects and what was printed.

`record` runs a block under `sys.settrace` and gives a recording as plain JSON
values, the format that `src/shared/trace.ts` documents. Only frames of the
block itself are seen. All Pythons record the same.
"""

import ast
import builtins
import inspect
import opcode
import symtable
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pictures
import runner

runner.HIDDEN |= {__file__, pictures.__file__}
# As in runner.py: a program may change the builtins while this runs.
__builtins__ = dict(vars(builtins))

STEPS = 1_000
"""Steps that a recording holds; the program ends when they are used up."""


class Cut(BaseException):
    """The recording is full."""


def record(
    run: Callable[[str], runner.Outcome],
    source: str,
    output: runner.Output,
) -> tuple[runner.Outcome, dict[str, object]]:
    """Run a block and record it.

    `run` is how a plain run takes the block (`Program.run`). The outcome's
    exception is `Cut` if the recording was full before the program ended.
    """
    recorder = _Recorder(source)
    with _listening(output, recorder.hear):
        before = sys.gettrace()
        sys.settrace(recorder.trace)
        try:
            outcome = run(source)
        finally:
            sys.settrace(before)
            _free_tool()
    if recorder.is_full:
        outcome = runner.Outcome(Cut())
    return outcome, recorder.recording(outcome)


@contextmanager
def _listening(
    output: runner.Output, hear: Callable[[str, str], None]
) -> Iterator[None]:
    """Hear all that is written to an output meanwhile."""
    write = output.write

    def heard(stream: str, text: str) -> None:
        hear(stream, text)
        write(stream, text)

    output.write = heard
    try:
        yield
    finally:
        del output.write


# Ending a program whose recording is full

_TOOL = 4
"""One of the ids of `sys.monitoring` that nobody has reserved."""


def _end_program() -> None:
    """Raise Cut at every further line of the reader's code, whoever catches
    the first one."""
    monitoring = sys.monitoring
    events = monitoring.events

    def raise_again(code: types.CodeType, *_: object) -> object:
        if code.co_filename == runner.FILENAME:
            raise Cut
        return monitoring.DISABLE

    if monitoring.get_tool(_TOOL) is None:
        monitoring.use_tool_id(_TOOL, "tracer")
    for event in (events.LINE, events.PY_START, events.PY_RESUME):
        monitoring.register_callback(_TOOL, event, raise_again)
    monitoring.set_events(
        _TOOL, events.LINE | events.PY_START | events.PY_RESUME
    )


def _free_tool() -> None:
    if sys.monitoring.get_tool(_TOOL) == "tracer":
        sys.monitoring.set_events(_TOOL, 0)
        sys.monitoring.free_tool_id(_TOOL)


# The recorder

_RETURNS = {
    opcode.opmap[name]
    for name in ("RETURN_VALUE", "RETURN_CONST")
    if name in opcode.opmap
}
_YIELD = opcode.opmap["YIELD_VALUE"]
_RESUME = opcode.opmap["RESUME"]


class _Recorder:
    def __init__(self, source: str) -> None:
        self._source = source
        self._codes: dict[int, types.CodeType] = {}
        self._frames: dict[int, int] = {}
        self._frame_count = 0
        self._heap = pictures.Heap(self._codes)
        self._known_frames: dict[int, object] = {}
        self._known_objects: dict[int, object] = {}
        self._steps: list[dict[str, object]] = []
        self._printed: list[list[str]] = []
        self._length = 0
        self._more: str | None = None

    @property
    def is_full(self) -> bool:
        return self._more is not None

    def hear(self, stream: str, text: str) -> None:
        """Take what is printed."""
        room = runner.OUTPUT_LIMIT - self._length
        text = text[: max(0, room)]
        if not text:
            return
        name = "err" if stream == "stderr" else "out"
        if self._printed and self._printed[-1][0] == name:
            self._printed[-1][1] += text
        else:
            self._printed.append([name, text])
        # As JavaScript counts: the page cuts its text by these numbers.
        self._length += len(text.encode("utf-16-le", "surrogatepass")) // 2

    def trace(self, frame: types.FrameType, event: str, arg: object) -> object:
        """The trace function of new frames."""
        if not self._codes:
            self._find_block(frame)
        if id(frame.f_code) not in self._codes:
            return None
        if event == "call":
            self._enter(frame)
            if _is_function(frame.f_code):
                self._take("c", frame)
        return self._trace_inside

    def _find_block(self, frame: types.FrameType) -> None:
        """Learn which code belongs to the block, when it begins."""
        code = frame.f_code
        if code.co_filename != runner.FILENAME or code.co_name != "<module>":
            return
        pending = [code]
        while pending:
            code = pending.pop()
            self._codes[id(code)] = code
            pending += [
                part
                for part in code.co_consts
                if isinstance(part, types.CodeType)
                and part.co_name != "__annotate__"
            ]
        self._names = _names_used(self._source)
        self._bound_after = _lines_of_bindings(self._source)

    def _enter(self, frame: types.FrameType) -> None:
        """Number a frame that begins; one that goes on keeps its number."""
        code = frame.f_code.co_code
        at = frame.f_lasti
        goes_on = code[at] == _RESUME and code[at + 1] & 3 != 0
        if not goes_on or id(frame) not in self._frames:
            self._frame_count += 1
            self._frames[id(frame)] = self._frame_count

    def _trace_inside(
        self, frame: types.FrameType, event: str, arg: object
    ) -> object:
        if event == "line":
            self._take("l", frame)
        elif event == "exception":
            self._take("e", frame, raised=arg)
        elif event == "return":
            self._leave(frame, arg)
        return self._trace_inside

    def _leave(self, frame: types.FrameType, value: object) -> None:
        how = frame.f_code.co_code[frame.f_lasti]
        if how == _YIELD:
            self._take("y", frame, returned=[value])
            return
        if how in _RETURNS and _is_function(frame.f_code):
            self._take("r", frame, returned=[value])
        elif how in _RETURNS:
            if frame.f_code.co_name == "<module>":
                # The last line has run, too.
                self._bound_after.clear()
            self._take("r", frame)
        # Else an exception leaves the frame, and a step has told of it.
        self._frames.pop(id(frame), None)

    def _take(
        self,
        event: str,
        frame: types.FrameType,
        returned: list[object] | None = None,
        raised: object = None,
    ) -> None:
        """Record one step."""
        if self._more:
            return
        stack = self._stack(frame)
        heap = self._heap
        frames: dict[int, object] = {
            number: [each.f_code.co_name, heap.names(self._shown(each))]
            for number, each in stack
        }
        step: dict[str, object] = {
            "e": event,
            "l": frame.f_lineno,
            "s": [number for number, _ in stack],
            "o": self._length,
        }
        if returned is not None:
            step["r"] = heap.value(returned[0])
        if raised is not None:
            step["x"] = pictures.exception_text(raised[1])
        objects = heap.finish()
        if changed := _news(self._known_frames, frames):
            step["f"] = changed
        if changed := _news(self._known_objects, objects):
            step["h"] = changed
        self._steps.append(step)
        if len(self._steps) >= STEPS:
            self._more = "steps"
        elif heap.is_full:
            self._more = "objects"
        if self._more:
            _end_program()
            raise Cut

    def _stack(
        self, frame: types.FrameType | None
    ) -> list[tuple[int, types.FrameType]]:
        """The block's frames, the outermost first."""
        found = []
        while frame is not None:
            if id(frame.f_code) in self._codes and id(frame) in self._frames:
                found.append((self._frames[id(frame)], frame))
            frame = frame.f_back
        return found[::-1]

    def _shown(self, frame: types.FrameType) -> Iterator[tuple[str, object]]:
        """The names of a frame that a reader wants to see."""
        is_module = frame.f_code.co_name == "<module>"
        for name, value in list(frame.f_locals.items()):
            if not pictures.is_plain(name) or issubclass(
                type(value), types.ModuleType
            ):
                continue
            if is_module and name not in self._names:
                continue
            # What an earlier block bound to a name that this one binds anew.
            if is_module and frame.f_lineno <= self._bound_after.get(name, 0):
                continue
            if is_module and pictures.is_imported(name, value):
                continue
            yield name, value

    def recording(self, outcome: runner.Outcome) -> dict[str, object]:
        """The recording, when the run has ended."""
        error = outcome.exception
        more = self._more
        if isinstance(error, runner.TooMuchOutput):
            more = more or "output"
        return {
            "v": 1,
            "out": self._printed,
            "error": None if error is None or more else _last_line(outcome),
            "more": more,
            "steps": self._steps,
        }


def _is_function(code: types.CodeType) -> bool:
    """Whether code is a function's, not a module's or the body of a class."""
    return bool(code.co_flags & inspect.CO_OPTIMIZED)


def _news(
    known: dict[int, object], now: dict[int, object]
) -> dict[str, object]:
    """What is new or different, remembered for the next time."""
    news = {}
    for number, picture in now.items():
        if known.get(number) != picture:
            known[number] = picture
            news[str(number)] = picture
    return news


def _names_used(source: str) -> set[str]:
    """The names of the module that a block assigns or reads."""
    found: set[str] = set()
    pending = [symtable.symtable(source, runner.FILENAME, "exec")]
    while pending:
        table = pending.pop()
        is_module = table.get_type() == "module"
        found |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if is_module or symbol.is_global()
        }
        pending += table.get_children()
    return found


def _lines_of_bindings(source: str) -> dict[str, int]:
    """The line after which a name of the module is the block's own, for names
    that the block binds before it reads them."""
    lines: dict[str, int] = {}
    for statement in ast.parse(source).body:
        read: set[str] = set()
        bound: set[str] = set()
        pending: list[ast.AST] = [statement]
        while pending:
            node = pending.pop()
            parts = list(ast.iter_child_nodes(node))
            if isinstance(node, ast.Name):
                stores = isinstance(node.ctx, ast.Store)
                (bound if stores else read).add(node.id)
            elif isinstance(node, ast.AugAssign):
                pending.append(ast.Expr(_as_read(node.target)))
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                bound.add(node.name)
                # Its body runs later.
                parts = [*node.decorator_list, node.args]
            elif isinstance(node, ast.ClassDef):
                bound.add(node.name)
            elif isinstance(node, ast.Lambda):
                parts = [node.args]
            pending += parts
        simple = not isinstance(statement, _COMPOUND)
        last = statement.end_lineno if simple else statement.lineno
        for name in bound - read:
            lines.setdefault(name, last or 0)
        for name in read:
            lines.setdefault(name, 0)
    return lines


_COMPOUND = (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.Match)


def _as_read(target: ast.expr) -> ast.expr:
    if isinstance(target, ast.Name):
        return ast.Name(target.id, ast.Load())
    return target


def _last_line(outcome: runner.Outcome) -> str:
    try:
        return outcome.summary().rstrip("\n")
    except BaseException:
        return outcome.name or ""
