"""Milestone 3: events are told apart by level, status and message."""

import unittest
from datetime import UTC, datetime

from log_triage import Event, Kind, Level, Problem, Severity, classify

TIME = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)


def event(level, message, status=None):
    """Return an event of a level that is given by its name."""
    return Event(time=TIME, level=Level[level], message=message, status=status)


class ClassifyTestCase(unittest.TestCase):
    def check(self, table):
        """Compare each event of the table with its kind and name."""
        for given, expected in table:
            with self.subTest(event=given):
                problem = classify(event(*given))
                self.assertEqual(problem, Problem(*expected))

    def check_fine(self, events):
        """Expect that none of the events is a problem."""
        for given in events:
            with self.subTest(event=given):
                self.assertIsNone(classify(event(*given)))


class ByLevelAndStatus(ClassifyTestCase):
    def test_debug(self):
        """a debug event is never a problem"""
        self.check_fine(
            [
                ("DEBUG", "cache miss"),
                ("DEBUG", "GET /cart", 503),
                ("DEBUG", "GET /cart", 401),
                ("DEBUG", "disk full on /var"),
            ]
        )

    def test_critical(self):
        """a critical event is a crash, whatever else it says"""
        self.check(
            [
                (("CRITICAL", "out of memory"), (Kind.CRASH, "out of memory")),
                (
                    ("CRITICAL", "disk full on /var"),
                    (Kind.CRASH, "disk full on /var"),
                ),
                (("CRITICAL", "GET /cart", 503), (Kind.CRASH, "get /cart")),
                (("CRITICAL", "GET /cart", 403), (Kind.CRASH, "get /cart")),
            ]
        )

    def test_server_errors(self):
        """a status of 500 or more is a server error at any other level"""
        self.check(
            [
                (
                    (level, "GET /cart", status),
                    (Kind.SERVER_ERROR, f"status {status}"),
                )
                for level in ["INFO", "WARNING", "ERROR"]
                for status in [500, 503, 599]
            ]
        )

    def test_denied(self):
        """401 and 403 are denied at any other level"""
        self.check(
            [
                (
                    (level, "GET /admin", status),
                    (Kind.DENIED, f"status {status}"),
                )
                for level in ["INFO", "WARNING", "ERROR"]
                for status in [401, 403]
            ]
        )

    def test_status_before_message(self):
        """the status goes before the message"""
        self.check(
            [
                (
                    ("ERROR", "timeout calling payments", 504),
                    (Kind.SERVER_ERROR, "status 504"),
                )
            ]
        )

    def test_info(self):
        """any other info event is fine"""
        self.check_fine(
            [
                ("INFO", "started"),
                ("INFO", "GET /cart", 200),
                ("INFO", "GET /cart", 404),
                ("INFO", "GET /cart", 499),
                ("INFO", "disk full on /var"),
                ("INFO", "slow query took 3000 ms"),
            ]
        )


class ByMessage(ClassifyTestCase):
    def test_disk_full(self):
        """disk full on a place, at the start of the message"""
        self.check(
            [
                (
                    ("ERROR", "disk full on /var"),
                    (Kind.DISK_FULL, "disk full on /var"),
                ),
                (
                    ("WARNING", "Disk FULL on /dev/sda1 again"),
                    (Kind.DISK_FULL, "disk full on /dev/sda1"),
                ),
                (
                    ("ERROR", "the disk full on /var"),
                    (Kind.ERROR, "the disk full on /var"),
                ),
                (("ERROR", "disk full on"), (Kind.ERROR, "disk full on")),
            ]
        )

    def test_timeout(self):
        """timeouts of one service are one problem"""
        self.check(
            [
                (
                    ("ERROR", "timeout calling payments after 30 s"),
                    (Kind.TIMEOUT, "timeout: payments"),
                ),
                (
                    ("WARNING", "Timeout reaching payments"),
                    (Kind.TIMEOUT, "timeout: payments"),
                ),
                (
                    ("ERROR", "timeout near payments"),
                    (Kind.ERROR, "timeout near payments"),
                ),
                (
                    ("WARNING", "timeout calling"),
                    (Kind.WARNING, "timeout calling"),
                ),
            ]
        )

    def test_slow(self):
        """slow from 1000 ms, and no problem below"""
        self.check(
            [
                (
                    ("WARNING", "slow query took 1000 ms"),
                    (Kind.SLOW, "slow query"),
                ),
                (
                    ("ERROR", "Slow export took 70000 MS"),
                    (Kind.SLOW, "slow export"),
                ),
            ]
        )
        self.check_fine(
            [
                ("WARNING", "slow query took 999 ms"),
                ("ERROR", "slow query took 0 ms"),
            ]
        )

    def test_long_number(self):
        """the number may have any number of digits"""
        self.check(
            [
                (
                    ("WARNING", f"slow query took {'9' * 5000} ms"),
                    (Kind.SLOW, "slow query"),
                ),
            ]
        )

    def test_not_slow(self):
        """a message of another shape is not slow"""
        self.check(
            [
                (
                    ("WARNING", "slow query took ages ms"),
                    (Kind.WARNING, "slow query took ages ms"),
                ),
                (
                    ("WARNING", "slow query took 3000 ms today"),
                    (Kind.WARNING, "slow query took # ms today"),
                ),
                (
                    ("WARNING", "slow query took -3 ms"),
                    (Kind.WARNING, "slow query took # ms"),
                ),
            ]
        )

    def test_shape(self):
        """other messages are named by their words, digits hidden"""
        self.check(
            [
                (
                    ("ERROR", "User 17 has  no cart"),
                    (Kind.ERROR, "user # has no cart"),
                ),
                (
                    ("WARNING", "retry 2/5 of job-8f3a"),
                    (Kind.WARNING, "retry # of #"),
                ),
                (
                    ("ERROR", "no cart", 404),
                    (Kind.ERROR, "no cart"),
                ),
                (("WARNING", "low"), (Kind.WARNING, "low")),
                (("ERROR", ""), (Kind.ERROR, "")),
            ]
        )


class Severities(unittest.TestCase):
    def test_severity(self):
        """each kind has its severity"""
        table = {
            Severity.CRITICAL: {Kind.CRASH, Kind.DISK_FULL},
            Severity.HIGH: {Kind.SERVER_ERROR, Kind.TIMEOUT},
            Severity.MEDIUM: {Kind.DENIED, Kind.ERROR},
            Severity.LOW: {Kind.SLOW, Kind.WARNING},
        }
        self.assertEqual(set(Kind), set().union(*table.values()))
        for severity, kinds in table.items():
            for kind in kinds:
                with self.subTest(kind=kind):
                    problem = Problem(kind, "any")
                    self.assertIs(problem.severity, severity)

    def test_order(self):
        """severities can be compared"""
        self.assertEqual(
            sorted(Severity),
            [
                Severity.LOW,
                Severity.MEDIUM,
                Severity.HIGH,
                Severity.CRITICAL,
            ],
        )

    def test_forgotten_kind(self):
        """a kind that was forgotten is an AssertionError"""
        with self.assertRaises(AssertionError):
            print(Problem("meltdown", "any").severity)

    def test_problem(self):
        """equal problems are one key of a dict"""
        problems = {Problem(Kind.SLOW, "slow query") for _ in range(3)}
        self.assertEqual(len(problems), 1)
        self.assertNotIn(Problem(Kind.WARNING, "slow query"), problems)


if __name__ == "__main__":
    unittest.main()
