"""Milestone 4: clean repairs what can be repaired for certain."""

import unittest
from itertools import product

from text_inspector import clean, sniff


class Cleaning(unittest.TestCase):
    def assert_unchanged(self, *texts):
        for text in texts:
            with self.subTest(ascii(text)):
                self.assertEqual(clean(text), text)

    def test_clean_text(self):
        """clean text stays as it is, also without a line end"""
        self.assert_unchanged("", "id;name\n1;Zoë\n", "no end", "\n\n")

    def test_nfc(self):
        """text is normalized to NFC"""
        self.assertEqual(clean("Jose\u0301 5 \u212b"), "José 5 Å")

    def test_not_nfkc(self):
        """compatibility forms keep their meaning"""
        self.assert_unchanged("10² ﬁ ½ ™")

    def test_line_ends(self):
        r"""all line ends become \n"""
        self.assertEqual(clean("a\r\nb\rc\nd\r\r\ne"), "a\nb\nc\nd\n\ne")

    def test_other_breaks(self):
        """characters that are not line ends stay"""
        self.assert_unchanged("a\x0cb\x0bc\x85d\u2028e\x1ef\n")

    def test_bom(self):
        """marks in front of the text go, others stay"""
        self.assertEqual(clean("\ufeffid\n"), "id\n")
        self.assertEqual(clean("\ufeff\ufeffid\n"), "id\n")
        self.assert_unchanged("id\n\ufeffa\ufeff\n")

    def test_suspects_stay(self):
        """nothing is dropped or replaced that could be data"""
        self.assert_unchanged("1\xa0200 a\u200bb \ue000 \0\t\x07 👩\u200d👧")


class Mojibake(unittest.TestCase):
    def assert_unchanged(self, *texts):
        for text in texts:
            with self.subTest(text):
                self.assertEqual(clean(text), text)

    def test_repair(self):
        """UTF-8 that was read as cp1252 is repaired"""
        self.assertEqual(clean("cafÃ© â‚¬5 â€“ naÃ¯ve"), "café €5 – naïve")

    def test_twice(self):
        """text that was garbled twice is repaired twice"""
        garbled = "é ü"
        for _ in range(2):
            garbled = garbled.encode().decode("cp1252")
        self.assertEqual(clean(garbled), "é ü")

    def test_correct_text(self):
        """correct text that only resembles mojibake stays"""
        self.assert_unchanged("é", "SÃO PAULO", "Â", "5 €", "“IRMÃ”", "naïve")

    def test_partial(self):
        """a line that is not mojibake as a whole stays"""
        self.assert_unchanged("cafÃ© and café", "cafÃ© Ω", "cafÃ© \x81")

    def test_line_by_line(self):
        """each line is judged by itself, whatever its end"""
        self.assertEqual(
            clean("cafÃ©\r\nnaïve\rÃ¼ber\nΩ\n"), "café\nnaïve\nüber\nΩ\n"
        )

    def test_mixed_file(self):
        """a file with lines in UTF-8 and lines in cp1252 becomes whole"""
        data = b"caf\xc3\xa9\ncaf\xe9\n\xe2\x82\xac 5\n\x80 5\n"
        self.assertEqual(clean(sniff(data).text), "café\ncafé\n€ 5\n€ 5\n")

    def test_bom(self):
        """a byte order mark that was garbled goes too"""
        self.assertEqual(clean("ï»¿id;name\n"), "id;name\n")


class Again(unittest.TestCase):
    def assert_stable(self, text):
        once = clean(text)
        self.assertEqual(
            clean(once), once, f"cleaning {text!a} twice is not the same"
        )

    def test_examples(self):
        """cleaning again changes nothing more"""
        for text in (
            "\ufeff\ufeffid",
            "ï»¿ï»¿id",
            "A\u0303©",
            "\r\r\n\n\r",
            "A\u0303ƒA\u0302©",
            "\u0344 \u0958 \ufb2c",
            "ï¬¬",
        ):
            with self.subTest(ascii(text)):
                self.assert_stable(text)

    def test_uncovered_by_nfc(self):
        """mojibake that is one only in NFC is repaired"""
        self.assertEqual(clean("cafA\u0303©"), "café")

    def test_all_short_texts(self):
        """the same for all texts of up to five odd characters"""
        for length in range(1, 6):
            for chars in product("Ã©A\u0303\ufeff\r\n", repeat=length):
                self.assert_stable("".join(chars))


if __name__ == "__main__":
    unittest.main()
