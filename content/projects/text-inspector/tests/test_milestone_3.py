"""Milestone 3: a table for people, and JSON for programs."""

import json
import unittest

from text_inspector import as_json, sniff, suspects, table


def inspect(show, data):
    report = sniff(data)
    return show(report, suspects(report.text))


class Table(unittest.TestCase):
    maxDiff = None

    def test_without_findings(self):
        """the first line is about the file, a table counts line ends"""
        self.assertEqual(
            inspect(table, b"id\r\n1\r\n2\n3"),
            "utf-8, 0.0 KiB\n"
            "\n"
            "line ends  count   share\n"
            "LF             1   33.3%\n"
            "CRLF           2   66.7%\n"
            "CR             0    0.0%\n"
            "total          3  100.0%",
        )

    def test_with_findings(self):
        """two more tables count the kinds and list the places"""
        data = "id;fee\n1;1\xa0200\n2;e\u0301\n3;\xa0\x07\n".encode()
        self.assertEqual(
            inspect(table, data),
            "utf-8, 0.0 KiB\n"
            "\n"
            "line ends  count   share\n"
            "LF             4  100.0%\n"
            "CRLF           0    0.0%\n"
            "CR             0    0.0%\n"
            "total          4  100.0%\n"
            "\n"
            "findings  count   share\n"
            "control       1   25.0%\n"
            "not NFC       1   25.0%\n"
            "space         2   50.0%\n"
            "total         4  100.0%\n"
            "\n"
            "line  column  code points    kind     name\n"
            "   2       4  U+00A0         space    NO-BREAK SPACE\n"
            "   3       3  U+0065 U+0301  not NFC  LATIN SMALL LETTER E"
            " + COMBINING ACUTE ACCENT\n"
            "   4       3  U+00A0         space    NO-BREAK SPACE\n"
            "   4       4  U+0007         control  <control>",
        )

    def test_head_is_wider(self):
        """a column is as wide as its head if no cell is wider"""
        lines = inspect(table, b"\x07").splitlines()
        self.assertEqual(
            lines[-2:],
            [
                "line  column  code points  kind     name",
                "   1       1  U+0007       control  <control>",
            ],
        )

    def test_kind_is_wider(self):
        """a column grows with its widest cell"""
        self.assertEqual(
            inspect(table, "\ue000\ue000\x07".encode()).splitlines()[8:13],
            [
                "findings     count   share",
                "control          1   33.3%",
                "private use      2   66.7%",
                "total            3  100.0%",
                "",
            ],
        )

    def test_bom(self):
        """a byte order mark is mentioned"""
        for data, start in (
            (b"\xef\xbb\xbfid", "utf-8 with BOM, 0.0 KiB\n"),
            (b"\xff\xfei\0", "utf-16-le with BOM, 0.0 KiB\n"),
            (b"\xe9", "cp1252, 0.0 KiB\n"),
        ):
            with self.subTest(data):
                self.assertEqual(
                    inspect(table, data).splitlines(keepends=True)[0], start
                )

    def test_size(self):
        """sizes are in units of 1,024 bytes, with one decimal"""
        for size, shown in (
            (0, "0.0"),
            (1000, "1.0"),
            (1536, "1.5"),
            (1_536_000, "1,500.0"),
        ):
            with self.subTest(size=size):
                first = inspect(table, b"a" * size).splitlines()[0]
                self.assertEqual(first, f"utf-8, {shown} KiB")

    def test_empty(self):
        """nothing is 0.0% of nothing"""
        self.assertEqual(
            inspect(table, b""),
            "utf-8, 0.0 KiB\n"
            "\n"
            "line ends  count   share\n"
            "LF             0    0.0%\n"
            "CRLF           0    0.0%\n"
            "CR             0    0.0%\n"
            "total          0    0.0%",
        )

    def test_large_counts(self):
        """large counts have separators, and the column grows with them"""
        self.assertEqual(
            inspect(table, b"\n" * 1_234_567 + b"\r").splitlines()[2:],
            [
                "line ends      count   share",
                "LF         1,234,567  100.0%",
                "CRLF               0    0.0%",
                "CR                 1    0.0%",
                "total      1,234,568  100.0%",
            ],
        )

    def test_large_places(self):
        """lines and columns have separators as well"""
        text = "\n" * 1_000_000 + "a" * 12_345 + "\x07"
        last = inspect(table, text.encode()).splitlines()[-2:]
        self.assertEqual(
            last,
            [
                "     line  column  code points  kind     name",
                "1,000,001  12,346  U+0007       control  <control>",
            ],
        )


class Json(unittest.TestCase):
    def test_content(self):
        """JSON has the same content, with bare numbers"""
        data = b"\xef\xbb\xbfid\r\n1\r\n\xc2\xa0\n"
        self.assertEqual(
            json.loads(inspect(as_json, data)),
            {
                "encoding": "utf-8",
                "bom": True,
                "size": 13,
                "line_ends": {"LF": 1, "CRLF": 2, "CR": 0},
                "findings": [
                    {
                        "line": 3,
                        "column": 1,
                        "code_points": "U+00A0",
                        "kind": "space",
                        "name": "NO-BREAK SPACE",
                    }
                ],
            },
        )

    def test_without_findings(self):
        """without findings the list is empty, and bom is false"""
        content = json.loads(inspect(as_json, b"caf\xe9"))
        self.assertEqual(content["findings"], [])
        self.assertIs(content["bom"], False)
        self.assertEqual(content["encoding"], "cp1252")

    def test_order(self):
        """findings keep their order"""
        content = json.loads(inspect(as_json, b"\x07\n\xc2\xa0\x1b"))
        self.assertEqual(
            [found["code_points"] for found in content["findings"]],
            ["U+0007", "U+00A0", "U+001B"],
        )

    def test_ascii(self):
        """table and JSON are ASCII, whatever is in the file"""
        data = "Zoë\xa0\x1b[31m e\u0301 \ue000".encode()
        for show in (table, as_json):
            with self.subTest(show=show):
                shown = inspect(show, data)
                self.assertTrue(shown.isascii())
                self.assertNotIn("\x1b", shown)


if __name__ == "__main__":
    unittest.main()
