"""Milestone 5: a command that reads files and says how it went."""

import contextlib
import io
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import log_triage
from log_triage import main

LOG = b"""\
2026-03-02 08:14:51 INFO started on port 8080
{"time": "2026-03-02T08:15:02Z", "level": "error", "msg": "no cart for 17"}
time=2026-03-02T08:15:09Z level=info msg="GET /cart" status=503

2026-03-02 08:19:11 ERROR no cart for 23
2026-03-02 23:21:30 CRITICAL out of memory
"""
TABLE = """\
severity  count  first        last         problem        sample
critical      1  03-02 23:21  03-02 23:21  out of memory  out of memory
high          1  03-02 08:15  03-02 08:15  status 503     GET /cart
medium        2  03-02 08:15  03-02 08:19  no cart for #  no cart for 17
"""
GOOD = b"2026-03-02 08:15:00 ERROR no cart\n"


class Failing(io.RawIOBase):
    """A stream that fails after its data."""

    def __init__(self, data, error):
        self.chunks = [data] if data else []
        self.error = error

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.chunks:
            raise self.error
        data = self.chunks.pop()
        buffer[: len(data)] = data
        return len(data)


class MainTestCase(unittest.TestCase):
    """Runs main in an empty folder, with stdin and output of its own."""

    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(contextlib.chdir(folder))

    def write(self, name, data):
        """Write a file and return its name."""
        Path(name).write_bytes(data)
        return name

    def run_main(self, *argv, stdin=b""):
        """Return the exit code of main and keep what it printed."""
        if isinstance(stdin, bytes):
            stdin = io.BytesIO(stdin)
        # This stdin is wrong on purpose: main has to say how it reads.
        text = io.TextIOWrapper(stdin, encoding="ascii", errors="strict")
        out, err = io.StringIO(), io.StringIO()
        try:
            with (
                mock.patch("sys.stdin", text),
                contextlib.redirect_stdout(out),
                contextlib.redirect_stderr(err),
            ):
                return main(list(argv))
        finally:
            self.out, self.err = out.getvalue(), err.getvalue()


class Output(MainTestCase):
    def test_table(self):
        """the findings are an aligned table"""
        self.assertEqual(self.run_main(self.write("app.log", LOG)), 0)
        self.assertEqual(self.out, TABLE)
        self.assertEqual(self.err, "")

    def test_several_files(self):
        """several files are one report"""
        name = self.write("app.log", LOG)
        self.assertEqual(self.run_main(name, name), 0)
        counts = [line.split()[1] for line in self.out.splitlines()[1:]]
        self.assertEqual(counts, ["2", "2", "4"])

    def test_stdin(self):
        """without files, and for -, stdin is read"""
        name = self.write("app.log", GOOD)
        self.assertEqual(self.run_main(stdin=LOG), 0)
        self.assertEqual(self.out, TABLE)
        self.assertEqual(self.run_main(name, "-", stdin=GOOD), 0)
        self.assertEqual(self.out.splitlines()[1].split()[1], "2")

    def test_no_problems(self):
        """a log without problems says so"""
        self.assertEqual(self.run_main(stdin=b""), 0)
        self.assertEqual(self.out, "no problems\n")

    def test_wide_cells(self):
        """names and samples are cut to 40 characters"""
        for length, shown in [(40, "x" * 40), (41, "x" * 37 + "...")]:
            with self.subTest(length=length):
                line = GOOD.replace(b"no cart", b"x" * length)
                self.run_main(stdin=line)
                cells = self.out.splitlines()[1].split()
                self.assertEqual(cells[-2:], [shown, shown])

    def test_unprintable(self):
        """what cannot be printed is shown as ?"""
        line = b'{"time": "2026-03-02", "level": "error", "msg": "a%sb"}'
        for escape in [rb"\u001b", rb"\ud800", rb"\n"]:
            with self.subTest(escape=escape):
                self.run_main(stdin=line % escape)
                self.assertIn("a?b", self.out)
                self.assertEqual(len(self.out.splitlines()), 2)


class Bytes(MainTestCase):
    def test_utf8(self):
        """logs are UTF-8, with or without BOM, also on stdin"""
        data = GOOD.replace(b"no cart", "café fermé".encode())
        bom = b"\xef\xbb\xbf" + data
        for argv, stdin in [
            ([self.write("plain.log", data)], b""),
            ([self.write("bom.log", bom)], b""),
            ([], data),
            ([], bom),
        ]:
            with self.subTest(argv=argv, stdin=stdin):
                self.assertEqual(self.run_main(*argv, stdin=stdin), 0)
                self.assertIn("café fermé", self.out)

    def test_encoding(self):
        """--encoding names another one"""
        for encoding in ["latin-1", "utf-16"]:
            with self.subTest(encoding=encoding):
                data = GOOD.decode().replace("no cart", "café fermé")
                data = data.encode(encoding)
                name = self.write("app.log", data)
                option = f"--encoding={encoding}"
                self.assertEqual(self.run_main(option, name), 0)
                self.assertIn("café fermé", self.out)
                self.assertEqual(self.run_main(option, stdin=data), 0)
                self.assertIn("café fermé", self.out)

    def test_broken_bytes(self):
        """a broken byte becomes U+FFFD, also within JSON"""
        data = GOOD.replace(b"no cart", b"caf\xe9 plain\n")
        data += (
            b'{"time": "2026-03-02", "level": "error",'
            b' "msg": "caf\xe9 json"}\n'
        )
        for argv, stdin in [([self.write("app.log", data)], b""), ([], data)]:
            with self.subTest(argv=argv):
                self.assertEqual(self.run_main(*argv, stdin=stdin), 0)
                self.assertIn("caf\ufffd plain", self.out)
                self.assertIn("caf\ufffd json", self.out)


class ExitCodes(MainTestCase):
    def test_unreadable_lines(self):
        """unreadable lines are named on stderr and end with 1"""
        name = self.write("app.log", b"?\n" + GOOD + b'{"time"\n')
        self.assertEqual(self.run_main(name), 1)
        self.assertIn("no cart", self.out)
        lines = self.err.splitlines()
        self.assertEqual(len(lines), 3)
        self.assertTrue(lines[0].startswith("app.log: line 1 (unknown): "))
        self.assertTrue(lines[1].startswith("app.log: line 3 (json): "))
        self.assertEqual(lines[2], "app.log: unreadable lines: 2")

    def test_unreadable_stdin(self):
        """stdin is called <stdin>"""
        self.assertEqual(self.run_main(stdin=b"?\n" * 150), 1)
        lines = self.err.splitlines()
        self.assertEqual(len(lines), 101)
        self.assertTrue(lines[99].startswith("<stdin>: line 100 (unknown)"))
        self.assertEqual(lines[100], "<stdin>: unreadable lines: 150")

    def test_each_file(self):
        """every file counts its own lines"""
        names = [self.write(name, GOOD + b"?\n") for name in ["a", "b"]]
        self.assertEqual(self.run_main(*names), 1)
        self.assertIn("a: line 2 ", self.err)
        self.assertIn("b: line 2 ", self.err)

    def test_missing_file(self):
        """a file that cannot be opened is 2, the others are read"""
        name = self.write("app.log", GOOD + b"?\n")
        for bad in ["missing.log", os.curdir]:
            with self.subTest(bad=bad):
                self.assertEqual(self.run_main(bad, name), 2)
                self.assertTrue(self.err.startswith(f"{bad}: "))
                self.assertIn("app.log: line 2 ", self.err)
                self.assertIn("no cart", self.out)
                self.assertEqual(self.run_main(name, bad), 2)
                self.assertTrue(
                    self.err.splitlines()[2].startswith(f"{bad}: ")
                )
                self.assertEqual(len(self.err.splitlines()), 3)

    def test_broken_file(self):
        """a file that ends in an OSError is 2, and its events count"""
        source = Failing(GOOD + b"?\n" + GOOD, OSError(5, "cable pulled"))
        stdin = io.BufferedReader(source)
        self.assertEqual(self.run_main(stdin=stdin), 2)
        self.assertIn("<stdin>, line 3: cable pulled\n", self.err)
        self.assertIn("<stdin>: line 2 (unknown): ", self.err)
        self.assertEqual(self.out.splitlines()[1].split()[1], "2")

    def test_broken_from_the_start(self):
        """without a line that was read, the message names none"""
        stdin = io.BufferedReader(Failing(b"", OSError(5, "cable pulled")))
        self.assertEqual(self.run_main(stdin=stdin), 2)
        self.assertEqual(self.err, "<stdin>: cable pulled\n")
        self.assertEqual(self.out, "no problems\n")

    def test_usage(self):
        """wrong usage ends with SystemExit(2) before anything is read"""
        for argv in [
            ["--no-such-option"],
            ["--encoding", "no-such-encoding"],
            ["--encoding", "hex"],
        ]:
            with self.subTest(argv=argv):
                with self.assertRaises(SystemExit) as caught:
                    self.run_main(*argv, stdin=GOOD)
                self.assertEqual(caught.exception.code, 2)
                self.assertEqual(self.out, "")
                self.assertIn(argv[-1], self.err)

    def test_other_errors(self):
        """another error passes with a note of file and line"""
        for data, note in [
            (GOOD * 2, "<stdin>, line 2"),
            (b"\n?\n" + GOOD, "<stdin>, line 3"),
        ]:
            with self.subTest(data=data):
                error = RuntimeError("a bug")
                stdin = io.BufferedReader(Failing(data, error))
                with self.assertRaises(RuntimeError) as caught:
                    self.run_main(stdin=stdin)
                self.assertIs(caught.exception, error)
                self.assertEqual(error.__notes__, [note])

    def test_module(self):
        """python -m log_triage runs it and passes the exit code on"""
        for data, code in [(LOG, 0), (LOG + b"?\n", 1)]:
            done = subprocess.run(
                [sys.executable, "-m", "log_triage"],
                input=data,
                capture_output=True,
                env=os.environ
                | {"PYTHONPATH": str(Path(log_triage.__file__).parents[1])},
            )
            self.assertEqual(done.returncode, code, done.stderr)
            self.assertEqual(
                done.stdout.decode().splitlines()[0][:8], "severity"
            )


if __name__ == "__main__":
    unittest.main()
