"""Milestone 5: the command reads bytes, writes results, returns a status."""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import text_inspector
from text_inspector import as_json, main, sniff, suspects, table

FILE = "orders.csv"


def lines(text):
    """Return text with plain line ends, as a console on Windows shows it."""
    return text.replace("\r\n", "\n")


class MainTestCase(unittest.TestCase):
    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(contextlib.chdir(folder))

    def run_main(self, *argv, data=None, stdin=b""):
        """Run main and keep what it returns and writes.

        With data, a file is made of it, whose name is the last argument.
        The standard streams are those of an old console on Windows.
        """
        if data is not None:
            Path(FILE).write_bytes(data)
            argv = (*argv, FILE)
        out, err = io.BytesIO(), io.StringIO()
        stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="cp1252")
        stdout = io.TextIOWrapper(out, encoding="cp1252", newline="\r\n")
        with (
            mock.patch("sys.stdin", stdin),
            mock.patch("sys.stdout", stdout),
            mock.patch("sys.stderr", err),
        ):
            try:
                self.status = main(list(argv))
            except SystemExit as error:
                self.status = error.code
            stdout.flush()
        self.out = out.getvalue()
        self.err = err.getvalue()


class Results(MainTestCase):
    data = "\ufeffid;fee\r\n1;1\xa0200\n2;Zoë €\n".encode()

    def test_table(self):
        """without an option the table goes to stdout"""
        self.run_main(data=self.data)
        report = sniff(self.data)
        expected = table(report, suspects(report.text)) + "\n"
        self.assertEqual(lines(self.out.decode("ascii")), expected)

    def test_json(self):
        """--json writes the JSON instead"""
        self.run_main("--json", data=self.data)
        report = sniff(self.data)
        expected = as_json(report, suspects(report.text))
        self.assertEqual(json.loads(self.out), json.loads(expected))

    def test_clean(self):
        r"""--clean writes the clean text, as UTF-8 with \n, and no more"""
        self.run_main("--clean", data=self.data)
        self.assertEqual(self.out, "id;fee\n1;1\xa0200\n2;Zoë €\n".encode())

    def test_clean_outside_cp1252(self):
        """--clean can write what the console cannot"""
        self.run_main("--clean", data="東京 🙂".encode("utf-16"))
        self.assertEqual(self.out, "東京 🙂".encode())

    def test_input_stays(self):
        """the file itself is not changed"""
        self.run_main("--clean", data=self.data)
        self.assertEqual(Path(FILE).read_bytes(), self.data)

    def test_stdin(self):
        """without a file, or with -, the bytes of stdin are read"""
        for argv in (["--clean"], ["--clean", "-"]):
            with self.subTest(argv):
                self.run_main(*argv, stdin=b"caf\xc3\xa9\r\n\x1a")
                self.assertEqual(self.out, b"caf\xc3\xa9\n\x1a")

    def test_option_behind_file(self):
        """an option may stand behind the file"""
        Path(FILE).write_bytes(b"a\r")
        self.run_main(FILE, "--clean")
        self.assertEqual(self.out, b"a\n")


class Status(MainTestCase):
    def test_clean_files(self):
        """clean files are 0, and there is nothing to say about them"""
        for data in (b"", b"a\nb\n", b"a\r\nb\r\n", "Zoë\n東京".encode()):
            with self.subTest(data):
                self.run_main(data=data)
                self.assertEqual((self.status, self.err), (0, ""))

    def test_findings(self):
        """a finding is 1"""
        self.run_main(data=b"1\xc2\xa0200\n")
        self.assertEqual(self.status, 1)

    def test_file_as_a_whole(self):
        """so are BOM, other encoding, mixed line ends and mojibake"""
        for data in (
            b"\xef\xbb\xbfid\n",
            b"\xff\xfei\0",
            b"caf\xe9\n",
            b"a\nb\r\n",
            b"a\rb\n",
            "id\ncafÃ©\n".encode(),
        ):
            with self.subTest(data):
                self.run_main(data=data)
                self.assertEqual(self.status, 1)

    def test_options_do_not_matter(self):
        """the status is about the input, whatever is written"""
        for option in ("--json", "--clean"):
            with self.subTest(option):
                self.run_main(option, data=b"a\nb\r\n")
                self.assertEqual(self.status, 1)
                self.run_main(option, data=b"a\nb\n")
                self.assertEqual(self.status, 0)

    def test_message(self):
        """with 1, a message on stderr names the file"""
        self.run_main("--clean", data=b"caf\xe9\n")
        self.assertIn(FILE, self.err)
        self.assertEqual(self.out, b"caf\xc3\xa9\n")

    def test_unreadable(self):
        """with 2, the message is all that is written"""
        for option in ([], ["--json"], ["--clean"]):
            with self.subTest(option):
                self.run_main(*option, data=b"\x89PNG\x81")
                self.assertEqual((self.status, self.out), (2, b""))
                self.assertIn(FILE, self.err)

    def test_no_file(self):
        """a file that is not there, or is a folder, is 2"""
        Path("folder").mkdir()
        for name in ("missing.csv", "folder"):
            with self.subTest(name):
                self.run_main(name)
                self.assertEqual((self.status, self.out), (2, b""))
                self.assertIn(name, self.err)

    def test_wrong_use(self):
        """wrong options are 2, with a message"""
        for argv in (["--yaml"], ["--json", "--clean"], ["a.csv", "b.csv"]):
            with self.subTest(argv):
                self.run_main(*argv)
                self.assertEqual((self.status, self.out), (2, b""))
                self.assertNotEqual(self.err, "")


class Command(MainTestCase):
    def test_module(self):
        """python -m text_inspector ends with the status of main"""
        home = Path(text_inspector.__file__).resolve().parent.parent
        for data, status in ((b"a\n", 0), (b"a\xc2\xa0b", 1), (b"\x81", 2)):
            with self.subTest(data):
                done = subprocess.run(
                    [sys.executable, "-m", "text_inspector", "--clean"],
                    env={**os.environ, "PYTHONPATH": str(home)},
                    input=data,
                    capture_output=True,
                )
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertEqual(done.stdout, b"" if status == 2 else data)


if __name__ == "__main__":
    unittest.main()
