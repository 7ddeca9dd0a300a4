"""Milestone 3: changes reach dependent cells and observers."""

import unittest
from itertools import pairwise

from spreadsheet import Change, ErrorValue, FormulaError, Sheet


class SheetTestCase(unittest.TestCase):
    """Gives each test a sheet and a list of changes."""

    def setUp(self):
        self.sheet = Sheet()
        self.changes = []

    def fill(self, **contents):
        """Put contents into the sheet."""
        for address, content in contents.items():
            self.sheet[address] = content

    def values(self, addresses):
        """Return the values of several cells."""
        return [self.sheet[address] for address in addresses.split()]

    def watch(self, area):
        """Note all changes in area, as triples."""

        def note(change):
            self.changes.append((change.address, change.old, change.new))

        return self.sheet.observe(area, note)


class Recalculating(SheetTestCase):
    def test_set_later(self):
        """a formula follows the cells it reads, also those set later"""
        self.fill(C1="=B1+1", B1="=A1*10", A1=2)
        self.assertEqual(self.values("A1 B1 C1"), [2, 20, 21])
        self.sheet["A1"] = 3
        self.assertEqual(self.values("A1 B1 C1"), [3, 30, 31])

    def test_emptied(self):
        """a formula follows a cell that is emptied, also to an error"""
        self.fill(A1=2, B1="=6/A1", C1="=B1+1")
        self.sheet["A1"] = None
        self.assertEqual(self.values("B1 C1"), [ErrorValue.DIV0] * 2)
        self.sheet["A1"] = 3
        self.assertEqual(self.values("B1 C1"), [2, 3])

    def test_new_formula(self):
        """a cell no longer follows what its old formula read"""
        self.fill(A1=1, A2=2, B1="=A1")
        self.sheet["B1"] = "=A2"
        self.watch("B1")
        self.sheet["A1"] = 10
        self.assertEqual(self.changes, [])
        self.sheet["A2"] = 20
        self.assertEqual(self.changes, [("B1", 2, 20)])
        self.sheet["B1"] = 7
        self.sheet["A2"] = 30
        self.assertEqual(self.sheet["B1"], 7)

    def test_wrong_formula(self):
        """after a FormulaError the old formula still follows its cells"""
        self.fill(A1=1, B1="=A1")
        with self.assertRaises(FormulaError):
            self.sheet["B1"] = "=A2+"
        self.sheet["A1"] = 2
        self.assertEqual(self.sheet["B1"], 2)

    def test_order(self):
        """short and long ways to a cell give one result"""
        self.fill(A1=1, D1="=A1+C1", C1="=B1*10", B1="=A1+1", E1="=D1-A1")
        self.watch("A1:E1")
        self.sheet["A1"] = 2
        self.assertEqual(
            self.changes,
            [
                ("A1", 1, 2),
                ("B1", 2, 3),
                ("C1", 20, 30),
                ("D1", 21, 32),
                ("E1", 20, 30),
            ],
        )

    def test_many_ways(self):
        """2**100 ways from cell to cell are no more work than 200 cells"""
        # A solution that follows each way does not come back from here.
        self.fill(A1=1, B1=0)
        for row in range(2, 102):
            self.sheet[f"A{row}"] = f"=A{row - 1} + B{row - 1}"
            self.sheet[f"B{row}"] = f"=A{row - 1} - B{row - 1}"
        self.sheet["A1"] = 3
        self.assertEqual(self.sheet["A101"], 3 * 2**50)

    def test_long_chain(self):
        """a chain may be longer than the recursion limit"""
        cells = [f"{column}{row}" for column in "ABC" for row in range(1, 999)]
        self.sheet[cells[0]] = 1
        for source, cell in pairwise(cells):
            self.sheet[cell] = f"={source} + 1"
        self.sheet[cells[0]] = 5
        self.assertEqual(self.sheet[cells[-1]], len(cells) + 4)


class Cycles(SheetTestCase):
    def test_itself(self):
        """a cell that reads itself is #CYCLE!"""
        self.sheet["A1"] = "=A1+1"
        self.assertIs(self.sheet["A1"], ErrorValue.CYCLE)
        self.assertEqual(str(self.sheet["A1"]), "#CYCLE!")

    def test_ring(self):
        """all cells of a cycle are #CYCLE!, others are left alone"""
        self.fill(D1=4, A1="=B1+D1", B1="=C1", E1="=D1*2", C1="=A1")
        self.assertEqual(self.values("A1 B1 C1"), [ErrorValue.CYCLE] * 3)
        self.assertEqual(self.values("D1 E1"), [4, 8])
        self.sheet["D1"] = 5
        self.assertEqual(self.values("A1 B1 C1"), [ErrorValue.CYCLE] * 3)
        self.assertEqual(self.sheet["E1"], 10)

    def test_behind(self):
        """a cell that only reads a cycle has its error as any other"""
        self.fill(A1="=B1", C1="=2*A1", D1="=1/0 + A1", B1="=A1")
        self.assertIs(self.sheet["C1"], ErrorValue.CYCLE)
        self.assertIs(self.sheet["D1"], ErrorValue.DIV0)
        self.fill(E1="=D1+F1", F1="=E1")
        self.assertIs(self.sheet["D1"], ErrorValue.DIV0)
        self.sheet["B1"] = "=0+A1"
        self.assertIs(self.sheet["D1"], ErrorValue.DIV0)
        self.assertIs(self.sheet["E1"], ErrorValue.CYCLE)

    def test_broken(self):
        """when a cycle is broken, all its cells have values again"""
        self.fill(A1="=B1+1", B1="=C1+1", C1="=A1+1", D1="=A1*10")
        self.sheet["C1"] = 1
        self.assertEqual(self.values("A1 B1 C1 D1"), [3, 2, 1, 30])


class Observing(SheetTestCase):
    def test_change(self):
        """an observer gets a Change with address, old and new value"""
        self.sheet.observe("A1", self.changes.append)
        self.sheet["A1"] = 5
        self.assertEqual(self.changes, [Change("A1", None, 5)])

    def test_area(self):
        """an area is told in row order, and cells outside are not"""
        self.fill(B2="=A1", C2="=A1", A3="=A1", B3="=A1", B4="=A1")
        self.watch("C3:B2")
        self.sheet["A1"] = 1
        told = [address for address, _, _ in self.changes]
        self.assertEqual(told, ["B2", "C2", "B3"])

    def test_same_value(self):
        """a result that stays the same is not told; 1.0 is not 1"""
        self.fill(A1=1, B1="=A1*0")
        self.watch("A1:B1")
        self.sheet["A1"] = 2
        self.sheet["A1"] = 2
        self.sheet["A1"] = "=2"
        self.assertEqual(self.changes, [("A1", 1, 2)])
        self.fill(A1=2.0, B1=False)
        types = [type(new) for *_, new in self.changes[1:]]
        self.assertEqual(types, [float, float, bool])

    def test_finished_sheet(self):
        """observers are called when all cells have their new values"""
        self.fill(B1="=A1+1", C1="=B1+1")
        seen = []
        self.sheet.observe("A1", lambda change: seen.append(self.sheet["C1"]))
        self.sheet["A1"] = 5
        self.assertEqual(seen, [7])

    def test_stop(self):
        """what observe returns ends one registration, and may be repeated"""
        stop = self.sheet.observe("A1", self.changes.append)
        self.sheet.observe("A1", self.changes.append)
        stop()
        stop()
        self.sheet["A1"] = 5
        self.assertEqual(self.changes, [Change("A1", None, 5)])

    def test_come_and_go(self):
        """who comes or goes during a call counts from the next change on"""

        def once(change):
            self.watch("A1")
            stop()

        stop = self.sheet.observe("A1", once)
        self.watch("A1")
        self.fill(A1=1)
        self.assertEqual(self.changes, [("A1", None, 1)])
        self.fill(A1=2)
        self.assertEqual(self.changes[1:], [("A1", 1, 2)] * 2)

    def test_observer_edits(self):
        """what an observer changes is told after what it was called for"""

        def convert(change):
            self.sheet["B1"] = change.new * 2

        self.sheet.observe("A1", convert)
        self.watch("B1:C1")
        self.watch("A1")
        self.fill(C1="=A1")
        self.sheet["A1"] = 4
        self.assertEqual(
            self.changes, [("A1", None, 4), ("C1", None, 4), ("B1", None, 8)]
        )

    def test_observers_fail(self):
        """all observers are called; their errors come as one group"""

        def fail(change):
            raise LookupError(change.address)

        self.sheet.observe("A1:B1", fail)
        self.watch("A1:B1")
        self.fill(C1=1)
        with self.assertRaises(ExceptionGroup) as caught:
            self.sheet["A1"] = 5
        self.assertEqual(
            [str(error) for error in caught.exception.exceptions], ["A1"]
        )
        self.assertEqual(self.changes, [("A1", None, 5)])
        self.assertEqual(self.sheet["A1"], 5)

    def test_not_an_area(self):
        """observing what is no cell and no area is a ValueError"""
        for area in ("", "A", "A1:", ":A1", "A1:B", "A1:A1000", "A1:B2:C3"):
            with self.subTest(area), self.assertRaises(ValueError):
                self.sheet.observe(area, print)


if __name__ == "__main__":
    unittest.main()
