"""Milestone 1: a sheet stores values by address."""

import unittest

from spreadsheet import Sheet

NOT_ADDRESSES = [
    "",
    "A",
    "1",
    "1A",
    "a1",
    "A0",
    "A01",
    "A-1",
    "A1000",
    "AAA1",
    "A1 ",
    "A1\n",
    "A1:B2",
    "$A$1",
    "Ä1",
    "A\u0661",
    1,
    None,
    ("A", 1),
]


class Values(unittest.TestCase):
    def setUp(self):
        self.sheet = Sheet()

    def test_each_kind(self):
        """a bool, an int, a float and text come back as they were"""
        for value in (True, False, 5, -3, 0, 2.5, "tea", "", " 5 "):
            with self.subTest(value=value):
                self.sheet["A1"] = value
                self.assertIs(type(self.sheet["A1"]), type(value))
                self.assertEqual(self.sheet["A1"], value)

    def test_empty(self):
        """a cell that was never set is None"""
        self.assertIsNone(self.sheet["B2"])

    def test_reading_adds_nothing(self):
        """reading an empty cell does not put it into the sheet"""
        self.assertIsNone(self.sheet["B2"])
        self.assertEqual(len(self.sheet), 0)
        self.assertNotIn("B2", self.sheet)

    def test_second_value(self):
        """a second value takes the place of the first"""
        self.sheet["A1"] = 5
        self.sheet["A1"] = "five"
        self.assertEqual(self.sheet["A1"], "five")
        self.assertEqual(len(self.sheet), 1)

    def test_none_empties(self):
        """None empties a cell, and an empty cell stays empty"""
        self.sheet["A1"] = 5
        self.sheet["A1"] = None
        self.sheet["B1"] = None
        self.assertIsNone(self.sheet["A1"])
        self.assertEqual(len(self.sheet), 0)
        self.assertNotIn("A1", self.sheet)

    def test_other_types(self):
        """a value of another type is a TypeError and changes nothing"""
        self.sheet["A1"] = 5
        for value in ([1], (1,), {}, b"5", 5j, object()):
            with self.subTest(value=value), self.assertRaises(TypeError):
                self.sheet["A1"] = value
        self.assertEqual(self.sheet["A1"], 5)

    def test_not_finite(self):
        """nan and the infinities are a ValueError and change nothing"""
        self.sheet["A1"] = 5
        for text in ("nan", "inf", "-inf"):
            with self.subTest(text), self.assertRaises(ValueError):
                self.sheet["A1"] = float(text)
        self.assertEqual(self.sheet["A1"], 5)

    def test_sheets_are_independent(self):
        """two sheets share no cells"""
        self.sheet["A1"] = 5
        self.assertIsNone(Sheet()["A1"])


class Addresses(unittest.TestCase):
    def setUp(self):
        self.sheet = Sheet()

    def test_corners(self):
        """the corners of the sheet are A1, ZZ1, A999 and ZZ999"""
        for number, address in enumerate(("A1", "ZZ1", "A999", "ZZ999")):
            self.sheet[address] = number
        self.assertEqual(self.sheet["ZZ999"], 3)
        self.assertEqual(self.sheet["A1"], 0)
        self.assertEqual(len(self.sheet), 4)

    def test_reading_elsewhere(self):
        """reading what is no address is a ValueError"""
        for address in NOT_ADDRESSES:
            with self.subTest(address), self.assertRaises(ValueError):
                self.sheet[address]

    def test_writing_elsewhere(self):
        """writing to what is no address is a ValueError"""
        for address in NOT_ADDRESSES:
            with self.subTest(address), self.assertRaises(ValueError):
                self.sheet[address] = 5
        self.assertEqual(len(self.sheet), 0)

    def test_in(self):
        """in says whether a cell holds a value, also a false one"""
        self.sheet["A1"] = 0
        self.sheet["A2"] = ""
        self.assertIn("A1", self.sheet)
        self.assertIn("A2", self.sheet)
        self.assertNotIn("A3", self.sheet)

    def test_in_elsewhere(self):
        """what is no address is not in the sheet, and no error"""
        for address in NOT_ADDRESSES:
            with self.subTest(address):
                self.assertNotIn(address, self.sheet)

    def test_row_order(self):
        """a sheet iterates over its addresses row by row"""
        expected = ["A1", "B1", "Z1", "AA1", "AZ1", "BA1", "A2", "B10", "A11"]
        for address in sorted(expected, reverse=True):
            self.sheet[address] = 1
        self.assertEqual(list(self.sheet), expected)

    def test_every_column(self):
        """702 columns have 702 names in the right order"""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        names = [*letters, *(a + b for a in letters for b in letters)]
        for name in reversed(names):
            self.sheet[f"{name}7"] = name
        self.assertEqual(list(self.sheet), [f"{name}7" for name in names])
        self.assertEqual(self.sheet["ZA7"], "ZA")

    def test_fresh_iterator(self):
        """a sheet can be iterated any number of times"""
        self.sheet["A1"] = 1
        self.assertEqual(list(self.sheet), list(self.sheet))


if __name__ == "__main__":
    unittest.main()
