"""Milestone 1: sniff finds encoding, byte order mark and line ends."""

import unittest

from text_inspector import sniff


class Encoding(unittest.TestCase):
    def assert_reads(self, data, encoding, text, *, bom=False):
        report = sniff(data)
        self.assertEqual(
            (report.encoding, report.bom, report.text), (encoding, bom, text)
        )

    def test_ascii(self):
        """ASCII is UTF-8"""
        self.assert_reads(b"id;name\n", "utf-8", "id;name\n")

    def test_utf8(self):
        """valid UTF-8 is recognized"""
        self.assert_reads(b"caf\xc3\xa9 \xe2\x82\xac", "utf-8", "café €")

    def test_cp1252(self):
        """what is not UTF-8 is taken for cp1252"""
        self.assert_reads(b"caf\xe9 \x80\x85", "cp1252", "café €…")

    def test_invalid_utf8(self):
        """overlong forms and encoded surrogates are not UTF-8"""
        self.assert_reads(b"\xc0\xaf", "cp1252", "À¯")
        self.assert_reads(b"\xed\xa0\x80", "cp1252", "í\xa0€")

    def test_unreadable(self):
        """what is neither has no encoding and no text"""
        report = sniff(b"\x89PNG\r\n\x81")
        self.assertIsNone(report.encoding)
        self.assertEqual((report.text, report.size), ("", 7))
        self.assertEqual((report.lf, report.crlf, report.cr), (0, 0, 0))

    def test_utf8_bom(self):
        """the byte order mark of UTF-8 is seen, and not in the text"""
        self.assert_reads(b"\xef\xbb\xbfid", "utf-8", "id", bom=True)

    def test_utf16_bom(self):
        """a byte order mark tells the byte order of UTF-16"""
        self.assert_reads(b"\xff\xfei\0d\0", "utf-16-le", "id", bom=True)
        self.assert_reads(b"\xfe\xff\0i\0d", "utf-16-be", "id", bom=True)

    def test_utf32_bom(self):
        """UTF-32-LE is not mistaken for UTF-16-LE, whose mark is shorter"""
        self.assert_reads(b"\xff\xfe\0\0i\0\0\0", "utf-32-le", "i", bom=True)
        self.assert_reads(b"\0\0\xfe\xff\0\0\0i", "utf-32-be", "i", bom=True)

    def test_utf16_with_nul(self):
        """UTF-16-LE that begins with NUL is not mistaken for UTF-32-LE"""
        self.assert_reads(b"\xff\xfe\0\0i\0", "utf-16-le", "\0i", bom=True)

    def test_second_bom(self):
        """only one byte order mark is taken off"""
        self.assert_reads(
            b"\xef\xbb\xbf\xef\xbb\xbfid", "utf-8", "\ufeffid", bom=True
        )

    def test_bom_inside(self):
        """a mark that is not in front is text"""
        self.assert_reads(b"a\xef\xbb\xbfb", "utf-8", "a\ufeffb")

    def test_bom_is_a_promise(self):
        """data that breaks the promise of its mark is unreadable"""
        for data in (
            b"\xef\xbb\xbfcaf\xe9",
            b"\xff\xfei\0d",
            b"\xfe\xff\xd8\0",
        ):
            with self.subTest(data):
                self.assertIsNone(sniff(data).encoding)

    def test_empty(self):
        """no bytes are valid UTF-8"""
        self.assert_reads(b"", "utf-8", "")
        self.assert_reads(b"\xef\xbb\xbf", "utf-8", "", bom=True)


class SizeAndLineEnds(unittest.TestCase):
    def assert_ends(self, data, *, lf=0, crlf=0, cr=0):
        report = sniff(data)
        self.assertEqual((report.lf, report.crlf, report.cr), (lf, crlf, cr))

    def test_size(self):
        """size counts bytes, with the byte order mark"""
        self.assertEqual(sniff(b"").size, 0)
        self.assertEqual(sniff(b"\xef\xbb\xbfcaf\xc3\xa9").size, 8)

    def test_each(self):
        """LF, CRLF and CR are counted"""
        self.assert_ends(b"a\nb\nc\n", lf=3)
        self.assert_ends(b"a\r\nb\r\n", crlf=2)
        self.assert_ends(b"a\rb", cr=1)
        self.assert_ends(b"a")

    def test_mixed(self):
        """a CRLF is neither an LF nor a CR"""
        self.assert_ends(b"a\r\nb\nc\rd\r\ne\n", lf=2, crlf=2, cr=1)

    def test_next_to_each_other(self):
        """CR CR LF is a CR and a CRLF, LF CR is an LF and a CR"""
        self.assert_ends(b"a\r\r\nb", crlf=1, cr=1)
        self.assert_ends(b"a\n\rb", lf=1, cr=1)

    def test_utf16(self):
        """in UTF-16 characters count, and not their bytes"""
        self.assert_ends(b"\xff\xfea\0\r\0\n\0", crlf=1)
        # Two letters, of Malayalam and Gurmukhi, made of the bytes 0D and 0A.
        self.assert_ends(b"\xff\xfe\x0a\x0d\x0d\x0a")

    def test_other_breaks(self):
        """form feed, NEL and U+2028 do not end a line"""
        self.assert_ends(b"a\x0cb\xc2\x85c\xe2\x80\xa8d")


if __name__ == "__main__":
    unittest.main()
