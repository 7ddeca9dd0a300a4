"""Milestone 2: suspects lists what does not belong, with its place."""

import unittest

from text_inspector import suspects


class SuspectsTestCase(unittest.TestCase):
    def places(self, text):
        """Return line and column of each finding."""
        return [(found.line, found.column) for found in suspects(text)]

    def kinds(self, text):
        """Return kind and code points of each finding."""
        return [(found.kind, found.code_points) for found in suspects(text)]

    def names(self, text):
        """Return the name of each finding."""
        return [found.name for found in suspects(text)]


class Characters(SuspectsTestCase):
    def test_nothing(self):
        """ordinary text has no findings"""
        for text in ("", "id;name\tfee\r\n1;Zoë;2.50\n", "Ω 東京 Привет 🙂"):
            with self.subTest(text):
                self.assertEqual(suspects(text), [])

    def test_finding(self):
        """a finding has line, column, code points, kind and name"""
        [found] = suspects("fee\n1\xa0200\n")
        self.assertEqual((found.line, found.column), (2, 2))
        self.assertEqual(found.code_points, "U+00A0")
        self.assertEqual(found.kind, "space")
        self.assertEqual(found.name, "NO-BREAK SPACE")

    def test_spaces(self):
        """every separator but U+0020 is a space"""
        self.assertEqual(
            self.kinds("a\u2009b\u202fc\u3000d\u2028e\u2029f g"),
            [
                ("space", "U+2009"),
                ("space", "U+202F"),
                ("space", "U+3000"),
                ("space", "U+2028"),
                ("space", "U+2029"),
            ],
        )

    def test_control(self):
        """control characters are found, below and above ASCII's letters"""
        self.assertEqual(
            self.kinds("a\0b\x0bc\x1bd\x7fe\x85"),
            [
                ("control", "U+0000"),
                ("control", "U+000B"),
                ("control", "U+001B"),
                ("control", "U+007F"),
                ("control", "U+0085"),
            ],
        )

    def test_invisible(self):
        """zero-width and other format characters are invisible"""
        self.assertEqual(
            self.kinds("\ufeffa\u200bb\u00adc\u200dd\u202ee\U000e0041"),
            [
                ("invisible", "U+FEFF"),
                ("invisible", "U+200B"),
                ("invisible", "U+00AD"),
                ("invisible", "U+200D"),
                ("invisible", "U+202E"),
                ("invisible", "U+E0041"),
            ],
        )

    def test_private_use(self):
        """private use is found in all planes"""
        self.assertEqual(
            self.kinds("a\ue000b\uf8ffc\U0010fffd"),
            [
                ("private use", "U+E000"),
                ("private use", "U+F8FF"),
                ("private use", "U+10FFFD"),
            ],
        )

    def test_without_a_name(self):
        """a character without a name shows its kind"""
        self.assertEqual(
            self.names("\x07\ue000\u200b"),
            ["<control>", "<private use>", "ZERO WIDTH SPACE"],
        )


class Sequences(SuspectsTestCase):
    def test_letter_and_mark(self):
        """a letter and its mark are one finding at the letter"""
        [found] = suspects("cafe\u0301s")
        self.assertEqual((found.line, found.column), (1, 4))
        self.assertEqual(found.code_points, "U+0065 U+0301")
        self.assertEqual(found.kind, "not NFC")
        self.assertEqual(
            found.name, "LATIN SMALL LETTER E + COMBINING ACUTE ACCENT"
        )

    def test_neighbors(self):
        """sequences side by side are findings of their own"""
        self.assertEqual(
            self.kinds("e\u0301o\u0308"),
            [("not NFC", "U+0065 U+0301"), ("not NFC", "U+006F U+0308")],
        )

    def test_several_marks(self):
        """all marks of a letter belong to its sequence"""
        self.assertEqual(
            self.kinds("xo\u0302\u0301y"),
            [("not NFC", "U+006F U+0302 U+0301")],
        )

    def test_order_of_marks(self):
        """marks in the wrong order are not NFC"""
        self.assertEqual(
            self.kinds("q\u0307\u0323"),
            [("not NFC", "U+0071 U+0307 U+0323")],
        )

    def test_single_character(self):
        """a character that NFC replaces is a sequence of one"""
        self.assertEqual(
            self.kinds("5 \u212b, 3 \u2126"),
            [("not NFC", "U+212B"), ("not NFC", "U+2126")],
        )

    def test_hangul(self):
        """letters that join into one syllable are one sequence"""
        self.assertEqual(
            self.kinds("\u1112\u1161\u11ab\u1100\u116e"),
            [
                ("not NFC", "U+1112 U+1161 U+11AB"),
                ("not NFC", "U+1100 U+116E"),
            ],
        )

    def test_nfc(self):
        """what NFC leaves alone is no finding, even if NFKC would not"""
        for text in ("café 한국", "q\u0307", "ﬁ ² ½", "\u0301", "x\n\u0301"):
            with self.subTest(ascii(text)):
                self.assertEqual(suspects(text), [])


class Places(SuspectsTestCase):
    def test_line_ends(self):
        r"""\n, \r and \r\n begin a new line"""
        self.assertEqual(
            self.places("\xa0\n\xa0\r\xa0\r\n\xa0\n\n \xa0"),
            [(1, 1), (2, 1), (3, 1), (4, 1), (6, 2)],
        )

    def test_other_breaks(self):
        """no other character begins a new line"""
        self.assertEqual(
            self.places("a\x0cb\x85c\u2028d\x1ee"),
            [(1, 2), (1, 4), (1, 6), (1, 8)],
        )

    def test_columns(self):
        """columns count code points, not bytes or what a reader sees"""
        self.assertEqual(self.places("é🙂\xa0"), [(1, 3)])
        self.assertEqual(self.places("e\u0301\xa0"), [(1, 1), (1, 3)])

    def test_order(self):
        """findings of all kinds are in the order of their places"""
        self.assertEqual(
            self.places("a\xa0e\u0301\0\no\u0308\u200b\n\xa0"),
            [(1, 2), (1, 3), (1, 5), (2, 1), (2, 3), (3, 1)],
        )


if __name__ == "__main__":
    unittest.main()
