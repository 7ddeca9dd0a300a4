# %% builtins-patched
import builtins

builtins.len = lambda thing: 42
print(len("abc"))
original = builtins.print
builtins.print = lambda *args: original("patched", *args)
print("hello")
builtins.print = original
del builtins.len
len("abc")

# %% builtins-after-patching
print(len("abc"), print.__name__)
print(sorted(name for name in dir(__builtins__) if name[0].isupper())[-8:])

# %% builtins-shadowed
list = [1, 2]
try:
    list("ab")
except TypeError as error:
    print(error)
del list
print(list("ab"))

# %% import-own-module
import sys
from pathlib import Path

Path("prices.py").write_text("print('importing')\nPEN = 2\n\ndef double():\n    return PEN * 2\n")
import prices
import prices as again
from prices import double

print(prices.PEN, double(), again is prices, prices.__name__, prices.__file__, "prices" in sys.modules)

# %% import-reload
import importlib
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
Path("prices.py").write_text("PEN = 2\n")
import prices
from prices import PEN

Path("prices.py").write_text("PEN = 30\n")
importlib.invalidate_caches()
importlib.reload(prices)
print(prices.PEN, PEN)
del sys.modules["prices"]
os.remove("prices.py")
import prices

# %% import-package
from pathlib import Path

Path("shop/tools").mkdir(parents=True)
Path("shop/__init__.py").write_text("from .orders import total\n__all__ = ['total']\n")
Path("shop/orders.py").write_text("from .tools import add\n\ndef total(*n):\n    return add(n)\n")
Path("shop/tools/__init__.py").write_text("add = sum\n")
Path("plain").mkdir()
Path("plain/part.py").write_text("x = 1\n")
import plain.part
import shop
import shop.tools as tools

print(shop.total(1, 2), tools.__name__, shop.__path__, plain, [name for name in dir(shop) if name[0] != "_"])
from shop import missing

# %% import-circular
from pathlib import Path

Path("a.py").write_text("import b\nfrom b import value\nother = 1\n")
Path("b.py").write_text("from a import other\nvalue = 2\n")
import a

# %% import-error-in-module
from pathlib import Path

Path("broken.py").write_text("def load():\n    return 1 / 0\n\nload()\n")
import broken

# %% import-syntax-error-in-module
from pathlib import Path

Path("broken.py").write_text("x = 1\ndef load(\n    return 2\n")
import broken

# %% import-shadows-stdlib
from pathlib import Path

Path("random.py").write_text("value = 1\n")
import sys

sys.modules.pop("random", None)
import random

random.randint(1, 2)

# %% import-machinery
import importlib
import importlib.util
import sys

spec = importlib.util.find_spec("json")
print(spec.name, spec.submodule_search_locations[0].rsplit("/", 1)[-1], importlib.util.find_spec("absent_thing"))
module = importlib.util.module_from_spec(importlib.machinery.ModuleSpec("made", None))
sys.modules["made"] = module
module.x = 3
from made import x

print(x, importlib.import_module("os.path").__name__, __import__("math").pi)
try:
    importlib.import_module("absent.thing")
except ModuleNotFoundError as error:
    print(error, error.name)

# %% import-hooks
import importlib.abc
import importlib.util
import sys


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self) if name == "generated" else None

    def exec_module(self, module):
        module.value = "made by a hook"


sys.meta_path.insert(0, Finder())
import generated

print(generated.value, generated.__loader__.__class__.__name__)

# %% import-module-getattr
from pathlib import Path

Path("lazy.py").write_text("def __getattr__(name):\n    if name == 'heavy':\n        return 'loaded'\n    raise AttributeError(name)\n")
import lazy

print(lazy.heavy)
lazy.light

# %% import-resources
import importlib.resources
from pathlib import Path

Path("pack").mkdir()
Path("pack/__init__.py").write_text("")
Path("pack/data.txt").write_text("packed")
print(importlib.resources.files("pack").joinpath("data.txt").read_text())
print([name for name in ("this", "__hello__")])

# %% import-zip
import sys
import zipfile

with zipfile.ZipFile("lib.zip", "w") as archive:
    archive.writestr("inside.py", "where = __file__\n\ndef fail():\n    raise ValueError('in the zip')\n")
sys.path.insert(0, "lib.zip")
import inside

print(inside.where.replace("\\", "/").endswith("lib.zip/inside.py"))
inside.fail()

# %% import-star
from math import *

print(sqrt(16), "floor" in globals(), "_private" in globals())


def inner():
    exec("from math import tau")
    return "tau" in globals()


print(inner())

# %% import-bytecode
import sys
from pathlib import Path

sys.dont_write_bytecode = False
Path("prices.py").write_text("PEN = 2\n")
import prices

print(sorted(path.name for path in Path("__pycache__").iterdir()))

# %% exec-and-eval
space = {"n": 3}
exec("m = n * 2\ndef f(): return m", space)
print(space["f"](), eval("m + n", space), sorted(name for name in space if name[0] != "_"))


def local():
    a = 1
    exec("a = 2")
    return a, locals()


print(local(), eval("[a for a in range(3)]"), compile("1 + 1", "x", "eval").co_names)
exec("def f(:")


# %% library-location {"difference": "library-location"}
import os

print(os.path.dirname(os.__file__).rsplit("/", 1)[1])
