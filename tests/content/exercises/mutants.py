"""Small mistakes, made one at a time in a solution.

Tests that cannot tell such a mutant from the solution have a gap. Not touched
are docstrings, annotations, the texts of exceptions, and what stands under
`if __name__ == "__main__"`, which tests do not run.
"""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

EQUIVALENT = "# equivalent:"
"""Marks a line whose mutants behave like the solution, with the reason."""


@dataclass
class Mutant:
    """A solution with one mistake in it."""

    line: int
    end_line: int
    was: str
    now: str
    source: str


type Node = ast.expr | ast.stmt
type Change = Callable[[Node], Node]


def mutants_of(source: str) -> Iterator[Mutant]:
    """All mutants of a solution, in the order of its lines."""
    tree = ast.parse(source)
    places = [
        (path, node, change)
        for path, node in _walk(tree, ())
        for change in _changes(node)
    ]
    places.sort(key=lambda place: (place[1].lineno, place[1].col_offset))
    for path, node, change in places:
        mutated = copy.deepcopy(tree)
        now = change(copy.deepcopy(node))
        if ast.dump(now) == ast.dump(node):
            continue
        _put(mutated, path, now)
        ast.fix_missing_locations(mutated)
        yield Mutant(
            line=node.lineno,
            end_line=node.end_lineno or node.lineno,
            was=_shown(node),
            now=_shown(now),
            source=ast.unparse(mutated) + "\n",
        )


def excused_lines(source: str) -> set[int]:
    """The lines that say why their mutants are equivalent."""
    return {
        number
        for number, line in enumerate(source.splitlines(), 1)
        if line.partition(EQUIVALENT)[2].strip()
    }


# Walking

type Path = tuple[str | int, ...]


def _walk(
    node: ast.AST, path: Path, in_message: bool = False
) -> Iterator[tuple[Path, Node]]:
    """The nodes in which a mistake shows, with the way from the root."""
    match node:
        case ast.Constant(str()) if in_message:
            return
        case ast.TypeAlias() | ast.Import() | ast.ImportFrom():
            return
        case ast.expr() | ast.stmt():
            yield path, node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_params", "format_spec"):
            continue
        said = in_message or isinstance(node, ast.Raise) or name == "msg"
        if isinstance(value, ast.AST):
            yield from _walk(value, (*path, name), said)
        elif isinstance(value, list):
            first = 1 if name == "body" and _has_docstring(value) else 0
            first = 1 if name == "args" and _names_a_type(node) else first
            for index, item in enumerate(value[first:], first):
                if isinstance(item, ast.AST) and not _is_main_guard(item):
                    yield from _walk(item, (*path, name, index), said)


def _names_a_type(node: ast.AST) -> bool:
    """Whether a call's first argument only speaks to type checkers."""
    match node:
        case ast.Call(ast.Name("TypeVar" | "ParamSpec" | "NewType" | "cast")):
            return True
    return False


def _has_docstring(body: list[object]) -> bool:
    match body:
        case [ast.Expr(ast.Constant(str())), *_]:
            return True
    return False


def _is_main_guard(node: ast.AST) -> bool:
    match node:
        case ast.If(ast.Compare(ast.Name("__name__"))):
            return True
    return False


def _put(tree: ast.AST, path: Path, node: Node) -> None:
    *way, last = path
    owner: object = tree
    for step in way:
        owner = owner[step] if isinstance(step, int) else getattr(owner, step)
    if isinstance(last, int):
        owner[last] = node
    else:
        setattr(owner, last, node)


def _shown(node: Node) -> str:
    """A node as one short line."""
    if isinstance(node, ast.If):
        return f"if {ast.unparse(node.test)}:"
    return ast.unparse(node).partition("\n")[0]


# Mistakes

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}

_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Add,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
}


def _changes(node: Node) -> Iterator[Change]:
    match node:
        case ast.Compare():
            for index in range(len(node.ops)):
                yield _compare_otherwise(index)
        case ast.BinOp() | ast.AugAssign():
            yield _calculate_otherwise
        case ast.BoolOp():
            yield _swap_and_or
        case ast.UnaryOp(ast.Not()):
            yield lambda node: node.operand
        case ast.Constant():
            yield _change_constant
        case ast.Return(ast.expr()):
            yield lambda node: ast.Return(ast.Constant(None))
        case ast.If() | ast.IfExp():
            yield _decide(True)
            yield _decide(False)
        case ast.Break():
            yield lambda node: ast.Continue()
        case ast.Continue():
            yield lambda node: ast.Break()
        case ast.Expr(ast.Call() | ast.Await()):
            yield lambda node: ast.Pass()


def _compare_otherwise(index: int) -> Change:
    def change(node: ast.Compare) -> ast.Compare:
        node.ops[index] = _COMPARISONS[type(node.ops[index])]()
        return node

    return change


def _calculate_otherwise(node: ast.BinOp | ast.AugAssign) -> Node:
    node.op = _ARITHMETIC[type(node.op)]()
    return node


def _swap_and_or(node: ast.BoolOp) -> ast.BoolOp:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return node


def _change_constant(node: ast.Constant) -> ast.Constant:
    match node.value:
        case bool(value):
            node.value = not value
        case int(value) | float(value) | complex(value):
            node.value = value + 1
        case str(value):
            node.value = value + "?"
        case bytes(value):
            node.value = value + b"?"
    return node


def _decide(answer: bool) -> Change:
    def change(node: ast.If | ast.IfExp) -> ast.If | ast.IfExp:
        node.test = ast.Constant(answer)
        return node

    return change
