"""Milestone 3: a step gives none, one or many rows, and may ask for ctx."""

import unittest
from typing import TYPE_CHECKING, NamedTuple
from unittest import mock

from streamline import Pipeline, registry, step

if TYPE_CHECKING:
    from hotel.rates import Rates


class PipelineTestCase(unittest.TestCase):
    """Gives each test an empty registry."""

    def setUp(self):
        self.enterContext(mock.patch.dict(registry, clear=True))


class Guest(NamedTuple):
    """A row that is a tuple."""

    name: str


class Room:
    """A row that can be iterated, like the models of some libraries."""

    def __init__(self, number):
        self.number = number

    def __iter__(self):
        yield "number", self.number


class Results(PipelineTestCase):
    def test_none_drops(self):
        """None drops the row"""
        pipeline = Pipeline(lambda row: row if row["nights"] else None)
        rows = [{"nights": 2}, {"nights": 0}, {"nights": 1}]
        self.assertEqual(
            list(pipeline.run(rows)), [{"nights": 2}, {"nights": 1}]
        )

    def test_falsy_rows_stay(self):
        """only None drops: 0, "" and {} are rows"""
        rows = [0, "", {}, False]
        self.assertEqual(list(Pipeline(lambda row: row).run(rows)), rows)

    def test_list_expands(self):
        """a list gives a row for each of its items"""
        pipeline = Pipeline(str.split, str.upper)
        self.assertEqual(
            list(pipeline.run(["ada bo", "", "cy"])), ["ADA", "BO", "CY"]
        )

    def test_generator_expands(self):
        """so does a step that yields"""

        @step
        def nights(row):
            for night in range(row["nights"]):
                yield row["guest"], night

        rows = [
            {"guest": "Ada", "nights": 2},
            {"guest": "Bo", "nights": 0},
            {"guest": "Cy", "nights": 1},
        ]
        self.assertEqual(
            list(Pipeline(nights).run(rows)),
            [("Ada", 0), ("Ada", 1), ("Cy", 0)],
        )

    def test_iterator_expands(self):
        """so does any other iterator"""
        pipeline = Pipeline(lambda word: map(str.upper, word))
        self.assertEqual(list(pipeline.run(["ab", "c"])), ["A", "B", "C"])

    def test_none_in_expansion(self):
        """None among many rows is dropped as well"""
        pipeline = Pipeline(lambda row: [row, None, row], str)
        self.assertEqual(list(pipeline.run([7])), ["7", "7"])

    def test_rows_that_can_be_iterated(self):
        """strings, bytes, dicts, tuples and record objects are one row"""
        rows = [
            "Ada",
            b"Ada",
            {"guest": "Ada"},
            ("Ada", 2),
            Guest("Ada"),
            Room(7),
        ]
        self.assertEqual(list(Pipeline(lambda row: row).run(rows)), rows)

    def test_expansion_is_lazy(self):
        """rows of an expansion are made when they are asked for"""
        made = []

        def nights(row):
            for night in range(row):
                made.append(night)
                yield night

        stream = Pipeline(nights, str).run([1000])
        self.assertEqual([next(stream), next(stream)], ["0", "1"])
        self.assertEqual(made, [0, 1])

    def test_handler_expands(self):
        """the result of an error handler is treated like that of a step"""
        parse = step("parse", on_error=lambda row, error: row.split("/"))(int)
        pipeline = Pipeline(parse, int)
        self.assertEqual(list(pipeline.run(["1", "2/3"])), [1, 2, 3])

    def test_error_while_expanding(self):
        """on_error also covers a generator that fails halfway"""

        @step(on_error="skip")
        def numbers(line):
            for word in line.split():
                yield int(word)

        pipeline = Pipeline(numbers)
        self.assertEqual(
            list(pipeline.run(["1 2", "3 x 4", "5"])), [1, 2, 3, 5]
        )

    def test_error_while_expanding_is_raised(self):
        """without on_error the error of a generator comes out"""

        @step
        def numbers(line):
            for word in line.split():
                yield int(word)

        stream = Pipeline(numbers).run(["1 x"])
        self.assertEqual(next(stream), 1)
        with self.assertRaises(ValueError):
            next(stream)

    def test_no_retry_while_expanding(self):
        """a generator that fails halfway is not started again"""

        @step(retries=3, on_error="skip")
        def numbers(line):
            for word in line.split():
                yield int(word)

        self.assertEqual(list(Pipeline(numbers).run(["1 x"])), [1])


class Context(PipelineTestCase):
    def test_passed_to_those_who_ask(self):
        """a keyword-only ctx gets what run was given; others get nothing"""

        @step
        def parse(line):
            return float(line)

        @step
        def convert(amount, *, ctx):
            return amount * ctx["rate"]

        pipeline = Pipeline(parse, convert, str)
        self.assertEqual(
            list(pipeline.run(["10", "20"], ctx={"rate": 2})), ["20.0", "40.0"]
        )

    def test_each_run_has_its_own(self):
        """two runs that are read in turn keep their contexts apart"""

        def convert(amount, *, ctx):
            return amount * ctx

        pipeline = Pipeline(convert)
        single = pipeline.run([1, 2], ctx=1)
        double = pipeline.run([1, 2], ctx=2)
        self.assertEqual(
            [next(single), next(double), next(single), next(double)],
            [1, 2, 2, 4],
        )

    def test_default(self):
        """a ctx with a default may be left out of run"""

        def convert(amount, *, ctx=3):
            return amount * ctx

        self.assertEqual(list(Pipeline(convert).run([1])), [3])
        self.assertEqual(list(Pipeline(convert).run([1], ctx=5)), [5])

    def test_none_is_a_context(self):
        """ctx=None is passed on like any other"""

        def convert(amount, *, ctx=3):
            return (amount, ctx)

        stream = Pipeline(convert).run([1], ctx=None)
        self.assertEqual(list(stream), [(1, None)])

    def test_missing(self):
        """a ctx that is needed and not given is a TypeError in run itself"""

        @step(on_error="skip")
        def convert(amount, *, ctx):
            return amount * ctx

        with self.assertRaisesRegex(TypeError, "convert"):
            Pipeline(convert).run([1])

    def test_other_kinds_of_parameters(self):
        """a positional ctx and **kwargs do not ask for the context"""

        def convert(amount, ctx="positional"):
            return amount, ctx

        def collect(row, **kwargs):
            return (*row, kwargs)

        stream = Pipeline(convert, collect).run([1], ctx="given")
        self.assertEqual(list(stream), [(1, "positional", {})])

    def test_through_a_wrapper(self):
        """a ctx behind another decorator's wrapper is found"""

        @step(retries=1)
        def convert(amount, *, ctx):
            return amount * ctx

        again = step("convert again")(convert)
        self.assertEqual(list(Pipeline(again).run([4], ctx=2)), [8])

    def test_annotations_are_not_evaluated(self):
        """an annotation that exists for type checkers only does no harm"""

        @step
        def convert(amount: int, *, ctx: Rates) -> int:
            return amount * ctx

        self.assertEqual(list(Pipeline(convert).run([4], ctx=2)), [8])

    def test_functions_without_signature(self):
        """built-ins that do not tell their parameters can be steps"""
        self.assertEqual(list(Pipeline(int, str).run(["1"], ctx={})), ["1"])


if __name__ == "__main__":
    unittest.main()
