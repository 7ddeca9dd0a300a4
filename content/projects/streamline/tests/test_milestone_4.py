"""Milestone 4: the pipeline reports rows and seconds for each step."""

import unittest
from unittest import mock

from streamline import Pipeline, registry, step


class FakeClock:
    """A clock that stands still until somebody works."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now

    def work(self, seconds):
        self.now += seconds


class ReportTestCase(unittest.TestCase):
    """Gives each test an empty registry and a clock of its own."""

    def setUp(self):
        self.enterContext(mock.patch.dict(registry, clear=True))
        self.clock = FakeClock()

    def counts(self, pipeline):
        """Return name, rows in, rows out and skipped rows of each step."""
        return [
            (line.name, line.rows_in, line.rows_out, line.skipped)
            for line in pipeline.report().steps
        ]

    def seconds(self, pipeline):
        """Return the seconds of each step."""
        return [line.seconds for line in pipeline.report().steps]


class Counting(ReportTestCase):
    def test_names(self):
        """a step is listed under its name, a function under its own"""

        @step("parse line")
        def parse(line):
            return line

        def check(row):
            return row

        pipeline = Pipeline(parse, check, int)
        names = [line.name for line in pipeline.report().steps]
        self.assertEqual(names, ["parse line", "check", "int"])

    def test_one_result(self):
        """rows that pass are counted in and out"""
        pipeline = Pipeline(float, str)
        list(pipeline.run([1, 2, 3]))
        self.assertEqual(
            self.counts(pipeline), [("float", 3, 3, 0), ("str", 3, 3, 0)]
        )

    def test_dropped_rows(self):
        """a row dropped with None is missing from out, but not skipped"""

        def paid(row):
            return row if row["paid"] else None

        pipeline = Pipeline(paid, dict)
        list(pipeline.run([{"paid": True}, {"paid": False}]))
        self.assertEqual(
            self.counts(pipeline), [("paid", 2, 1, 0), ("dict", 1, 1, 0)]
        )

    def test_expanded_rows(self):
        """out counts every row of an expansion"""

        def split(line):
            return line.split()

        pipeline = Pipeline(split, str)
        list(pipeline.run(["a b c", "", "d"]))
        self.assertEqual(
            self.counts(pipeline), [("split", 3, 4, 0), ("str", 4, 4, 0)]
        )

    def test_skipped_rows(self):
        """a row is skipped once, however often it was tried"""
        parse = step("parse", retries=2, on_error="skip")(int)
        pipeline = Pipeline(parse)
        list(pipeline.run(["1", "x", "3", "y"]))
        self.assertEqual(self.counts(pipeline), [("parse", 4, 2, 2)])

    def test_skipped_while_expanding(self):
        """a generator that fails halfway has rows out and one skipped"""

        @step(on_error="skip")
        def numbers(line):
            for word in line.split():
                yield int(word)

        pipeline = Pipeline(numbers)
        list(pipeline.run(["1 2 x", "3"]))
        self.assertEqual(self.counts(pipeline), [("numbers", 2, 3, 1)])

    def test_handled_rows(self):
        """a row that an error handler has mended was not skipped"""
        parse = step("parse", on_error=lambda row, error: 0)(int)
        pipeline = Pipeline(parse)
        list(pipeline.run(["1", "x"]))
        self.assertEqual(self.counts(pipeline), [("parse", 2, 2, 0)])

    def test_raised_errors(self):
        """a row whose error comes out was counted in, and not skipped"""
        pipeline = Pipeline(int)
        with self.assertRaises(ValueError):
            list(pipeline.run(["1", "x"]))
        self.assertEqual(self.counts(pipeline), [("int", 2, 1, 0)])


class Runs(ReportTestCase):
    def test_before_the_first_run(self):
        """before the first run all counts are zero"""
        self.assertEqual(self.counts(Pipeline(int)), [("int", 0, 0, 0)])

    def test_during_a_run(self):
        """during a run the report shows what has happened so far"""
        pipeline = Pipeline(int)
        stream = pipeline.run(["1", "2", "3"])
        self.assertEqual(self.counts(pipeline), [("int", 0, 0, 0)])
        next(stream)
        self.assertEqual(self.counts(pipeline), [("int", 1, 1, 0)])

    def test_latest_run(self):
        """a report is about the latest run"""
        pipeline = Pipeline(int)
        list(pipeline.run(["1", "2", "3"]))
        list(pipeline.run(["4"]))
        self.assertEqual(self.counts(pipeline), [("int", 1, 1, 0)])

    def test_older_run(self):
        """reading on in an older run does not change the latest report"""
        pipeline = Pipeline(int)
        older = pipeline.run(["1", "2", "3"])
        list(pipeline.run(["4"]))
        list(older)
        self.assertEqual(self.counts(pipeline), [("int", 1, 1, 0)])

    def test_snapshot(self):
        """a report that you hold does not change any more"""
        pipeline = Pipeline(int)
        stream = pipeline.run(["1", "2"])
        next(stream)
        report = pipeline.report()
        list(stream)
        self.assertEqual(report.steps[0].rows_out, 1)
        self.assertEqual(pipeline.report().steps[0].rows_out, 2)


class Timing(ReportTestCase):
    def test_own_time(self):
        """a step's seconds are its own, not those of its neighbors"""

        def parse(row):
            self.clock.work(1)
            return row

        def convert(row):
            self.clock.work(20)
            return row

        pipeline = Pipeline(parse, convert, clock=self.clock)
        list(pipeline.run("abc"))
        self.assertEqual(self.seconds(pipeline), [3, 60])

    def test_source_and_reader(self):
        """the time of the source and of the reader belongs to no step"""

        def source():
            for row in "abc":
                self.clock.work(100)
                yield row
            self.clock.work(100)

        def parse(row):
            self.clock.work(1)
            return row

        pipeline = Pipeline(parse, clock=self.clock)
        for _row in pipeline.run(source()):
            self.clock.work(1000)
        self.assertEqual(self.seconds(pipeline), [3])

    def test_generator(self):
        """the time in which a generator works is measured"""

        def nights(row):
            self.clock.work(1)
            yield row
            self.clock.work(2)
            yield row
            self.clock.work(4)

        def save(row):
            self.clock.work(50)
            return row

        pipeline = Pipeline(nights, save, clock=self.clock)
        list(pipeline.run("ab"))
        self.assertEqual(self.seconds(pipeline), [14, 200])

    def test_dropped_rows(self):
        """rows that are dropped cost time too"""

        def drop(row):
            self.clock.work(1)

        pipeline = Pipeline(drop, clock=self.clock)
        list(pipeline.run("abc"))
        self.assertEqual(self.seconds(pipeline), [3])

    def test_failed_attempts(self):
        """failed attempts and the error handler are part of the time"""

        def handler(row, error):
            self.clock.work(10)
            return 0

        @step(retries=2, on_error=handler)
        def parse(row):
            self.clock.work(1)
            return int(row)

        pipeline = Pipeline(parse, clock=self.clock)
        list(pipeline.run(["1", "x"]))
        self.assertEqual(self.seconds(pipeline), [14])

    def test_step_that_raises(self):
        """a step that ends the run has its time in the report"""

        def parse(row):
            self.clock.work(1)
            return int(row)

        pipeline = Pipeline(parse, str, clock=self.clock)
        with self.assertRaises(ValueError):
            list(pipeline.run(["1", "x"]))
        self.assertEqual(self.seconds(pipeline), [2, 0])

    def test_real_clock(self):
        """without a clock of yours, real time is measured"""
        pipeline = Pipeline(sum)
        list(pipeline.run([range(100_000)]))
        self.assertGreater(self.seconds(pipeline)[0], 0)


class Printing(ReportTestCase):
    def test_table(self):
        """as a string, a report is an aligned table"""

        @step("parse line", on_error="skip")
        def parse(line):
            self.clock.work(0.25)
            return int(line)

        pipeline = Pipeline(parse, str, clock=self.clock)
        list(pipeline.run(["1", "x"] * 750))
        self.assertEqual(
            str(pipeline.report()),
            "step          in  out  skipped  seconds\n"
            "parse line  1500  750      750  375.000\n"
            "str          750  750        0    0.000",
        )

    def test_no_steps(self):
        """the report of a pipeline without steps is the line of titles"""
        self.assertEqual(
            str(Pipeline().report()), "step  in  out  skipped  seconds"
        )


if __name__ == "__main__":
    unittest.main()
