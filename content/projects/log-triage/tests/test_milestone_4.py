"""Milestone 4: problems are counted, dated and ranked."""

import gc
import itertools
import tracemalloc
import unittest
from datetime import UTC, datetime, timedelta

from log_triage import (
    Event,
    Finding,
    Kind,
    Level,
    Problem,
    read_events,
    summarize,
)

START = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)


def at(minute, message, level=Level.ERROR, status=None):
    """Return an event of some minute."""
    return Event(
        time=START + timedelta(minutes=minute),
        level=level,
        message=message,
        status=status,
    )


class Counting(unittest.TestCase):
    def test_one_problem(self):
        """events of one problem are one finding"""
        events = [at(0, "no cart"), at(1, "no cart"), at(5, "No cart")]
        self.assertEqual(
            summarize(events),
            [
                Finding(
                    problem=Problem(Kind.ERROR, "no cart"),
                    count=3,
                    first=START,
                    last=START + timedelta(minutes=5),
                    sample="no cart",
                )
            ],
        )

    def test_one_event(self):
        """a single event is first and last"""
        [finding] = summarize([at(3, "no cart")])
        self.assertEqual(finding.count, 1)
        self.assertEqual(finding.first, START + timedelta(minutes=3))
        self.assertEqual(finding.last, finding.first)

    def test_fine_events(self):
        """what is no problem is not counted"""
        events = [
            at(0, "ready", Level.INFO),
            at(1, "slow query took 20 ms"),
            at(2, "no cart"),
            at(3, "cache miss", Level.DEBUG),
        ]
        self.assertEqual(
            [(f.problem.name, f.count) for f in summarize(events)],
            [("no cart", 1)],
        )

    def test_nothing(self):
        """without problems the list is empty"""
        self.assertEqual(summarize([]), [])
        self.assertEqual(summarize([at(0, "ready", Level.INFO)]), [])

    def test_kinds(self):
        """one name of two kinds is two problems"""
        events = [at(0, "no cart"), at(0, "no cart", Level.WARNING)]
        self.assertEqual(
            [finding.problem.kind for finding in summarize(events)],
            [Kind.ERROR, Kind.WARNING],
        )


class Times(unittest.TestCase):
    def test_disorder(self):
        """first and last do not depend on the order of the events"""
        events = [at(minute, f"user {minute}") for minute in [1, 2, 3]]
        for order in itertools.permutations(events):
            with self.subTest(order=[e.message for e in order]):
                [finding] = summarize(order)
                self.assertEqual(
                    (finding.first, finding.last),
                    (events[0].time, events[2].time),
                )

    def test_sample(self):
        """the sample is the message of the earliest event"""
        events = [at(5, "user 17"), at(1, "User 23"), at(9, "user 5")]
        self.assertEqual(summarize(events)[0].sample, "User 23")

    def test_same_time(self):
        """of several at the earliest time it is the one that came first"""
        events = [at(5, "user 1"), at(2, "user 2"), at(2, "user 3")]
        self.assertEqual(summarize(events)[0].sample, "user 2")


class Ranking(unittest.TestCase):
    def names(self, events):
        """Return the names of the findings in their order."""
        return [finding.problem.name for finding in summarize(events)]

    def test_severity(self):
        """the most severe comes first, however rare it is"""
        events = [at(0, "low", Level.WARNING) for _ in range(4)]
        events += [at(0, "wrong") for _ in range(3)]
        events += [at(0, "timeout calling shop") for _ in range(2)]
        events += [at(0, "dead", Level.CRITICAL)]
        self.assertEqual(
            self.names(events), ["dead", "timeout: shop", "wrong", "low"]
        )

    def test_count(self):
        """then the more frequent one"""
        events = [at(0, name) for name in ["a", "b", "c", "b", "c", "c"]]
        self.assertEqual(self.names(events), ["c", "b", "a"])

    def test_count_is_a_number(self):
        """ten are more than nine"""
        events = [at(0, "a")] * 9 + [at(0, "b")] * 10
        self.assertEqual(self.names(events), ["b", "a"])

    def test_name(self):
        """then the name, from a to z"""
        events = [at(0, name) for name in ["queue", "cart", "mail"]]
        self.assertEqual(self.names(events), ["cart", "mail", "queue"])

    def test_kinds_together(self):
        """kinds of one severity are ranked together"""
        events = [at(0, "GET /admin", status=403)] * 2
        events += [at(0, "wrong")] * 3 + [at(0, "alarm")]
        self.assertEqual(self.names(events), ["wrong", "status 403", "alarm"])


class Streaming(unittest.TestCase):
    def test_iterator(self):
        """events may come from an iterator, which is read once"""
        lines = ["2026-03-02 08:15:00 ERROR no cart", "?"] * 2
        reader = read_events(iter(lines))
        [finding] = summarize(reader)
        self.assertEqual((finding.count, reader.failed), (2, 2))

    def test_memory(self):
        """ten times as many events take no more memory"""

        def peak(count):
            gc.collect()
            tracemalloc.reset_peak()
            before, _ = tracemalloc.get_traced_memory()
            summarize(at(n % 60, f"user {n}") for n in range(count))
            _, highest = tracemalloc.get_traced_memory()
            return highest - before

        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)
        peak(500)
        self.assertLess(peak(5000), 2 * peak(500))


if __name__ == "__main__":
    unittest.main()
