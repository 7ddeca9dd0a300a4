# %% pathlib
from pathlib import Path, PurePosixPath

root = Path("shop")
(root / "orders").mkdir(parents=True)
(root / "orders" / "a.txt").write_text("one\ntwo\n", encoding="utf-8")
(root / "b.bin").write_bytes(b"\x00\x01")
print(sorted(str(path) for path in root.rglob("*")), (root / "orders/a.txt").stat().st_size, Path.cwd(), Path.home())
path = PurePosixPath("/a/b.tar.gz")
print(path.suffixes, path.stem, path.with_suffix(".zip"), path.relative_to("/a"), path.parts, path.is_relative_to("/b"))
for folder, folders, names in root.walk():
    print(folder, sorted(folders), sorted(names))
(root / "b.bin").rename(root / "c.bin")
(root / "c.bin").copy(root / "d.bin")
print(sorted(p.name for p in root.iterdir()), (root / "c.bin").exists(), Path("*.py").match("*.py"))
print((root / "none").exists(), Path("a/../b").as_posix(), path.with_name("c"), path.with_stem("d"))

# %% file-modes
with open("a.txt", "w", encoding="utf-8") as file:
    print(file.write("é\nb\n"), file.tell(), file.name, file.encoding, file.mode)
with open("a.txt", "a") as file:
    file.write("c")
with open("a.txt") as file:
    print(next(file), file.readlines(), file.read())
with open("a.txt", "rb") as file:
    file.seek(-1, 2)
    print(file.read(), file.tell())
with open("a.txt", "r+", newline="") as file:
    file.truncate(2)
    print(file.read())
print(file.closed)
file.read()

# %% file-errors
import os

os.mkdir("folder")
for attempt in (
    lambda: open("absent/file"),
    lambda: open("folder"),
    lambda: os.rmdir("absent"),
    lambda: os.mkdir("folder"),
    lambda: os.listdir("absent"),
    lambda: open("folder/a", "rw"),
    lambda: open("a.txt", "w").read(),
    lambda: os.remove("folder") if False else os.rename("absent", "b"),
    lambda: open("f", encoding="nope"),
):
    try:
        attempt()
    except (OSError, ValueError, LookupError) as error:
        print(type(error).__name__, getattr(error, "strerror", None) or error)

# %% tempfile-and-shutil
import os
import shutil
import tempfile

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "a"), "w") as file:
        file.write("x")
    shutil.copytree(folder, "copy")
    print(os.listdir("copy"), os.path.isdir(folder))
print(os.path.isdir(folder), tempfile.gettempdir())
with tempfile.NamedTemporaryFile("w+") as file:
    file.write("abc")
    file.seek(0)
    print(file.read(), os.path.exists(file.name))
shutil.rmtree("copy")
print(shutil.which("no-such-program"), os.path.exists("copy"))

# %% links-and-stat
import os
import stat
from pathlib import Path

Path("a").write_text("x")
os.symlink("a", "b")
print(os.path.islink("b"), os.readlink("b"), Path("b").resolve().name, stat.filemode(os.stat("a").st_mode)[0])
os.utime("a", (1, 2))
print(os.stat("a").st_mtime, os.path.getsize("a"), sorted(entry.name for entry in os.scandir() if entry.is_symlink()))

# %% hard-links {"difference": "hard-links"}
import os
from pathlib import Path

Path("a").write_text("x")
os.link("a", "b")
print(os.stat("a").st_nlink)

# %% io-streams
import io

text = io.StringIO("one\ntwo\nthree")
print(text.readline(), text.tell(), list(text))
raw = io.BytesIO()
with io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n", write_through=True) as wrapper:
    wrapper.write("a\nb")
    print(raw.getvalue())
reader = io.BufferedReader(io.BytesIO(b"abcdef"))
print(reader.peek(2)[:2], reader.read(3), reader.read1(2))
print(raw.closed)
text.write(b"bytes")

# %% glob-fnmatch-fileinput
import fileinput
import fnmatch
import glob
from pathlib import Path

for name in ("a.py", "b.py", "c.txt"):
    Path(name).write_text(f"{name}\n")
print(sorted(glob.glob("*.py")), fnmatch.filter(["a1", "b2"], "a?"), fnmatch.translate("*.py"))
with fileinput.input(["a.py", "c.txt"]) as lines:
    print([(lines.filename(), line) for line in lines])

# %% os-environment
import errno
import os

os.environ["SHOP"] = "open"
print(os.getenv("SHOP"), os.environ.get("ABSENT"), os.path.expandvars("$SHOP/x"), os.path.expanduser("~"), os.sep, repr(os.linesep), os.name)
del os.environ["SHOP"]
os.chdir("/")
print(os.getcwd(), os.path.join("a", "/b"), os.path.normpath("a/../b/./c"), os.path.splitext("x.tar.gz"), os.strerror(errno.ENOENT))
os.environ["SHOP"]

# %% os-descriptors
import os

number = os.open("a", os.O_CREAT | os.O_RDWR)
os.write(number, b"hello")
os.lseek(number, 1, os.SEEK_SET)
print(os.read(number, 3), os.fstat(number).st_size)
r, w = os.pipe()
os.write(w, b"through")
print(os.read(r, 10))
os.close(number)
try:
    os.read(number, 1)
except OSError as error:
    print(error.strerror)

# %% mmap-and-fcntl
import fcntl
import mmap

with open("a", "w+b") as file:
    file.write(b"hello")
    file.flush()
    fcntl.flock(file, fcntl.LOCK_EX)
    with mmap.mmap(file.fileno(), 0) as view:
        view[0] = 72
        print(view[:], view.find(b"l"))
with open("a", "rb") as file:
    print(file.read())

# %% config-files
import configparser
import json
import plistlib
import tomllib

parser = configparser.ConfigParser()
parser.read_string("[shop]\nname = Ada\nopen = yes\n")
print(parser["shop"]["name"], parser.getboolean("shop", "open"))
print(tomllib.loads('[shop]\nitems = ["a"]\ndue = 2025-03-01'), plistlib.loads(plistlib.dumps({"a": 1})))
tomllib.loads("a = ")

# %% getpass-and-user {"difference": "platform"}
import getpass

print(getpass.getuser())

# %% error-numbers {"difference": "error-numbers"}
import errno

try:
    open("absent.txt")
except FileNotFoundError as error:
    print(error, error.errno == errno.ENOENT)

# %% error-from-number {"difference": "error-numbers"}
print(repr(OSError(2, "No such file or directory")))

# %% default-encoding
with open("a.txt", "w") as file:
    file.write("é")
with open("a.txt", "rb") as file:
    print(file.read())
