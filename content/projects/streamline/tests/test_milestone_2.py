"""Milestone 2: a pipeline pulls rows through its steps, one at a time."""

import itertools
import unittest
import weakref
from unittest import mock

from streamline import Pipeline, registry, step


class Source:
    """Numbers from 1 to size, which counts how many were taken."""

    def __init__(self, size):
        self.size = size
        self.taken = 0

    def __iter__(self):
        for number in range(1, self.size + 1):
            self.taken += 1
            yield number


class PipelineTestCase(unittest.TestCase):
    """Gives each test an empty registry."""

    def setUp(self):
        self.enterContext(mock.patch.dict(registry, clear=True))


class Composing(PipelineTestCase):
    def test_order(self):
        """each step gets what the step before it has returned"""

        @step
        def strip(line):
            return line.strip()

        @step
        def split(line):
            return tuple(line.split(";"))

        pipeline = Pipeline(strip, split)
        self.assertEqual(
            list(pipeline.run([" Ada;2 \n", " Bo;3\n"])),
            [("Ada", "2"), ("Bo", "3")],
        )

    def test_plain_functions(self):
        """functions, lambdas and built-ins need no decorator"""
        pipeline = Pipeline(str.strip, int, lambda nights: nights * 2)
        self.assertEqual(list(pipeline.run([" 2", "3 "])), [4, 6])

    def test_plain_functions_stay_private(self):
        """using a plain function does not register it"""
        list(Pipeline(str.strip, int).run(["2"]))
        self.assertEqual(dict(registry), {})

    def test_no_steps(self):
        """a pipeline without steps passes rows through"""
        self.assertEqual(list(Pipeline().run("ab")), ["a", "b"])

    def test_not_callable(self):
        """something that cannot be called is a TypeError when it is given"""
        with self.assertRaises(TypeError):
            Pipeline(str.strip, "upper")

    def test_not_iterable(self):
        """a source that cannot be iterated is a TypeError in run itself"""
        pipeline = Pipeline(str.strip)
        with self.assertRaises(TypeError):
            pipeline.run(42)

    def test_two_runs(self):
        """runs of one pipeline do not disturb each other"""
        pipeline = Pipeline(lambda number: number * 10)
        first, second = pipeline.run([1, 2]), pipeline.run([3, 4])
        self.assertEqual(
            [next(first), next(second), next(first), next(second)],
            [10, 30, 20, 40],
        )


class Laziness(PipelineTestCase):
    def test_run_reads_nothing(self):
        """run starts nothing"""
        source = Source(1_000_000)
        calls = []
        Pipeline(calls.append).run(source)
        self.assertEqual((source.taken, calls), (0, []))

    def test_one_row_at_a_time(self):
        """a row leaves the last step before the next one is read"""
        source = Source(1_000_000)
        stream = Pipeline(float, str).run(source)
        seen = [(next(stream), source.taken) for _ in range(3)]
        self.assertEqual(seen, [("1.0", 1), ("2.0", 2), ("3.0", 3)])

    def test_million_rows(self):
        """of a million rows, the pipeline is never more than one ahead"""
        source = Source(1_000_000)
        ahead = 0
        for received, _ in enumerate(Pipeline(abs).run(source), start=1):
            ahead = max(ahead, source.taken - received)
        self.assertEqual((source.taken, received), (1_000_000, 1_000_000))
        self.assertLessEqual(ahead, 1)

    def test_rows_are_let_go(self):
        """a row that has been delivered is kept by nobody"""

        class Row:
            pass

        alive = weakref.WeakSet()
        source = (Row() for _ in range(1000))

        @step
        def note(row):
            alive.add(row)
            return row

        most = 0
        for _row in Pipeline(note, note).run(source):
            most = max(most, len(alive))
        self.assertLessEqual(most, 3)

    def test_reader_who_stops(self):
        """what nobody asks for is never read"""
        source = Source(1_000_000)
        stream = Pipeline(lambda n: n * n).run(source)
        self.assertEqual(list(itertools.islice(stream, 4)), [1, 4, 9, 16])
        self.assertEqual(source.taken, 4)


class Errors(PipelineTestCase):
    def test_raise(self):
        """an error comes out at the row that caused it"""
        stream = Pipeline(int).run(["1", "2", "x", "4"])
        self.assertEqual([next(stream), next(stream)], [1, 2])
        with self.assertRaises(ValueError):
            next(stream)

    def test_skip(self):
        """a skipped row does not reach the next step"""
        parse = step("parse", on_error="skip")(int)
        pipeline = Pipeline(parse, lambda number: number + 1)
        self.assertEqual(list(pipeline.run(["1", "x", "3"])), [2, 4])

    def test_handler(self):
        """what an error handler returns goes on to the next step"""
        parse = step("parse", on_error=lambda row, error: 0)(int)
        pipeline = Pipeline(parse, lambda number: number + 1)
        self.assertEqual(list(pipeline.run(["1", "x"])), [2, 1])

    def test_stop_iteration(self):
        """a step that raises StopIteration does not end the data quietly"""
        rates = iter([10, 20])
        stream = Pipeline(lambda row: row * next(rates)).run([1, 2, 3, 4])
        with self.assertRaises(RuntimeError):
            list(stream)


if __name__ == "__main__":
    unittest.main()
