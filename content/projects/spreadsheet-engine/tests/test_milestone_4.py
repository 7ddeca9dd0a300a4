"""Milestone 4: functions come from a registry, and read ranges."""

import importlib
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from spreadsheet import (
    ErrorValue,
    FormulaError,
    Sheet,
    function,
    functions,
)

PLUGIN = '''
"""Functions for shops."""

from spreadsheet import function


@function("GROSS")
def gross(net, percent=20):
    """Add tax to a net price."""
    return net + net * percent / 100
'''


class FunctionTestCase(unittest.TestCase):
    """Gives each test a sheet, and its own copy of the registry."""

    def setUp(self):
        self.enterContext(mock.patch.dict(functions))
        self.sheet = Sheet()

    def fill(self, **contents):
        """Put contents into the sheet."""
        for address, content in contents.items():
            self.sheet[address] = content

    def result(self, formula):
        """Return what a cell with this formula shows."""
        self.sheet["Z99"] = formula
        return self.sheet["Z99"]

    def register_spy(self):
        """Register SPY, which notes its arguments and returns 1."""
        calls = []

        @function("SPY")
        def spy(*arguments):
            calls.append(arguments)
            return 1

        return calls


class BuiltIn(FunctionTestCase):
    def test_results(self):
        """SUM, COUNT, AVERAGE, MIN and MAX read ranges and single values"""
        self.fill(A1=4, B1=1, A2=2, B2=3, A3=2.5, C1=100)
        results = {
            "=SUM(A1:B3)": 12.5,
            "=SUM(A1:B2, C1, 2*3)": 116,
            "=COUNT(A1:B3, 7)": 6,
            "=AVERAGE(A1:B2)": 2.5,
            "=MIN(A1:B3)": 1,
            "=MAX(A1:B3, 3+3)": 6,
            "=1 + SUM(A1:A1) * 2": 9,
        }
        for formula, value in results.items():
            with self.subTest(formula):
                self.assertEqual(self.result(formula), value)

    def test_numbers_only(self):
        """they leave out text, bools and empty cells"""
        self.fill(A1=4, A2="5", A3=True, A4="", A6=-2)
        self.assertEqual(self.result("=SUM(A1:A6, A2, A3)"), 2)
        self.assertEqual(self.result("=COUNT(A1:A6, A2, A3)"), 2)
        self.assertEqual(self.result("=MAX(A2:A6)"), -2)

    def test_no_numbers(self):
        """without numbers the result is 0, and #DIV/0! for AVERAGE"""
        for name in ("SUM", "COUNT", "MIN", "MAX"):
            self.assertEqual(self.result(f"={name}(A1:B3)"), 0)
        self.assertIs(self.result("=AVERAGE(A1:B3)"), ErrorValue.DIV0)

    def test_nested(self):
        """an argument is any expression"""
        self.fill(A1=4, A2=6)
        self.assertEqual(self.result("=SUM(-A1, MAX(A1:A2) * (1+1))"), 8)


class Ranges(FunctionTestCase):
    def test_arguments(self):
        """a function gets a value, and for a range a tuple in row order"""
        calls = self.register_spy()
        self.fill(A1=1, B1="tea", B2=True)
        self.result("=SPY(A1:B2, B1, A1:A1, A3)")
        self.assertEqual(calls, [((1, "tea", None, True), "tea", (1,), None)])

    def test_corners(self):
        """a range may be given by any two opposite corners"""
        calls = self.register_spy()
        self.fill(A1=1, B1=2, A2=3, B2=4)
        for area in ("A1:B2", "B2:A1", "A2:B1", "B1 : A2"):
            self.result(f"=SPY({area})")
        self.assertEqual(calls, [((1, 2, 3, 4),)] * 4)

    def test_dependencies(self):
        """a formula follows every cell of a range, also those still empty"""
        self.fill(A1=1, C1="=SUM(A1:B3, E1)", D1="=C1*2")
        self.fill(B3=10, A2="=A1+1", E1=4)
        self.assertEqual(self.sheet["D1"], 34)

    def test_cycle(self):
        """a formula in its own range is #CYCLE!"""
        self.fill(A1=1, A3="=SUM(A1:A3)")
        self.assertIs(self.sheet["A3"], ErrorValue.CYCLE)

    def test_outside(self):
        """a range that leaves the sheet is #REF!"""
        for area in ("A1:A1000", "A0:B2", "A1:AAA1"):
            with self.subTest(area):
                self.assertIs(self.result(f"=SUM({area})"), ErrorValue.REF)

    def test_each_cell_once(self):
        """a change calls the function of each dependent cell once"""
        calls = self.register_spy()
        self.fill(A1=1, B1="=A1 + SPY(1)", C1="=B1 + A1 + SPY(2)")
        self.fill(D1="=SUM(A1:C1) + B1 + SPY(3)", E1="=SPY(4)")
        calls.clear()
        self.sheet["A1"] = 2
        self.assertEqual(calls, [(1,), (2,), (3,)])


class Syntax(FunctionTestCase):
    def test_columns(self):
        """a FormulaError has the column of the first part that is wrong"""
        columns = {
            "=SUM": 2,
            "=A1:B2": 4,
            "=SUM((A1:B2))": 9,
            "=SUM(A1:B2+1)": 11,
            "=SUM(A1:)": 9,
            "=SUM(A1:B)": 9,
            "=SUM(A1:B2:C3)": 11,
            "=SUM(1:B2)": 7,
            "=SUM(A1,)": 9,
            "=SUM(,A1)": 6,
            "=SUM(A1 B1)": 9,
            "=SUM(A1": 8,
            "=SUM(": 6,
            "=sum(A1)": 2,
        }
        for formula, column in columns.items():
            with self.subTest(formula):
                with self.assertRaises(FormulaError) as caught:
                    self.sheet["A1"] = formula
                self.assertEqual(caught.exception.column, column)


class Registry(FunctionTestCase):
    def test_decorator(self):
        """the decorator returns the function itself"""

        def double(number):
            return number * 2

        self.assertIs(function("DOUBLE")(double), double)
        self.assertIn("DOUBLE", functions)
        self.assertEqual(self.result("=DOUBLE(4)"), 8)

    def test_plugin(self):
        """importing a module is enough to have its functions"""
        folder = self.enterContext(tempfile.TemporaryDirectory())
        Path(folder, "shop_plugin.py").write_text(PLUGIN, encoding="utf-8")
        self.enterContext(mock.patch.object(sys, "path", [folder, *sys.path]))
        self.enterContext(mock.patch.dict(sys.modules))
        importlib.invalidate_caches()
        importlib.import_module("shop_plugin")
        self.assertEqual(self.result("=GROSS(50)"), 60)
        self.assertEqual(self.result("=GROSS(50, 10)"), 55)

    def test_names(self):
        """a name may end with digits and look like an address"""
        function("LOG10")(lambda number: len(str(number)) - 1)
        self.assertEqual(self.result("=LOG10(1000)"), 3)
        for name in ("", "sum", "2X", "TO EUR", "A_B"):
            with self.subTest(name), self.assertRaises(ValueError):
                function(name)(abs)

    def test_name_is_taken(self):
        """a second function of the same name is a ValueError"""
        with self.assertRaises(ValueError):
            function("SUM")(lambda *values: 0)
        self.assertEqual(self.result("=SUM(2, 3)"), 5)

    def test_unknown(self):
        """a function that nobody registered is #NAME?"""
        self.assertEqual(str(self.result("=NOBODY(1) + 1")), "#NAME?")
        self.assertIs(self.result("=A1(2)"), ErrorValue.NAME)

    def test_count_of_arguments(self):
        """a wrong number of arguments is #N/A, and nothing is called"""
        called = mock.Mock(return_value=1)
        function("CLAMP")(lambda number, low, high=9: called())
        for formula in ("=CLAMP()", "=CLAMP(A1:B9)", "=CLAMP(1, 2, 3, 4)"):
            with self.subTest(formula):
                self.assertIs(self.result(formula), ErrorValue.ARGUMENTS)
        called.assert_not_called()
        self.assertEqual(str(self.result("=SUM()")), "#N/A")
        self.assertEqual(self.result("=CLAMP(1, 2) + CLAMP(1, 2, 3)"), 2)

    def test_errors_in_arguments(self):
        """the first error among the values is the result of the call"""
        calls = self.register_spy()
        self.fill(A1=1, B1="=A0", A2="=1/0")
        self.assertIs(self.result("=SPY(5, A1:B2)"), ErrorValue.REF)
        self.assertIs(self.result("=SPY(A2, A1:B2)"), ErrorValue.DIV0)
        self.assertIs(self.result("=COUNT(A2)"), ErrorValue.DIV0)
        self.assertEqual(calls, [])

    def test_exceptions(self):
        """an exception becomes an error value: #VALUE!, if none fits better"""

        @function("FAIL")
        def fail(kind):
            raise [KeyError, ZeroDivisionError, OverflowError][kind]

        expected = [ErrorValue.VALUE, ErrorValue.DIV0, ErrorValue.NUM]
        for kind, error in enumerate(expected):
            self.assertIs(self.result(f"=FAIL({kind})"), error)

    def test_bad_results(self):
        """a result that no cell can hold is an error value as well"""
        results = [float("nan"), float("inf"), [1], "tea", None]
        function("PICK")(lambda index: results[index])
        expected = [ErrorValue.NUM] * 2 + [ErrorValue.VALUE, "tea", None]
        for index, value in enumerate(expected):
            self.assertEqual(self.result(f"=PICK({index})"), value)


if __name__ == "__main__":
    unittest.main()
