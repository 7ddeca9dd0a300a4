"""Milestone 1: a line of one of three formats becomes an event."""

import copy
import json
import pickle
import unittest
from datetime import UTC, datetime, timedelta

from log_triage import Event, Level, ParseError, parse_line

MORNING = datetime(2026, 3, 2, 8, 15, 2, tzinfo=UTC)


def as_json(**fields):
    """Return a JSON line; fields replace those of a good one."""
    good = {"time": "2026-03-02T08:15:02Z", "level": "error", "msg": "lost"}
    return json.dumps(good | fields)


def as_pairs(rest):
    """Return a line of pairs that ends with rest."""
    return f"time=2026-03-02T08:15:02Z level=error {rest}"


class Formats(unittest.TestCase):
    def test_json(self):
        """a JSON line"""
        self.assertEqual(
            parse_line(as_json(msg="no cart", status=503, user=17)),
            Event(
                time=MORNING,
                level=Level.ERROR,
                message="no cart",
                status=503,
            ),
        )

    def test_pairs(self):
        """a line of pairs"""
        self.assertEqual(
            parse_line(as_pairs("user=17 msg=lost status=503")),
            Event(time=MORNING, level=Level.ERROR, message="lost", status=503),
        )

    def test_plain(self):
        """a plain line, whose message keeps its spaces"""
        self.assertEqual(
            parse_line("2026-03-02 08:15:02 ERROR no  cart, user=17"),
            Event(
                time=MORNING, level=Level.ERROR, message="no  cart, user=17"
            ),
        )

    def test_line_ends(self):
        """white space around a line does not count"""
        plain = "  2026-03-02 08:15:02 ERROR lost \r\n"
        for line in [plain, as_json() + "\n", as_pairs("msg=lost\r\n")]:
            with self.subTest(line=line):
                self.assertEqual(parse_line(line).message, "lost")

    def test_quotes(self):
        """a quoted value holds spaces, = signs, quotes and backslashes"""
        lines = {
            r'msg="no cart for 17"': "no cart for 17",
            r'msg="a=1 b=2"': "a=1 b=2",
            r'msg="no \"cart\""': 'no "cart"',
            r'msg="in C:\\logs\\new"': r"in C:\logs\new",
            r'msg=""': "",
        }
        for rest, message in lines.items():
            with self.subTest(rest=rest):
                self.assertEqual(parse_line(as_pairs(rest)).message, message)

    def test_bare_values(self):
        """a value without quotes may hold = signs and apostrophes"""
        for message in ["user=17", "can't", "#1"]:
            with self.subTest(message=message):
                event = parse_line(as_pairs(f"msg={message} user=o'hara"))
                self.assertEqual(event.message, message)

    def test_first_word(self):
        """the first word decides between pairs and plain"""
        event = parse_line('msg="{ at 9" time=2026-03-02 level=info')
        self.assertEqual(event.message, "{ at 9")
        self.assertEqual(event.time, datetime(2026, 3, 2, tzinfo=UTC))

    def test_message_key(self):
        """without msg, the message may be called message"""
        line = json.dumps({"level": "info", "time": "2026-03-02"})
        line = line.replace("}", ', "message": "ready"}')
        self.assertEqual(parse_line(line).message, "ready")
        both = as_json(msg="first", message="second")
        self.assertEqual(parse_line(both).message, "first")


class Values(unittest.TestCase):
    def test_levels(self):
        """levels have several names, in any case"""
        names = {
            Level.DEBUG: ["debug", "TRACE"],
            Level.INFO: ["Info", "notice"],
            Level.WARNING: ["WARNING", "warn"],
            Level.ERROR: ["error", "Err"],
            Level.CRITICAL: ["CRITICAL", "fatal"],
        }
        for level, spellings in names.items():
            for name in spellings:
                with self.subTest(name=name):
                    event = parse_line(as_json(level=name))
                    self.assertIs(event.level, level)

    def test_times(self):
        """times are in UTC, also those with another offset or none"""
        for text in [
            "2026-03-02T08:15:02Z",
            "2026-03-02T10:15:02+02:00",
            "2026-03-02 08:15:02",
            "2026-03-02T08:15:02,000",
        ]:
            with self.subTest(text=text):
                time = parse_line(as_json(time=text)).time
                self.assertEqual(time, MORNING)
                self.assertEqual(time.utcoffset(), timedelta(0))

    def test_milliseconds(self):
        """the comma of the logging module is read"""
        event = parse_line("2026-03-02 08:15:02,250 INFO ready")
        self.assertEqual(event.time.microsecond, 250_000)

    def test_status(self):
        """a status is a number of 100 to 599 or its three digits"""
        for given, status in [
            (404, 404),
            ("404", 404),
            (100, 100),
            (599, 599),
            (99, None),
            (600, None),
            ("999", None),
            ("0404", None),
            ("+40", None),
            ("ok", None),
            (True, None),
            (404.0, None),
            (None, None),
            ([404], None),
        ]:
            with self.subTest(given=given):
                event = parse_line(as_json(status=given))
                self.assertEqual(event.status, status)
                self.assertIsInstance(event.status, (int, type(None)))


class Errors(unittest.TestCase):
    def error_of(self, line, number=1):
        """Return the ParseError of a line."""
        with self.assertRaises(ParseError) as caught:
            parse_line(line, number)
        return caught.exception

    def test_unknown(self):
        """what looks like none of the formats is unknown"""
        for line in [
            "",
            " \n",
            "Traceback (most recent call last):",
            "2026-03-02 08:15:02 ERROR",
            "[1, 2]",
            "ERROR 2026-03-02 08:15:02 lost",
        ]:
            with self.subTest(line=line):
                error = self.error_of(line, 7)
                self.assertEqual((error.number, error.format), (7, "unknown"))
                self.assertIsNone(error.__cause__)

    def test_json_cause(self):
        """the cause of broken JSON is its JSONDecodeError"""
        error = self.error_of('{"time": "2026-03', 12)
        self.assertEqual((error.number, error.format), (12, "json"))
        self.assertIsInstance(error.__cause__, json.JSONDecodeError)

    def test_bad_lines(self):
        """a bad line of a known format names it and has a cause"""
        for line, format in [
            (as_json(time="yesterday"), "json"),
            (as_json(time=1772439302), "json"),
            (as_json(level=40), "json"),
            (as_json(level="loud"), "json"),
            (as_json(msg=None), "json"),
            ('{"msg": "lost"}', "json"),
            (as_pairs('msg="lost'), "pairs"),
            (as_pairs("msg=lost again"), "pairs"),
            ("level=error msg=lost", "pairs"),
            ("level=loud time=2026-03-02 msg=lost", "pairs"),
            ("2026-03-02 25:00:00 ERROR lost", "plain"),
            ("2026-03-02 08:15:02 LOUD lost", "plain"),
            ("404 is not a date", "plain"),
        ]:
            with self.subTest(line=line):
                error = self.error_of(line)
                self.assertEqual(error.format, format)
                self.assertIsInstance(error.__cause__, Exception)

    def test_out_of_range(self):
        """a time that has no place in UTC is a bad line"""
        error = self.error_of(as_json(time="0001-01-01T00:00:00+05:00"))
        self.assertEqual(error.format, "json")

    def test_hostile_json(self):
        """JSON that json refuses with other errors is a bad line"""
        deep = self.error_of('{"a":' * 100_000)
        self.assertIsInstance(deep.__cause__, RecursionError)
        self.error_of('{"status": ' + "9" * 5000 + "}")

    def test_text(self):
        """the text has number, format and reason"""
        error = self.error_of(as_json(level="loud"), 7)
        self.assertEqual(str(error), f"line 7 (json): {error.reason}")
        self.assertIn("loud", error.reason)

    def test_class(self):
        """a ParseError is a ValueError, and copy and pickle keep it"""
        error = self.error_of('{"time"', 7)
        self.assertIsInstance(error, ValueError)
        for twin in [copy.copy(error), pickle.loads(pickle.dumps(error))]:
            self.assertIs(type(twin), ParseError)
            self.assertEqual(
                (twin.number, twin.format, twin.reason, str(twin)),
                (7, "json", error.reason, str(error)),
            )


if __name__ == "__main__":
    unittest.main()
