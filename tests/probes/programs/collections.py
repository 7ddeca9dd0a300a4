# %% itertools
import itertools as it

print(list(it.accumulate([1, 2, 3], initial=10)), list(it.batched("abcde", 2)), list(it.pairwise("abc")), list(it.chain([1], "a")))
print(list(it.groupby("aabbb", str.upper))[0][0], [(k, len(list(g))) for k, g in it.groupby("aabbb")], list(it.islice(it.count(3, 2), 3)))
print(list(it.product("ab", repeat=2)), list(it.permutations("abc", 2))[:3], list(it.combinations("abcd", 2))[-2:], list(it.zip_longest("a", "bc", fillvalue="-")))
print(list(it.takewhile(lambda n: n < 3, it.count())), list(it.compress("abc", [1, 0, 1])), list(it.starmap(pow, [(2, 3)])), [list(t) for t in it.tee("ab")])
list(zip([1, 2], [3], strict=True))

# %% functools
import functools


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.singledispatch
def show(value):
    return "object"


@show.register
def _(value: int | bool):
    return "int"


class Data:
    @functools.cached_property
    def total(self):
        print("computed")
        return 3


data = Data()
print(fib(50), fib.cache_info(), show(1), show("a"), data.total, data.total)
print(functools.reduce(lambda a, b: a * b, [1, 2, 3]), functools.partial(pow, functools.Placeholder, 2)(5), functools.partial(print, "a", sep="-"))
print(sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))

# %% lru-cache
import functools


@functools.lru_cache(maxsize=2)
def load(key, /, *, deep=False):
    print("loading", key)
    return key


load(1), load(2), load(1), load(3), load(2)
print(load.cache_info(), load.cache_parameters())
load([])

# %% operator
import operator

rows = [{"n": 2, "s": "b"}, {"n": 1, "s": "a"}]
print(sorted(rows, key=operator.itemgetter("n")), operator.attrgetter("real")(3), operator.methodcaller("upper")("a"), operator.matmul)
print(operator.is_none(None), operator.countOf([1, 1], 1), operator.length_hint(iter([1, 2])))

# %% contextlib
import contextlib
import io
import sys


@contextlib.contextmanager
def step(name):
    print("begin", name)
    try:
        yield name
    finally:
        print("end", name)


with contextlib.ExitStack() as stack:
    names = [stack.enter_context(step(n)) for n in "ab"]
    stack.callback(print, "callback")
    print(names)
with contextlib.suppress(KeyError):
    {}["a"]
with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
    print("caught")
    print("error", file=sys.stderr)
print(repr(out.getvalue()), contextlib.nullcontext(3).enter_result)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


with twice():
    pass

# %% collections
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

print(Counter("abracadabra").most_common(2), Counter(a=1) - Counter(a=3), Counter("ab") & Counter("a"), Counter(a=2).total())
print(defaultdict(list, a=[1]), deque([1, 2, 3], maxlen=2), OrderedDict(a=1), ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
groups = defaultdict(int)
groups["x"] += 1
d = deque("abc")
d.rotate(1)
print(dict(groups), d, d.popleft(), namedtuple("P", "x y", defaults=[0])(1))
for key in (data := {"a": 1}):
    data["b"] = 2

# %% heapq-and-bisect
import bisect
import heapq

heap = [5, 1, 4]
heapq.heapify(heap)
print(heapq.heappop(heap), heapq.nlargest(2, [3, 1, 2]), list(heapq.merge([1, 4], [2])), heapq.heappushpop_max([3, 1], 2))
print(bisect.bisect([1, 3, 3], 3), bisect.bisect_left([1, 3, 3], 3), bisect.bisect([{"n": 1}], 2, key=lambda r: r["n"]))

# %% dict-behaviour
orders = {"a": 1, "b": 2}
orders["a"] = orders.pop("a")
print(orders, orders | {"c": 3}, dict(zip("ab", range(2))), list(reversed(orders)), orders.keys() & {"a"}, orders.setdefault("z", 9))
print({}.get("x"), dict.fromkeys("ab", 0), {1: "a"} == {1.0: "a"}, orders.popitem(), sorted(orders.items(), key=lambda p: -p[1]))
orders.popitem(), orders.popitem(), orders.popitem()

# %% list-behaviour
values = [3, 1, 2]
values[1:1] = [9, 8]
print(values, values[::-2], sorted(values, reverse=True), values.index(8), [[]] * 2, values.sort(), [1, 2] < [1, 3])
alias = values
alias += [7]
print(values, alias is values, [0] * 3, values[-1], values[10:], [*range(5)][slice(1, None, 2)], min(values, default=0), any([]), all([]))
del values[::2]
print(values, list(map(str, values)), sum([[1], [2]], []), (1, 2) + (3,), "ab" * 2, list(enumerate("ab", 1)))
[1, 2].sort(key=None, cmp=None)

# %% set-behaviour
a, b = {1, 2, 3}, frozenset([3, 4])
print(a | b, a & b, a ^ b, a - b, a >= {1}, sorted(a.union([9])), type(a & b), type(b | a), {frozenset([1]): "ok"})
a.discard(99)
a.remove(99)

# %% sorting-stability
rows = [("b", 2), ("a", 2), ("c", 1)]
print(sorted(rows, key=lambda r: r[1]), max(rows, key=lambda r: r[1]), sorted(rows, key=lambda r: (-r[1], r[0])))
try:
    [3, 1, 2].sort(key=lambda n: 1 // 0)
except ZeroDivisionError as error:
    print(error)
values = [3, 1, 2]
values.sort(key=lambda n: values.append(9))

# %% copy
import copy

rows = [[1], [2]]
shallow, deep = copy.copy(rows), copy.deepcopy(rows)
rows[0].append(9)
print(shallow, deep, copy.replace(__import__("datetime").date(2025, 1, 1), year=2024))

# %% types-module
import types

space = types.SimpleNamespace(a=1, b=[2])
view = types.MappingProxyType({"a": 1})
print(space, view, types.new_class("Made", (), {}, lambda ns: ns.update(x=1)).x, types.GenericAlias(list, int), types.resolve_bases((int,)))
view["b"] = 2
