# %% str-methods
text = "  Straße İstanbul ﬁn  "
print(text.strip().upper(), text.casefold(), text.title(), "abc".center(9, "*"), "a,b,,c".split(","), "x".join("abc"))
print("prefix-a".removeprefix("prefix-"), "a\tb".expandtabs(4), "aXbX".partition("X"), "abc".translate({97: "z", 98: None}))
print("²".isdigit(), "½".isnumeric(), "é" == "e\u0301", len("👩‍💻"), "ß".upper(), "ǅ".swapcase(), "abc".find("z"), "%s %r" % ("a", "b"))

# %% str-repr
print(ascii("é😀"), repr("a'b\"c\n\t\x00\u200b\ud800"), repr("\N{SNOWMAN}\x7f\xa0é"), "\u00e9".encode(), str(b"a"))

# %% format-mini-language
name, n = "Ada", 3.14159
print(f"{name=} {n=:.2f} {name!r:>8} {n:{8}.{3}f} {'nested ' + f'{1 + 1}'} {{}}")
print("{0[a]} {1.real} {2!s:-^9}".format({"a": 1}, 2, "mid"), "{:%Y-%m}".format(__import__("datetime").date(2025, 3, 1)))

# %% bytes-and-encodings
print("naïve".encode("utf-8"), "é".encode("latin-1"), "日".encode("utf-16"), b"\xe9".decode("cp1252"), "é".encode("ascii", "xmlcharrefreplace"))
print(b"abc".hex("-"), bytes.fromhex("00 ff"), bytearray(b"ab") + b"c", memoryview(b"abcd")[1:3].tobytes(), b"%d" % 3)
for codec in ("utf-32", "cp437", "shift_jis", "gb18030", "koi8-r", "idna", "punycode", "big5", "euc-kr"):
    print(codec, "aé".encode(codec, "replace"))
b"\xff\xfe".decode("utf-8")

# %% codecs-transforms
import base64
import binascii
import codecs
import quopri

print(codecs.encode("Hello", "rot13"), base64.b64encode(b"any carnal"), base64.b85encode(b"abc"), binascii.crc32(b"abc"), quopri.encodestring("é".encode()))
print(base64.urlsafe_b64decode("_-8="), codecs.lookup("utf8").name, binascii.hexlify(b"ab", ":"))

# %% unicodedata
import unicodedata

print(unicodedata.name("é"), unicodedata.normalize("NFD", "é") == "e\u0301", unicodedata.category("€"), unicodedata.unidata_version)
print(unicodedata.lookup("SNOWMAN"), unicodedata.east_asian_width("日"), unicodedata.numeric("½"), unicodedata.is_normalized("NFC", "é"))

# %% re-basics
import re

text = "2025-03-01 order=17 total=3.50; 2025-03-02 order=18 total=12.00"
print(re.findall(r"order=(\d+) total=([\d.]+)", text), re.sub(r"(?P<y>\d{4})-(?P<m>\d\d)", r"\g<m>/\g<y>", text)[:10])
print(re.split(r"[;,]\s*", "a; b,c"), re.fullmatch(r"\w+", "naïve"), re.match(r"(?i)ORDER", "order").span())
print([m.group("k") for m in re.finditer(r"(?P<k>\w+)=", text)], re.sub(r"\d", lambda m: str(9 - int(m[0])), "123"))
print(re.search(r"(?<==)\d+(?!\d)", text), re.escape("a.b*c"), re.compile(r"a*+b(?>c)").pattern)
re.compile(r"(unclosed")

# %% re-error-pointer
import re

for pattern in (r"*a", r"[z-a]", r"(?P<1>a)", r"\8", r"a{2,1}", r"(?<=a*)b"):
    try:
        re.compile(pattern)
    except re.PatternError as error:
        print(pattern, error, error.pos)

# %% textwrap-and-string
import string
import textwrap

print(textwrap.fill("The quick brown fox jumps over the lazy dog", 16), textwrap.dedent("  a\n    b"), textwrap.shorten("a long text here", 10))
print(string.Template("$who owes $$${sum}").substitute(who="Ada", sum=3), string.capwords("a bc"))
string.Template("$missing").substitute()

# %% difflib
import difflib

print(*difflib.unified_diff(["a\n", "b\n"], ["a\n", "c\n"], "old", "new"), sep="")
print(difflib.get_close_matches("appel", ["ape", "apple", "peach"]), difflib.SequenceMatcher(None, "abcd", "bcde").ratio())

# %% pprint-and-reprlib
import pprint
import reprlib

data = {"orders": [{"id": n, "lines": ["x" * 20] * 3} for n in range(2)], "empty": [], "set": {3, 1, 2}}
pprint.pp(data, width=50)
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100))
loop = [1]
loop.append(loop)
print(loop, pprint.pformat(loop)[:20])

# %% locale-formatting
import locale

print(locale.setlocale(locale.LC_ALL, "C"), f"{1234567.5:n}", locale.str(1.5))

# %% locale-names {"difference": "locales"}
import locale

try:
    locale.setlocale(locale.LC_ALL, "xx_YY.UTF-8")
except locale.Error as error:
    print(error)
else:
    print("the locale is set")

# %% shlex-and-argparse
import argparse
import shlex

parser = argparse.ArgumentParser(prog="shop", description="Sells things.")
parser.add_argument("item")
parser.add_argument("-n", "--count", type=int, default=1, help="how many")
print(parser.parse_args(shlex.split("'red pen' -n 3")))
print(parser.format_help())
parser.parse_args(["pen", "--count", "three"])

# %% html-xml-url
import html
import html.parser
import urllib.parse
import xml.etree.ElementTree as ET

print(html.escape("<a & 'b'>"), html.unescape("&eacute;&#x20AC;"), urllib.parse.quote("a b/é"), urllib.parse.urlsplit("https://x.org:8080/p?q=1#f"))
print(urllib.parse.urlencode({"a": [1, 2]}, doseq=True), urllib.parse.parse_qs("a=1&a=2"), urllib.parse.urljoin("https://x.org/a/b", "../c"))
root = ET.fromstring("<shop><item price='3'>pen</item></shop>")
print(root.find("item").attrib, ET.tostring(root))
ET.fromstring("<a><b></a>")

# %% email-and-mime
import mimetypes
from email.message import EmailMessage

message = EmailMessage()
message["Subject"] = "Café"
message["To"] = "ada@example.org"
message.set_content("Hello\n")
print(message.as_string(), mimetypes.guess_type("a.png"))

# %% gettext-and-calendar
import calendar
import gettext

print(calendar.month(2025, 3), calendar.isleap(2024), gettext.gettext("hello"), calendar.day_name[0])

# %% str-surrogate-print
import sys

print("\ud800", file=sys.stderr)
print("\ud800")
