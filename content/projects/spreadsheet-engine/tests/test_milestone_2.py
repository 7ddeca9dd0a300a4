"""Milestone 2: formulas are parsed and evaluated."""

import unittest

from spreadsheet import ErrorValue, FormulaError, Sheet


class FormulaTestCase(unittest.TestCase):
    """Gives each test a sheet, and a short way to ask for a result."""

    def setUp(self):
        self.sheet = Sheet()

    def result(self, formula):
        """Return what a cell with this formula shows."""
        self.sheet["Z99"] = formula
        return self.sheet["Z99"]

    def assertResults(self, expected):
        """Check a dict of formulas and their results."""
        for formula, value in expected.items():
            with self.subTest(formula):
                result = self.result(formula)
                self.assertEqual(result, value)
                self.assertIs(type(result), type(value))


class Evaluating(FormulaTestCase):
    def test_operators(self):
        """numbers and operators work as in Python; / gives a float"""
        self.assertResults({"=7": 7, "=2.50": 2.5, "=0.0": 0.0})
        self.assertResults(
            {"=7+2": 9, "=0.0+0": 0.0, "=7-2": 5, "=7*2": 14, "=6/2": 3.0}
        )

    def test_precedence(self):
        """* and / come before + and -, parentheses first, then the left"""
        self.assertResults({"=1+2*3": 7, "=2*3+1": 7, "=8-6/2": 5.0})
        self.assertResults({"=9-3-2": 4, "=8/4/2": 1.0, "=8-3*2-1+4": 5})
        self.assertResults({"=(1+2)*3": 9, "=9-(3-2)": 8, "=((4))": 4})

    def test_signs(self):
        """a sign may stand before each operand, and before another sign"""
        self.assertResults(
            {"=-3": -3, "=2--3": 5, "=2*-3": -6, "=-(1+-+2)": 1}
        )

    def test_references(self):
        """a reference stands for the value; spaces may stand anywhere"""
        self.sheet["A1"] = 10
        self.sheet["ZZ999"] = 4
        self.assertResults({"= A1 + 2 * ( ZZ999 - 3 ) ": 12})

    def test_reference_alone(self):
        """a reference alone shows the other cell's value as it is"""
        self.sheet["A1"] = "tea"
        self.sheet["A2"] = True
        self.assertResults({"=A1": "tea", "=A2": True, "=A3": None})

    def test_empty_and_bool(self):
        """an empty cell counts as 0, True as 1"""
        self.sheet["A1"] = True
        self.assertResults({"=5+B1": 5, "=-B1": 0, "=5+A1": 6, "=-A1": -1})

    def test_formula_of_formula(self):
        """a formula can refer to a cell with a formula"""
        self.sheet["A1"] = "=2*3"
        self.sheet["A2"] = "=A1+1"
        self.assertResults({"=A2*A1": 42})

    def test_content(self):
        """content() gives what was put in; a formula always is a cell"""
        self.sheet["A1"] = "= B1"
        self.sheet["A2"] = "tea"
        self.assertIsNone(self.sheet["A1"])
        self.assertEqual(self.sheet.content("A1"), "= B1")
        self.assertEqual(self.sheet.content("A2"), "tea")
        self.assertEqual(list(self.sheet), ["A1", "A2"])
        self.assertIsNone(self.sheet.content("A3"))


class Errors(FormulaTestCase):
    def test_names(self):
        """an error value as a string is what a cell shows"""
        names = {str(error) for error in ErrorValue}
        self.assertLessEqual({"#DIV/0!", "#NUM!", "#REF!", "#VALUE!"}, names)
        self.assertNotIsInstance(ErrorValue.REF, str)

    def test_division_by_zero(self):
        """division by 0 is #DIV/0!"""
        self.assertIs(self.result("=1/0"), ErrorValue.DIV0)
        self.assertIs(self.result("=1/(A1*2.0)"), ErrorValue.DIV0)

    def test_text_in_arithmetic(self):
        """text in arithmetic is #VALUE!, also if it looks like a number"""
        self.sheet["A1"] = "5"
        for formula in ("=A1+1", "=2*A1", "=-A1", "=+A1", "=A1+A1"):
            with self.subTest(formula):
                self.assertIs(self.result(formula), ErrorValue.VALUE)

    def test_outside(self):
        """a reference to where no cell can be is #REF!"""
        for formula in ("=A0", "=A1000+1", "=AAA1", "=-ZZZ99", "=A01"):
            with self.subTest(formula):
                self.assertIs(self.result(formula), ErrorValue.REF)

    def test_too_large(self):
        """a result that is too large for a float is #NUM!"""
        self.sheet["A1"] = 1e308
        self.sheet["A2"] = 10**400
        for formula in ("=A1*10", "=A2/3", "=-A1-A1", "=A2*0.5"):
            with self.subTest(formula):
                self.assertIs(self.result(formula), ErrorValue.NUM)
        self.assertEqual(self.result("=A2+1"), 10**400 + 1)

    def test_propagation(self):
        """a formula that reads an error has that error"""
        self.sheet["A1"] = "=1/0"
        self.sheet["A2"] = "=2*(A1+1)"
        for formula in ("=A1", "=-A2", "=0*A2", "=A2/0"):
            with self.subTest(formula):
                self.assertIs(self.result(formula), ErrorValue.DIV0)

    def test_first_error(self):
        """of two errors the left one counts, also before text"""
        self.sheet["A1"] = "tea"
        self.assertIs(self.result("=1/0 + A0"), ErrorValue.DIV0)
        self.assertIs(self.result("=A0 + 1/0"), ErrorValue.REF)
        self.assertIs(self.result("=A1 + 1/0"), ErrorValue.DIV0)


class Syntax(FormulaTestCase):
    def test_columns(self):
        """a FormulaError has the column of the first part that is wrong"""
        columns = {
            "=1+*2": 4,
            "=1 2": 4,
            "=1 + * ?": 6,
            "=)": 2,
            "=(1)) ": 5,
            "=12A1": 4,
            "=1.": 3,
            "=.5": 2,
            "=a1": 2,
            "=2*FOO": 4,
            "=A1B2": 2,
            "=A1%": 4,
            "=1+=2": 4,
        }
        for formula, column in columns.items():
            with self.subTest(formula):
                with self.assertRaises(FormulaError) as caught:
                    self.sheet["A1"] = formula
                self.assertEqual(caught.exception.column, column)

    def test_too_short(self):
        """a formula that stops too early is wrong one column behind it"""
        for formula in ("=", "=1+", "=(1", "=(", "=-", "=1 * "):
            with self.subTest(formula):
                with self.assertRaises(FormulaError) as caught:
                    self.sheet["A1"] = formula
                self.assertEqual(caught.exception.column, len(formula) + 1)

    def test_nothing_changes(self):
        """a FormulaError is a ValueError and leaves the cell as it was"""
        self.sheet["A1"] = "=1+1"
        self.assertTrue(issubclass(FormulaError, ValueError))
        with self.assertRaisesRegex(FormulaError, "column 4"):
            self.sheet["A1"] = "=1+"
        self.assertEqual(self.sheet["A1"], 2)
        self.assertEqual(self.sheet.content("A1"), "=1+1")

    def test_longest(self):
        """255 characters are allowed, however deep they are nested"""
        self.assertEqual(self.result("=" + "1+" * 126 + "10"), 136)
        self.assertEqual(self.result("=" + "-" * 253 + "1"), -1)
        nested = "(" * 126 + "1" + ")" * 126
        self.assertEqual(self.result("=" + nested), 1)

    def test_too_long(self):
        """the 256th character is an error"""
        with self.assertRaises(FormulaError) as caught:
            self.sheet["A1"] = "=1" + " " * 254
        self.assertEqual(caught.exception.column, 256)


if __name__ == "__main__":
    unittest.main()
