"""Milestone 5: every edit can be undone, and many can be one step."""

import unittest

from spreadsheet import Change, FormulaError, Sheet


class HistoryTestCase(unittest.TestCase):
    """Gives each test a sheet, a list of changes, and a snapshot."""

    def setUp(self):
        self.sheet = Sheet()
        self.changes = []

    def state(self):
        """Return contents and values of all cells."""
        return {
            address: (self.sheet.content(address), self.sheet[address])
            for address in self.sheet
        }


class Undoing(HistoryTestCase):
    def test_nothing_to_do(self):
        """without steps, undo and redo do nothing and return False"""
        self.assertIs(self.sheet.undo(), False)
        self.assertIs(self.sheet.redo(), False)

    def test_back_and_forth(self):
        """undo and redo pass through all states, in both directions"""
        states = [self.state()]
        steps = [("A1", 5), ("B1", "=A1*2"), ("A1", None), ("A1", "=B2")]
        for address, content in steps:
            self.sheet[address] = content
            states.append(self.state())
        for state in reversed(states[:-1]):
            self.assertIs(self.sheet.undo(), True)
            self.assertEqual(self.state(), state)
        self.assertIs(self.sheet.undo(), False)
        for state in states[1:]:
            self.assertIs(self.sheet.redo(), True)
            self.assertEqual(self.state(), state)
        self.assertIs(self.sheet.redo(), False)

    def test_formula_lives(self):
        """a formula that came back follows its cells"""
        self.sheet["B1"] = "=A1*2"
        self.sheet["B1"] = 7
        self.sheet.undo()
        self.sheet["A1"] = 4
        self.assertEqual(self.sheet["B1"], 8)

    def test_formula_is_gone(self):
        """a formula that was undone follows nothing"""
        self.sheet["B1"] = "=A1*2"
        self.sheet.undo()
        self.sheet["A1"] = 4
        self.assertIsNone(self.sheet["B1"])
        self.assertNotIn("B1", self.sheet)

    def test_cycle(self):
        """undo of the edit that closed a cycle restores all its cells"""
        self.sheet["A1"] = 1
        self.sheet["B1"] = "=A1+1"
        before = self.state()
        self.sheet["A1"] = "=B1"
        self.sheet.undo()
        self.assertEqual(self.state(), before)

    def test_new_edit(self):
        """a new edit forgets what could be redone"""
        self.sheet["A1"] = 1
        self.sheet["A1"] = 2
        self.sheet.undo()
        self.sheet["B1"] = 3
        self.assertIs(self.sheet.redo(), False)
        self.sheet.undo()
        self.assertEqual(self.state(), {"A1": (1, 1)})

    def test_no_edit(self):
        """setting what is there already is no step; 1.0 is not 1"""
        self.sheet["A1"] = 1
        self.sheet["A1"] = 2
        self.sheet.undo()
        self.sheet["A1"] = 1
        self.sheet["B1"] = None
        self.assertIs(self.sheet.redo(), True)
        self.sheet["A1"] = 2.0
        self.sheet.undo()
        self.assertEqual(repr(self.sheet["A1"]), "2")

    def test_failed_edit(self):
        """an edit that raises is no step, and redo still works"""
        self.sheet["A1"] = 1
        self.sheet["A1"] = 2
        self.sheet.undo()
        for content in ("=1+", [1], float("nan")):
            with self.assertRaises((ValueError, TypeError)):
                self.sheet["A1"] = content
        self.assertIs(self.sheet.redo(), True)
        self.assertEqual(self.sheet["A1"], 2)

    def test_observers(self):
        """observers are told of undo and redo as of any change"""
        self.sheet["B1"] = "=A1*2"
        self.sheet["A1"] = 5
        self.sheet.observe("A1:B1", self.changes.append)
        self.sheet.undo()
        self.sheet.redo()
        self.assertEqual(
            self.changes,
            [
                Change("A1", 5, None),
                Change("B1", 10, 0),
                Change("A1", None, 5),
                Change("B1", 0, 10),
            ],
        )


class Transactions(HistoryTestCase):
    def test_one_step(self):
        """a block is one step, to undo and to redo"""
        self.sheet["A1"] = 1
        before = self.state()
        with self.sheet.transaction():
            self.sheet["A1"] = 2
            self.sheet["B1"] = "=A1*10"
            self.sheet["A1"] = 3
        after = self.state()
        self.assertEqual(self.sheet["B1"], 30)
        self.sheet.undo()
        self.assertEqual(self.state(), before)
        self.sheet.redo()
        self.assertEqual(self.state(), after)

    def test_reading_inside(self):
        """results are up to date inside the block"""
        self.sheet["B1"] = "=A1*10"
        with self.sheet.transaction():
            self.sheet["A1"] = 2
            self.assertEqual(self.sheet["B1"], 20)

    def test_rollback(self):
        """a block that raises leaves nothing, and its error comes out"""
        self.sheet["A1"] = 1
        self.sheet["B1"] = "=A1*10"
        before = self.state()
        with self.assertRaises(FormulaError), self.sheet.transaction():
            self.sheet["A1"] = 2
            self.sheet["B1"] = None
            self.sheet["A1"] = 3
            self.sheet["C1"] = "=1+"
        self.assertEqual(self.state(), before)
        self.sheet.undo()
        self.assertEqual(self.state(), {"A1": (1, 1)})

    def test_interrupted(self):
        """Ctrl+C rolls back as well"""
        with self.assertRaises(KeyboardInterrupt), self.sheet.transaction():
            self.sheet["A1"] = 2
            raise KeyboardInterrupt
        self.assertEqual(self.state(), {})

    def test_redo_survives(self):
        """a block that was rolled back, or is empty, is no step"""
        self.sheet["A1"] = 1
        self.sheet.undo()
        with self.assertRaises(LookupError), self.sheet.transaction():
            self.sheet["A1"] = 2
            raise LookupError
        with self.sheet.transaction():
            pass
        self.assertIs(self.sheet.undo(), False)
        self.assertIs(self.sheet.redo(), True)
        self.assertEqual(self.sheet["A1"], 1)

    def test_observers(self):
        """a block is told once, with the values before and after it"""
        self.sheet["B1"] = "=A1*10"
        self.sheet.observe("A1:C1", self.changes.append)
        with self.sheet.transaction():
            self.sheet["A1"] = 1
            self.sheet["C1"] = 4
            self.sheet["A1"] = 2
            self.sheet["C1"] = None
            self.assertEqual(self.changes, [])
        self.assertEqual(
            self.changes, [Change("A1", None, 2), Change("B1", 0, 20)]
        )

    def test_observers_and_rollback(self):
        """of a block that was rolled back nobody is told"""
        self.sheet.observe("A1:C1", self.changes.append)
        with self.assertRaises(LookupError), self.sheet.transaction():
            self.sheet["A1"] = 1
            raise LookupError
        self.sheet["B1"] = 2
        self.assertEqual(self.changes, [Change("B1", None, 2)])

    def test_nested(self):
        """a block within a block is a part of its step"""
        self.sheet.observe("A1:C1", self.changes.append)
        with self.sheet.transaction():
            self.sheet["A1"] = 1
            with self.sheet.transaction():
                self.sheet["B1"] = 2
            self.assertEqual(self.changes, [])
            self.sheet["C1"] = 3
        self.assertEqual(len(self.changes), 3)
        self.sheet.undo()
        self.assertEqual(self.state(), {})

    def test_nested_rollback(self):
        """an inner block that raises takes back its own edits only"""
        with self.sheet.transaction():
            self.sheet["A1"] = 1
            with self.assertRaises(LookupError), self.sheet.transaction():
                self.sheet["A1"] = 2
                self.sheet["B1"] = 2
                raise LookupError
            self.assertEqual(self.state(), {"A1": (1, 1)})
            self.sheet["C1"] = 3
        self.assertEqual(self.state(), {"A1": (1, 1), "C1": (3, 3)})
        self.sheet.undo()
        self.assertEqual(self.state(), {})

    def test_outer_rollback(self):
        """an outer block that raises takes back inner ones too"""
        with self.assertRaises(LookupError), self.sheet.transaction():
            with self.sheet.transaction():
                self.sheet["A1"] = 1
            raise LookupError
        self.assertEqual(self.state(), {})
        self.assertIs(self.sheet.undo(), False)

    def test_undo_inside(self):
        """undo and redo inside a block are a RuntimeError"""
        self.sheet["A1"] = 1
        with self.sheet.transaction():
            for action in (self.sheet.undo, self.sheet.redo):
                with self.assertRaises(RuntimeError):
                    action()
        self.assertIs(self.sheet.undo(), True)


if __name__ == "__main__":
    unittest.main()
