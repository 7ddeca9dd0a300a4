"""Milestone 5: rejected rows are collected, and too many end the run."""

import itertools
import unittest
from unittest import mock

from streamline import Pipeline, registry, step


class RejectedTestCase(unittest.TestCase):
    """Gives each test an empty registry and a step that wants numbers."""

    def setUp(self):
        self.enterContext(mock.patch.dict(registry, clear=True))
        self.parse = step("parse", on_error="skip")(int)

    def numbers(self, pipeline):
        """Return the numbers of the rejected rows."""
        return [rejected.row_number for rejected in pipeline.rejected]


class Collecting(RejectedTestCase):
    def test_fields(self):
        """a rejected row is kept with step, number and error"""
        pipeline = Pipeline(str.strip, self.parse)
        list(pipeline.run(["1", " x ", "3"]))
        [rejected] = pipeline.rejected
        self.assertEqual(
            (rejected.step, rejected.row_number, rejected.row),
            ("parse", 2, "x"),
        )
        self.assertIsInstance(rejected.error, ValueError)

    def test_last_error(self):
        """of several attempts the last error counts"""
        attempts = itertools.count(1)

        @step(retries=2, on_error="skip")
        def look_up(row):
            raise ConnectionError(f"attempt {next(attempts)}")

        pipeline = Pipeline(look_up)
        list(pipeline.run(["H7"]))
        self.assertEqual(
            [str(rejected.error) for rejected in pipeline.rejected],
            ["attempt 3"],
        )

    def test_note(self):
        """the error carries a note with the step and the row number"""
        pipeline = Pipeline(self.parse)
        list(pipeline.run(["1", "2", "x"]))
        [note] = pipeline.rejected[0].error.__notes__
        self.assertIn("parse", note)
        self.assertIn("3", note)

    def test_number_behind_dropped_rows(self):
        """rows are counted at the source, also behind a step that drops"""

        def paid(row):
            return row[0] if row[1] else None

        pipeline = Pipeline(paid, self.parse)
        list(pipeline.run([("1", False), ("2", False), ("x", True)]))
        self.assertEqual(self.numbers(pipeline), [3])

    def test_number_behind_expanded_rows(self):
        """and behind a step that expands"""
        pipeline = Pipeline(str.split, self.parse)
        list(pipeline.run(["1 2 3", "4 x y", "z"]))
        self.assertEqual(self.numbers(pipeline), [2, 2, 3])

    def test_handled_rows(self):
        """a row that an error handler has mended is not rejected"""
        parse = step("mended", on_error=lambda row, error: 0)(int)
        pipeline = Pipeline(parse, error_limit=0)
        self.assertEqual(list(pipeline.run(["x"])), [0])
        self.assertEqual(list(pipeline.rejected), [])

    def test_during_a_run(self):
        """rejected rows can be looked at while the run goes on"""
        pipeline = Pipeline(self.parse)
        stream = pipeline.run(["x", "2", "y", "4"])
        self.assertEqual(self.numbers(pipeline), [])
        next(stream)
        self.assertEqual(self.numbers(pipeline), [1])
        next(stream)
        self.assertEqual(self.numbers(pipeline), [1, 3])

    def test_latest_run(self):
        """a new run begins with nothing rejected"""
        pipeline = Pipeline(self.parse)
        list(pipeline.run(["x", "y"]))
        self.assertEqual(self.numbers(pipeline), [1, 2])
        pipeline.run(["1"])
        self.assertEqual(self.numbers(pipeline), [])


class Limit(RejectedTestCase):
    def read(self, pipeline, rows):
        """Return the rows that came out, and the group or None."""
        received = []
        try:
            received.extend(pipeline.run(rows))
        except ExceptionGroup as group:
            return received, group
        return received, None

    def test_no_limit(self):
        """without a limit, nothing is raised even if every row fails"""
        received, group = self.read(Pipeline(self.parse), ["x", "y"])
        self.assertEqual((received, group), ([], None))

    def test_above_the_limit(self):
        """above the limit all errors come in one group"""
        pipeline = Pipeline(self.parse, error_limit=0.25)
        _, group = self.read(pipeline, ["1", "x", "3", "y", "5"])
        self.assertIsNotNone(group)
        self.assertEqual(
            list(group.exceptions),
            [rejected.error for rejected in pipeline.rejected],
        )
        self.assertEqual(len(group.exceptions), 2)

    def test_at_the_end(self):
        """the group comes after the last good row"""
        pipeline = Pipeline(self.parse, error_limit=0)
        received = []
        with self.assertRaises(ExceptionGroup):
            for number in pipeline.run(["x", "y", "3", "4"]):
                received.append(number)
        self.assertEqual(received, [3, 4])

    def test_kinds_of_errors(self):
        """except* can tell the errors apart"""

        @step(on_error="skip")
        def share(row):
            return 100 / int(row)

        pipeline = Pipeline(share, error_limit=0)
        divisions, values = [], []
        try:
            list(pipeline.run(["1", "0", "x", "0"]))
        except* ZeroDivisionError as group:
            divisions.extend(group.exceptions)
        except* ValueError as group:
            values.extend(group.exceptions)
        self.assertEqual((len(divisions), len(values)), (2, 1))

    def test_exactly_the_limit(self):
        """a share that equals the limit is no reason to raise"""
        for limit, good, bad in [(0.5, 1, 1), (0.1, 27, 3), (0.29, 71, 29)]:
            with self.subTest(limit=limit):
                pipeline = Pipeline(self.parse, error_limit=limit)
                rows = ["1"] * good + ["x"] * bad
                received, group = self.read(pipeline, rows)
                self.assertIsNone(group)
                self.assertEqual(len(received), good)

    def test_zero(self):
        """with a limit of 0 one rejected row is too many, and none is not"""
        pipeline = Pipeline(self.parse, error_limit=0)
        _, group = self.read(pipeline, ["1"] * 999 + ["x"])
        self.assertIsNotNone(group)
        _, group = self.read(pipeline, ["1"] * 1000)
        self.assertIsNone(group)

    def test_single_row(self):
        """one rejected row of one is a share of 1"""
        pipeline = Pipeline(self.parse, error_limit=0.99)
        _, group = self.read(pipeline, ["x"])
        self.assertIsNotNone(group)

    def test_empty_source(self):
        """no rows are no errors"""
        pipeline = Pipeline(self.parse, error_limit=0)
        self.assertEqual(self.read(pipeline, []), ([], None))

    def test_share_of_source_rows(self):
        """a row of the source counts once, whatever it was expanded to"""
        pipeline = Pipeline(str.split, self.parse, error_limit=0.5)
        _, group = self.read(pipeline, ["x y z", "1"])
        self.assertIsNone(group)
        _, group = self.read(pipeline, ["x 1 2", "3 4 y"])
        self.assertIsNotNone(group)

    def test_several_steps(self):
        """the share is taken over all steps together"""
        even = step("even", on_error="skip")(lambda number: 1 / (number % 2))
        pipeline = Pipeline(self.parse, even, error_limit=0.5)
        _, group = self.read(pipeline, ["1", "2", "x", "3"])
        self.assertIsNone(group)
        _, group = self.read(pipeline, ["1", "2", "x"])
        self.assertIsNotNone(group)

    def test_reader_who_stops(self):
        """a reader who stops early gets no group"""
        pipeline = Pipeline(self.parse, error_limit=0)
        stream = pipeline.run(["x", "2", "3"])
        self.assertEqual(next(stream), 2)
        stream.close()

    def test_raise(self):
        """an error that is not skipped still ends the run at once"""
        pipeline = Pipeline(self.parse, lambda n: 1 / n, error_limit=0)
        stream = pipeline.run(["x", "1", "0", "2"])
        self.assertEqual(next(stream), 1)
        with self.assertRaises(ZeroDivisionError):
            next(stream)
        self.assertEqual(self.numbers(pipeline), [1])

    def test_not_a_share(self):
        """a limit below 0 or above 1 is a ValueError"""
        for limit in (-0.1, 1.5):
            with self.subTest(limit=limit), self.assertRaises(ValueError):
                Pipeline(self.parse, error_limit=limit)


if __name__ == "__main__":
    unittest.main()
