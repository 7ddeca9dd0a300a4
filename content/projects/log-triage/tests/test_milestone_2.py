"""Milestone 2: events are read lazily, and bad lines are collected."""

import gc
import itertools
import tracemalloc
import unittest

from log_triage import ParseError, read_events


def good(number):
    """Return a readable line."""
    return f"2026-03-02 08:15:02 INFO visit {number}"


class Reading(unittest.TestCase):
    def test_events(self):
        """events come in the order of their lines"""
        lines = [good(1), '{"time"', good(2), "?", good(3)]
        self.assertEqual(
            [event.message for event in read_events(lines)],
            ["visit 1", "visit 2", "visit 3"],
        )

    def test_any_iterable(self):
        """a tuple, a generator and a file-like object will do"""
        lines = [good(1), good(2)]
        for source in [tuple(lines), (line for line in lines), iter(lines)]:
            self.assertEqual(len(list(read_events(source))), 2)

    def test_iterator(self):
        """the result is an iterator, which ends for good"""
        reader = read_events([good(1)])
        self.assertIs(iter(reader), reader)
        self.assertEqual(next(reader).message, "visit 1")
        for _ in range(2):
            with self.assertRaises(StopIteration):
                next(reader)

    def test_lazy(self):
        """no line is read before its event is wanted"""
        taken = []

        def lines():
            for number in itertools.count(1):
                taken.append(number)
                yield good(number) if number % 2 == 0 else "?"

        reader = read_events(lines())
        self.assertEqual(taken, [])
        next(reader)
        self.assertEqual(taken, [1, 2])
        next(reader)
        self.assertEqual(taken, [1, 2, 3, 4])

    def test_not_lines(self):
        """one string, or what cannot be iterated, fails at once"""
        for source in [good(1), "", 7, None]:
            with self.subTest(source=source), self.assertRaises(TypeError):
                read_events(source)

    def test_source_errors(self):
        """errors of the source pass, even if they are ValueErrors"""

        def lines():
            yield good(1)
            raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad byte")

        reader = read_events(lines())
        next(reader)
        with self.assertRaises(UnicodeDecodeError):
            next(reader)
        self.assertEqual((reader.number, reader.failed), (1, 0))


class Errors(unittest.TestCase):
    def read(self, lines):
        """Return the reader of lines when it has read them all."""
        reader = read_events(lines)
        for _ in reader:
            pass
        return reader

    def test_no_errors(self):
        """without a bad line there is no group"""
        for lines in [[], [good(1)], ["\n", good(1), "  "]]:
            reader = self.read(lines)
            self.assertEqual(reader.failed, 0)
            self.assertIsNone(reader.errors)

    def test_group(self):
        """bad lines are one ExceptionGroup of ParseErrors"""
        reader = self.read(["?", good(1), '{"time"'])
        self.assertEqual(reader.failed, 2)
        group = reader.errors
        self.assertIsInstance(group, ExceptionGroup)
        self.assertEqual(
            [(error.number, error.format) for error in group.exceptions],
            [(1, "unknown"), (3, "json")],
        )
        self.assertEqual(group.message, "unreadable lines: 2")

    def test_can_be_raised(self):
        """the group can be raised and taken apart with except*"""
        numbers = []
        try:
            raise self.read(["?", "?"]).errors
        except* ParseError as group:
            numbers = [error.number for error in group.exceptions]
        self.assertEqual(numbers, [1, 2])

    def test_blank_lines(self):
        """blank lines are no errors, but they are counted"""
        reader = self.read(["\n", "", " \t\r\n", "?", "\n"])
        self.assertEqual((reader.number, reader.failed), (5, 1))
        self.assertEqual(reader.errors.exceptions[0].number, 4)

    def test_on_the_way(self):
        """numbers and errors can be asked for while reading"""
        reader = read_events([good(1), "?", good(3), "?"])
        states = [(reader.number, reader.failed)]
        for _ in reader:
            states.append((reader.number, reader.failed))
        states.append((reader.number, reader.failed))
        self.assertEqual(states, [(0, 0), (1, 0), (3, 1), (4, 2)])

    def test_own_numbers(self):
        """two readers do not share numbers or errors"""
        self.read(["?"] * 5)
        reader = self.read(["?", good(1)])
        self.assertEqual((reader.number, reader.failed), (2, 1))
        self.assertEqual(len(reader.errors.exceptions), 1)

    def test_at_most_100(self):
        """the first 100 errors are kept, all are counted"""
        for bad, kept in [(99, 99), (100, 100), (101, 100), (250, 100)]:
            with self.subTest(bad=bad):
                reader = self.read(["?"] * bad + [good(1)])
                self.assertEqual(reader.failed, bad)
                numbers = [e.number for e in reader.errors.exceptions]
                self.assertEqual(numbers, list(range(1, kept + 1)))
                self.assertIn(str(bad), reader.errors.message)

    def test_memory(self):
        """ten times as many lines take no more memory"""

        def lines(count):
            for number in range(count):
                yield good(number) if number % 2 else f"broken {number}"

        def peak(count):
            gc.collect()
            tracemalloc.reset_peak()
            before, _ = tracemalloc.get_traced_memory()
            self.read(lines(count))
            _, highest = tracemalloc.get_traced_memory()
            return highest - before

        tracemalloc.start()
        self.addCleanup(tracemalloc.stop)
        peak(1000)
        self.assertLess(peak(10_000), 2 * peak(1000))


if __name__ == "__main__":
    unittest.main()
