# %% python-version
import platform
import sys

print(sys.version_info[:2], sys.version_info.releaselevel, sys.implementation.name, platform.python_implementation(), sys.implementation.cache_tag)
print(sys.byteorder, sys.float_info.max, sys.float_info.mant_dig, sys.maxunicode, sys.api_version, sys.hexversion >> 16 == 0x30E)

# %% sys-platform {"difference": "platform"}
import os
import platform
import sys

print(sys.platform, platform.machine(), os.uname().sysname)

# %% sys-executable {"difference": "executable"}
import sys

print(repr(sys.executable))

# %% sys-argv-and-path
import sys

print(sys.argv, sys.path[0], "main" in sys.builtin_module_names, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.stdout.encoding)

# %% cpu-count {"difference": "platform"}
import os

print(os.cpu_count(), os.getpid())

# %% missing-modules {"difference": "missing-modules"}
import importlib

for name in ("curses", "dbm", "grp", "pwd", "readline", "resource", "syslog"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(error)
print("looked")

# %% stdlib-imports
import importlib

names = "abc argparse ast asyncio base64 bisect bz2 calendar cmath cmd code codecs codeop collections colorsys compileall configparser contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib dis doctest email enum errno fileinput fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib gzip hashlib heapq hmac html http imaplib importlib.metadata importlib.resources inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox math mimetypes mmap modulefinder netrc numbers operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib pprint profile pstats py_compile pyclbr pydoc queue quopri random re reprlib rlcompleter runpy sched secrets select selectors shlex shutil signal site smtplib socket socketserver sqlite3 stat statistics string stringprep struct subprocess symtable sys sysconfig tabnanny tarfile tempfile textwrap threading time timeit token tokenize tomllib trace traceback tracemalloc types typing unicodedata unittest urllib.request uuid warnings wave weakref wsgiref xml.dom.minidom xml.sax xmlrpc.client zipapp zipfile zipimport zlib zoneinfo".split()
print(len(names), [name for name in names if not importlib.import_module(name)])

# %% no-input-left
input("Name? ")

# %% isatty
import sys

print(sys.stdin.isatty(), sys.stdout.isatty(), sys.stderr.isatty(), sys.stdout.fileno(), sys.stdin.fileno(), sys.stdout.writable())

# %% terminal-size
import shutil

print(shutil.get_terminal_size())

# %% urllib {"difference": "sockets"}
import urllib.request

try:
    urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)
except OSError as error:
    print(error)

# %% import-time-constants
import os
import sys

print(os.curdir, os.pathsep, os.devnull, os.extsep, sys.copyright[:30], len(sys.stdlib_module_names) > 290, sys.abiflags, sys.float_repr_style)

# %% heavy-recursion-in-c {"difference": "deep-recursion"}
import functools


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(390) % 1000)
fib.cache_clear()
print(fib(3000) % 1000)
