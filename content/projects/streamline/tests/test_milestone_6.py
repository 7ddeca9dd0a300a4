"""Milestone 6: dedupe, batch and cached_lookup, and the weekly export."""

import csv
import unittest
from datetime import date
from operator import itemgetter
from pathlib import Path
from unittest import mock

from streamline import (
    Pipeline,
    batch,
    cached_lookup,
    dedupe,
    registry,
    step,
)

EXPORT = Path(__file__).with_name("bookings.csv")


class ReadyTestCase(unittest.TestCase):
    """Gives each test an empty registry."""

    def setUp(self):
        self.enterContext(mock.patch.dict(registry, clear=True))


class Dedupe(ReadyTestCase):
    def test_first_stays(self):
        """of the rows with one key the first stays, in its place"""
        pipeline = Pipeline(dedupe(itemgetter("id")))
        rows = [
            {"id": 7, "guest": "Ada"},
            {"id": 8, "guest": "Bo"},
            {"id": 7, "guest": "Cleo"},
        ]
        self.assertEqual(list(pipeline.run(rows)), rows[:2])

    def test_next_run(self):
        """a run knows nothing of the run before"""
        pipeline = Pipeline(dedupe(str.lower))
        for _ in range(2):
            self.assertEqual(list(pipeline.run(["a", "A", "b"])), ["a", "b"])

    def test_two_runs_at_once(self):
        """nor of one that is read at the same time"""
        pipeline = Pipeline(dedupe(str.lower))
        first, second = pipeline.run(["a", "b"]), pipeline.run(["A", "B"])
        self.assertEqual(
            [next(first), next(second), next(first), next(second)],
            ["a", "A", "b", "B"],
        )

    def test_lazy(self):
        """rows are passed on as they come"""
        source = iter(range(1000))
        stream = Pipeline(dedupe(lambda n: n // 10)).run(source)
        self.assertEqual([next(stream), next(stream)], [0, 10])
        self.assertEqual(next(source), 11)

    def test_report(self):
        """the report counts rows in and out, and skips nothing"""
        pipeline = Pipeline(dedupe(str.lower), str)
        list(pipeline.run(["a", "A", "b"]))
        line = pipeline.report().steps[0]
        self.assertEqual(
            (line.name, line.rows_in, line.rows_out, line.skipped),
            ("dedupe", 3, 2, 0),
        )


class Batch(ReadyTestCase):
    def test_tuples(self):
        """rows are collected in tuples, and the last may be shorter"""
        pipeline = Pipeline(batch(2))
        self.assertEqual(list(pipeline.run([1, 2, 3])), [(1, 2), (3,)])

    def test_batches_of_one(self):
        """batches of one row are still tuples"""
        pipeline = Pipeline(batch(1))
        self.assertEqual(list(pipeline.run([1, 2])), [(1,), (2,)])

    def test_no_empty_batch(self):
        """there is no empty batch, at the end or for an empty source"""
        pipeline = Pipeline(batch(2))
        self.assertEqual(list(pipeline.run([1, 2])), [(1, 2)])
        self.assertEqual(list(pipeline.run([])), [])

    def test_batch_is_a_row(self):
        """steps behind it get a whole batch as their row"""
        pipeline = Pipeline(batch(2), lambda rows: rows, sum)
        self.assertEqual(list(pipeline.run([1, 2, 3])), [3, 3])

    def test_lazy(self):
        """a batch is passed on as soon as it is full"""
        source = iter(range(1000))
        stream = Pipeline(batch(3)).run(source)
        self.assertEqual(next(stream), (0, 1, 2))
        self.assertEqual(next(source), 3)

    def test_too_small(self):
        """a batch of less than one row is a ValueError at once"""
        with self.assertRaises(ValueError):
            batch(0)

    def test_own_time(self):
        """the time of the steps around it is not the batch's"""
        now = 0

        def work(row):
            nonlocal now
            now += 1
            return row

        pipeline = Pipeline(work, batch(2), work, clock=lambda: now)
        list(pipeline.run("abcd"))
        lines = pipeline.report().steps
        self.assertEqual([line.seconds for line in lines], [4, 0, 2])
        self.assertEqual([line.rows_out for line in lines], [4, 2, 2])

    def test_rejected_batch(self):
        """a rejected batch has the number of its last row"""

        @step(on_error="skip")
        def save(rows):
            raise ConnectionError

        pipeline = Pipeline(batch(2), save)
        list(pipeline.run("abc"))
        self.assertEqual(
            [rejected.row_number for rejected in pipeline.rejected], [2, 3]
        )


class CachedLookup(ReadyTestCase):
    def setUp(self):
        super().setUp()
        self.asked = []

    def city_of(self, hotel):
        """Answer slowly, if this were real."""
        self.asked.append(hotel)
        return {"H1": "Oslo", "H2": "Rome", "H3": "Porto"}[hotel]

    def look_up(self, maxsize=128, **options):
        """Return the step that adds the city of the hotel."""
        return cached_lookup(
            self.city_of,
            maxsize,
            key=itemgetter("hotel"),
            into="city",
            **options,
        )

    def rows(self, hotels):
        """Return a row for each hotel."""
        return [{"hotel": hotel} for hotel in hotels.split()]

    def test_adds_the_answer(self):
        """the answer is added to a copy of the row"""
        rows = self.rows("H1 H2")
        self.assertEqual(
            list(Pipeline(self.look_up()).run(rows)),
            [
                {"hotel": "H1", "city": "Oslo"},
                {"hotel": "H2", "city": "Rome"},
            ],
        )
        self.assertEqual(rows, self.rows("H1 H2"))

    def test_asks_once(self):
        """each key is asked for once, also in the next run"""
        pipeline = Pipeline(self.look_up())
        list(pipeline.run(self.rows("H1 H2 H1 H1")))
        list(pipeline.run(self.rows("H2 H3")))
        self.assertEqual(self.asked, ["H1", "H2", "H3"])

    def test_bounded(self):
        """the answer that went unused for longest makes room"""
        pipeline = Pipeline(self.look_up(2))
        list(pipeline.run(self.rows("H1 H2 H1 H3 H1 H2")))
        self.assertEqual(self.asked, ["H1", "H2", "H3", "H2"])

    def test_separate_caches(self):
        """two steps do not share their answers"""
        list(Pipeline(self.look_up()).run(self.rows("H1")))
        list(Pipeline(self.look_up()).run(self.rows("H1")))
        self.assertEqual(self.asked, ["H1", "H1"])

    def test_errors_are_not_remembered(self):
        """after an error the next row with that key asks again"""
        pipeline = Pipeline(self.look_up(on_error="skip"))
        rows = list(pipeline.run(self.rows("H9 H1 H9")))
        self.assertEqual([row["city"] for row in rows], ["Oslo"])
        self.assertEqual(self.asked, ["H9", "H1", "H9"])
        self.assertEqual(
            [rejected.row_number for rejected in pipeline.rejected], [1, 3]
        )

    def test_retries(self):
        """a lookup that fails is repeated"""
        answers = iter([ConnectionError("busy"), "Oslo"])

        def city_of(hotel):
            answer = next(answers)
            if isinstance(answer, Exception):
                raise answer
            return answer

        pipeline = Pipeline(
            cached_lookup(
                city_of, 8, key=itemgetter("hotel"), into="city", retries=1
            )
        )
        rows = list(pipeline.run(self.rows("H1 H1")))
        self.assertEqual([row["city"] for row in rows], ["Oslo", "Oslo"])

    def test_key_that_fails(self):
        """a row without the key field goes the way of on_error"""
        pipeline = Pipeline(self.look_up(on_error="skip"))
        self.assertEqual(list(pipeline.run([{"guest": "Ada"}])), [])
        self.assertIsInstance(pipeline.rejected[0].error, KeyError)

    def test_name(self):
        """the report shows the name of the function that is asked"""
        [line] = Pipeline(self.look_up()).report().steps
        self.assertEqual(line.name, "city_of")


class WeeklyExport(ReadyTestCase):
    """The whole library on the file that lies beside this test."""

    def test_bookings(self):
        """the export is cleaned, reported and complained about"""

        @step(on_error="skip")
        def parse(row):
            if not row["guest"]:
                return None
            amount, currency = row["price"].split()
            return {
                "id": row["id"],
                "hotel": row["hotel"],
                "arrival": date.fromisoformat(row["arrival"]),
                "nights": int(row["nights"]),
                "price": float(amount),
                "currency": currency,
            }

        @step(on_error="skip")
        def in_euro(row, *, ctx):
            return row | {"price": row["price"] / ctx[row["currency"]]}

        def city_of(hotel):
            return {"H1": "Oslo", "H2": "Rome", "H3": "Porto"}[hotel]

        pipeline = Pipeline(
            dedupe(itemgetter("id")),
            parse,
            in_euro,
            cached_lookup(
                city_of,
                64,
                key=itemgetter("hotel"),
                into="city",
                on_error="skip",
            ),
            batch(3),
            clock=lambda: 0.0,
            error_limit=0.25,
        )
        rates = {"EUR": 1.0, "SEK": 10.75, "GBP": 0.95}
        batches = []
        with (
            EXPORT.open(newline="", encoding="utf-8") as file,
            self.assertRaises(ExceptionGroup) as caught,
        ):
            for rows in pipeline.run(csv.DictReader(file), ctx=rates):
                batches.append([f"{row['id']} {row['city']}" for row in rows])

        self.assertEqual(
            batches,
            [
                ["B-101 Oslo", "B-102 Rome", "B-103 Oslo"],
                ["B-105 Porto", "B-108 Oslo", "B-111 Porto"],
                ["B-112 Rome"],
            ],
        )
        self.assertEqual(
            [
                (rejected.step, rejected.row_number)
                for rejected in pipeline.rejected
            ],
            [("parse", 5), ("parse", 8), ("city_of", 10), ("in_euro", 11)],
        )
        self.assertEqual(
            [type(error) for error in caught.exception.exceptions],
            [ValueError, ValueError, KeyError, KeyError],
        )
        self.assertEqual(
            str(pipeline.report()),
            "step     in  out  skipped  seconds\n"
            "dedupe   14   12        0    0.000\n"
            "parse    12    9        2    0.000\n"
            "in_euro   9    8        1    0.000\n"
            "city_of   8    7        1    0.000\n"
            "batch     7    3        0    0.000",
        )


if __name__ == "__main__":
    unittest.main()
