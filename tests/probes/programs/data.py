# %% json-round-trip
import json

print(json.dumps({"b": [1, 2.5, None, True], "a": "é"}, indent=1, sort_keys=True), json.dumps("é", ensure_ascii=False))
print(json.loads('{"a": 1e3, "b": [NaN]}', parse_float=str), json.dumps({1: 2, None: 3}), json.dumps((1,), separators=(",", ":")))
print(json.loads("[1]", object_hook=None), json.dumps({"x": {1}}, default=sorted))
json.dumps({"when": object})

# %% json-error
import json

for text in ("", "{'a': 1}", "[1,]", '{"a" 1}', '"open', "nul"):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(repr(text), error, error.lineno, error.colno)

# %% csv
import csv
import io

out = io.StringIO()
writer = csv.DictWriter(out, ["name", "note"], quoting=csv.QUOTE_NONNUMERIC)
writer.writeheader()
writer.writerow({"name": 'A "B", C', "note": 3})
print(out.getvalue(), list(csv.DictReader(io.StringIO("a;b\n1;2\n3\n"), delimiter=";")))
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter)
writer.writerow({"unknown": 1})

# %% sqlite
import sqlite3

with sqlite3.connect(":memory:") as db:
    db.row_factory = sqlite3.Row
    db.execute("create table orders (id integer primary key, item text not null, price real)")
    db.executemany("insert into orders (item, price) values (?, ?)", [("pen", 1.5), ("ink", 7), ("pad", 3.25)])
    rows = db.execute("select item, sum(price) over (order by id) as total from orders").fetchall()
    print([tuple(row) for row in rows], rows[0].keys(), db.total_changes, db.in_transaction)
    print(db.execute("select json_extract('{\"a\": [1, 2]}', '$.a[1]'), upper('é'), 7 / 2").fetchone()[:])
    print(db.execute("insert into orders (item) values ('cap') returning id").fetchone()[0])
    db.create_function("double", 1, lambda n: n * 2)
    print(db.execute("select double(21)").fetchone()[0])
    try:
        db.execute("insert into orders (item) values (?)", (None,))
    except sqlite3.IntegrityError as error:
        print(error, error.sqlite_errorname)
db.execute("select * from absent")

# %% sqlite-file
import sqlite3

db = sqlite3.connect("shop.db", autocommit=False)
db.execute("create table t (x)")
db.execute("insert into t values (1)")
db.rollback()
db.close()
db = sqlite3.connect("shop.db")
print(db.execute("select count(*) from sqlite_master").fetchone(), db.execute("pragma journal_mode").fetchone())
db.close()
db.execute("select 1")

# %% sqlite-version {"difference": "library-versions"}
import sqlite3

print(sqlite3.sqlite_version)

# %% archives
import io
import tarfile
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("a/b.txt", (2025, 1, 1, 0, 0, 0)), "hello" * 100)
with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.getinfo("a/b.txt").file_size, archive.read("a/b.txt")[:5], archive.testzip())
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
    info = tarfile.TarInfo("x")
    info.size = 2
    archive.addfile(info, io.BytesIO(b"hi"))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as archive:
    print(archive.getnames(), archive.extractfile("x").read())
zipfile.ZipFile(io.BytesIO(b"not a zip"))

# %% compression
import bz2
import gzip
import lzma
import zlib
from compression import zstd

data = b"orders " * 1000
for module in (gzip, bz2, lzma, zstd, zlib):
    packed = module.compress(data)
    print(module.__name__, len(packed) < 200, module.decompress(packed) == data)
print(zlib.crc32(data), zlib.adler32(data), zstd.get_frame_info(zstd.compress(data)).decompressed_size)
zlib.decompress(b"junk")

# %% hashlib
import hashlib
import hmac

for name in ("md5", "sha1", "sha256", "sha3_256", "blake2b", "sha512"):
    print(name, hashlib.new(name, b"abc").hexdigest()[:16])
print(hashlib.blake2s(b"abc", key=b"k", digest_size=8).hexdigest(), hmac.new(b"k", b"m", "sha256").hexdigest()[:16])
print(hmac.compare_digest("a", "a"), hashlib.shake_128(b"a").hexdigest(8), hmac.digest(b"k", b"m", "md5").hex())
with open("a", "wb") as file:
    file.write(b"abc")
with open("a", "rb") as file:
    print(hashlib.file_digest(file, "sha256").hexdigest()[:16])
print("sha512" in hashlib.algorithms_guaranteed)

# %% hashlib-openssl {"difference": "openssl"}
import hashlib

print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex()[:16])

# %% ssl-module {"difference": "openssl"}
import ssl

print(ssl.OPENSSL_VERSION)

# %% secrets-and-uuid
import secrets
import uuid

print(len(secrets.token_hex(8)), len(secrets.token_bytes(4)), secrets.randbelow(1), secrets.choice([5]), secrets.compare_digest("a", "a"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.UUID(int=5), uuid.uuid4().version, uuid.uuid7().version, uuid.uuid7() < uuid.uuid7(), uuid.NIL)
uuid.UUID("xyz")

# %% pickle-protocols
import pickle
import pickletools

value = {"a": [1, 2.5, None], "b": ("x", {3}), "c": b"d"}
for protocol in range(6):
    print(protocol, len(pickle.dumps(value, protocol)), pickle.loads(pickle.dumps(value, protocol)) == value)
pickletools.dis(pickle.dumps((1, "a"), 4))
pickle.loads(b"junk")

# %% shelve {"difference": "missing-modules"}
import shelve

with shelve.open("shelf") as shelf:
    shelf["a"] = [1, 2]
with shelve.open("shelf") as shelf:
    print(dict(shelf))

# %% array
from array import array

numbers = array("i", [1, 2, 3])
numbers.extend(array("i", [4]))
print(numbers, numbers.itemsize, numbers.tobytes(), array("d", [1.5]).itemsize, memoryview(numbers).cast("B")[0])
numbers.byteswap()
print(numbers[0], array("q", [2**40]).itemsize)
array("b").append(128)

# %% array-long {"difference": "sizes"}
from array import array

print(array("l").itemsize)

# %% struct
import struct

print(struct.pack(">IhB", 1, -2, 3), struct.unpack("<d", struct.pack("<d", 1.5)), struct.calcsize("=lq"), list(struct.iter_unpack(">H", b"\0\1\0\2")))
struct.pack("B", 256)

# %% graphlib-and-ipaddress
import graphlib
import ipaddress

print(list(graphlib.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a", "b"}}).static_order()))
print(ipaddress.ip_network("10.0.0.0/30").num_addresses, ipaddress.ip_address("::1").is_loopback, list(ipaddress.ip_network("10.0.0.0/30").hosts()))
graphlib.TopologicalSorter({"a": {"b"}, "b": {"a"}}).prepare()
