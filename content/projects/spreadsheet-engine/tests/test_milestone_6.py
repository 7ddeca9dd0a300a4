"""Milestone 6: stores keep sheets, in memory or as CSV text."""

import unittest
from typing import is_protocol

from spreadsheet import Change, CsvStore, DictStore, FormulaError, Sheet, Store

CONTENTS = {
    "A1": "drink",
    "B1": "price",
    "C1": 'size in "',
    "A2": "tea, green",
    "B2": 2.5,
    "A3": "two\nlines",
    "B3": 3,
    "C3": "=SUM(B2:B4) * 2",
    "A4": "\r\n",
    "B4": "=1/0",
    "AB7": True,
    "C9": False,
    "D9": "",
    "E9": "5",
    "F9": "TRUE",
    "G9": "'quoted'",
    "H9": "-1e5",
    "I9": 1e100,
    "J9": -0.125,
    "K9": 10**30,
    "L9": " =1+1 ",
    "M9": "007",
    "N9": "\r",
    "O9": "'",
    "P9": "Zoë \N{TEACUP WITHOUT HANDLE}",
    "Q9": '""',
    "R9": "page\f\u2028 break",
}


def sheet_of(contents):
    """Return a sheet with these contents."""
    sheet = Sheet()
    for address, content in contents.items():
        sheet[address] = content
    return sheet


def state(sheet):
    """Return contents and values of all cells, with the types."""
    return [
        (address, repr(sheet.content(address)), repr(sheet[address]))
        for address in sheet
    ]


class NoteStore:
    """A third adapter: all it has is the two methods."""

    def __init__(self, contents):
        self.contents = contents

    def load(self):
        return self.contents

    def save(self, contents):
        self.contents = dict(contents)


class Stores(unittest.TestCase):
    def test_round_trip(self):
        """a sheet comes back with all contents, values and types"""
        for store in (DictStore(), CsvStore()):
            with self.subTest(store=type(store).__name__):
                sheet = sheet_of(CONTENTS)
                sheet.save(store)
                self.assertEqual(state(Sheet.load(store)), state(sheet))

    def test_empty_sheet(self):
        """an empty sheet can be saved, over one that was there"""
        for store in (DictStore(), CsvStore()):
            with self.subTest(store=type(store).__name__):
                self.assertEqual(state(Sheet.load(store)), [])
                sheet_of({"A1": 5}).save(store)
                Sheet().save(store)
                self.assertEqual(state(Sheet.load(store)), [])

    def test_loaded_sheet_lives(self):
        """a loaded sheet recalculates, and has nothing to undo"""
        for store in (DictStore(), CsvStore()):
            with self.subTest(store=type(store).__name__):
                sheet_of({"A1": "=B1*2", "B1": 4}).save(store)
                sheet = Sheet.load(store)
                changes = []
                sheet.observe("A1", changes.append)
                sheet["B1"] = 5
                self.assertEqual(changes, [Change("A1", 8, 10)])
                self.assertIs(sheet.undo(), True)
                self.assertIs(sheet.undo(), False)

    def test_saved_state_stays(self):
        """edits after saving or loading do not reach the store"""
        for store in (DictStore(), CsvStore()):
            with self.subTest(store=type(store).__name__):
                sheet = sheet_of({"A1": 4})
                sheet.save(store)
                sheet["A1"] = 5
                Sheet.load(store)["A1"] = 6
                self.assertEqual(Sheet.load(store)["A1"], 4)

    def test_other_stores(self):
        """a class of yours needs the two methods and no base class"""
        store = NoteStore({"B1": 4, "A1": "=B1*2"})
        sheet = Sheet.load(store)
        sheet["A2"] = 1
        sheet.save(store)
        self.assertEqual(
            list(store.contents.items()),
            [("A1", "=B1*2"), ("B1", 4), ("A2", 1)],
        )
        self.assertTrue(is_protocol(Store))

    def test_wrong_contents(self):
        """a store with a wrong formula, address or value cannot be loaded"""
        wrong = {
            FormulaError: {"A1": 1, "B1": "=1+"},
            ValueError: {"A0": 1},
            TypeError: {"A1": [1]},
        }
        for error, contents in wrong.items():
            with self.subTest(error=error), self.assertRaises(error):
                Sheet.load(DictStore(contents))

    def test_dict(self):
        """a DictStore copies the dict that it is made with"""
        contents = {"A1": 5}
        store = DictStore(contents)
        contents["A1"] = 6
        self.assertEqual(Sheet.load(store)["A1"], 5)
        sheet_of({"B1": "=2"}).save(store)
        self.assertEqual(store.contents, {"B1": "=2"})


class Csv(unittest.TestCase):
    def text(self, **contents):
        """Return the text of a sheet with these contents."""
        store = CsvStore()
        sheet_of(contents).save(store)
        return store.text

    def contents(self, text):
        """Return the contents of the sheet that a text stands for."""
        sheet = Sheet.load(CsvStore(text))
        return {address: sheet.content(address) for address in sheet}

    def test_grid(self):
        """a line for each row, up to the last cell of the row"""
        text = self.text(B1="tea", D1=2.5, A3="=B1", B3=True)
        self.assertEqual(text, ",tea,,2.5\n\n=B1,TRUE\n")

    def test_quotes(self):
        """commas, quotes and line breaks are quoted as CSV does it"""
        text = self.text(A1='3" pipe', B1="a,b", C1="a\nb", D1="a\r\nb")
        self.assertEqual(text, '"3"" pipe","a,b","a\nb","a\r\nb"\n')

    def test_apostrophe(self):
        """text that would read as something else gets an apostrophe"""
        text = self.text(A1="5", B1="TRUE", C1="", D1="'", E1="true", F1="5 l")
        self.assertEqual(text, "'5,'TRUE,','',true,5 l\n")

    def test_reading_fields(self):
        """fields of other programs become numbers, bools and text"""
        self.assertEqual(
            self.contents('5,-0.50,1E3,"7",TRUE,\r\n007,True,1_000,"", 5'),
            {
                "A1": 5,
                "B1": -0.5,
                "C1": 1000.0,
                "D1": 7,
                "E1": True,
                "A2": "007",
                "B2": "True",
                "C2": "1_000",
                "E2": " 5",
            },
        )

    def test_too_large(self):
        """a text with more columns or rows than a sheet is a ValueError"""
        self.assertEqual(self.contents("," * 701 + "x"), {"ZZ1": "x"})
        for text in ("," * 702 + "x", "\n" * 999 + "x"):
            with self.assertRaises(ValueError):
                self.contents(text)

    def test_same_text(self):
        """saving what was loaded gives the same text"""
        store = CsvStore()
        sheet_of(CONTENTS).save(store)
        text = store.text
        Sheet.load(store).save(store)
        self.assertEqual(store.text, text)


if __name__ == "__main__":
    unittest.main()
