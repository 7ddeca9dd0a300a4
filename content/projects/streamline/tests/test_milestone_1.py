"""Milestone 1: @step marks a function, keeps what it is, and registers it."""

import inspect
import unittest
from unittest import mock

from streamline import registry, step


class StepTestCase(unittest.TestCase):
    """Gives each test an empty registry."""

    def setUp(self):
        self.enterContext(mock.patch.dict(registry, clear=True))


class Decorating(StepTestCase):
    def test_without_parentheses(self):
        """@step gives something that is called like the function"""

        @step
        def shout(guest):
            return guest.upper()

        self.assertEqual(shout("Ada"), "ADA")

    def test_with_empty_parentheses(self):
        """@step() does the same"""

        @step()
        def shout(guest):
            return guest.upper()

        self.assertEqual(shout("Ada"), "ADA")

    def test_with_options(self):
        """@step("name", retries=…, on_error=…) does the same"""

        @step("loud", retries=1, on_error="skip")
        def shout(guest):
            return guest.upper()

        self.assertEqual(shout("Ada"), "ADA")

    def test_other_arguments(self):
        """arguments behind the row reach the function"""

        @step
        def total(row, fee, *, discount=0):
            return row["price"] + fee - discount

        self.assertEqual(total({"price": 90}, 12, discount=2), 100)

    def test_metadata(self):
        """name, module, docstring and signature are those of the function"""

        def parse(line: str, *, sep: str = ",") -> list[str]:
            """Split a line."""
            return line.split(sep)

        for marked in (step(parse), step("csv", retries=1)(parse)):
            self.assertEqual(marked.__name__, "parse")
            self.assertEqual(marked.__module__, __name__)
            self.assertEqual(marked.__doc__, "Split a line.")
            self.assertEqual(
                inspect.signature(marked), inspect.signature(parse)
            )
            self.assertIs(inspect.unwrap(marked), parse)

    def test_options_are_keyword_only(self):
        """only the name can be passed by position"""
        with self.assertRaises(TypeError):
            step("parse", 2)

    def test_unknown_policy(self):
        """an on_error that means nothing is a ValueError at once"""
        with self.assertRaises(ValueError):
            step(on_error="ignore")(str.strip)

    def test_negative_retries(self):
        """a negative number of retries is a ValueError at once"""
        with self.assertRaises(ValueError):
            step(retries=-1)(str.strip)


class Registering(StepTestCase):
    def test_own_name(self):
        """a step is registered under its function's name"""

        @step
        def parse(line):
            return line

        @step()
        def check(row):
            return row

        self.assertEqual(list(registry), ["parse", "check"])
        self.assertIs(registry["parse"], parse)
        self.assertIs(registry["check"], check)

    def test_given_name(self):
        """a step with a name is registered under that name only"""

        @step("parse line")
        def parse(line):
            return line

        @step(name="check row")
        def check(row):
            return row

        self.assertEqual(list(registry), ["parse line", "check row"])
        self.assertIs(registry["parse line"], parse)

    def test_name_is_taken(self):
        """a second function of the same name is a ValueError"""

        @step("clean")
        def clean_guests(row):
            return row

        def clean_prices(row):
            return row

        with self.assertRaises(ValueError):
            step("clean")(clean_prices)
        self.assertIs(registry["clean"], clean_guests)

    def test_same_function_again(self):
        """a function that is defined again, as in a reload, takes over"""

        def load_module():
            @step
            def parse(line):
                return line

            return parse

        load_module()
        latest = load_module()
        self.assertIs(registry["parse"], latest)


class Failing(StepTestCase):
    def setUp(self):
        super().setUp()
        self.calls = []

    def fails(self, times, error=ConnectionError):
        """Return a function that raises error in its first calls."""

        def look_up(row):
            self.calls.append(row)
            if len(self.calls) <= times:
                raise error(f"attempt {len(self.calls)}")
            return f"found {row}"

        return look_up

    def test_raise(self):
        """by default one error is enough, and the caller gets it"""
        look_up = step(self.fails(1))
        with self.assertRaisesRegex(ConnectionError, "attempt 1"):
            look_up("H7")
        self.assertEqual(len(self.calls), 1)

    def test_retry_until_success(self):
        """a step is called again until it succeeds"""
        look_up = step(retries=5)(self.fails(2))
        self.assertEqual(look_up("H7"), "found H7")
        self.assertEqual(self.calls, ["H7"] * 3)

    def test_retries_run_out(self):
        """retries=2 allows three calls; the last error comes out"""
        look_up = step(retries=2)(self.fails(9))
        with self.assertRaisesRegex(ConnectionError, "attempt 3"):
            look_up("H7")
        self.assertEqual(len(self.calls), 3)

    def test_every_call_has_all_retries(self):
        """retries that one row has used are there for the next"""
        look_up = step(retries=1)(self.fails(1))
        self.assertEqual(look_up("H7"), "found H7")
        self.calls.clear()
        self.assertEqual(look_up("H8"), "found H8")

    def test_skip(self):
        """on_error="skip" gives None when the retries are used up"""
        look_up = step(retries=1, on_error="skip")(self.fails(9))
        self.assertIsNone(look_up("H7"))
        self.assertEqual(len(self.calls), 2)

    def test_handler(self):
        """a callable gets the row and the error and gives the result"""
        handled = []

        def handler(row, error):
            handled.append((row, str(error)))
            return "unknown"

        look_up = step(retries=1, on_error=handler)(self.fails(9))
        self.assertEqual(look_up("H7"), "unknown")
        self.assertEqual(handled, [("H7", "attempt 2")])

    def test_handler_is_not_needed(self):
        """a callable is left alone while the step succeeds"""
        handler = mock.Mock()
        look_up = step(retries=1, on_error=handler)(self.fails(1))
        self.assertEqual(look_up("H7"), "found H7")
        handler.assert_not_called()

    def test_interrupt(self):
        """Ctrl+C is neither repeated nor skipped"""
        look_up = step(retries=5, on_error="skip")(
            self.fails(9, KeyboardInterrupt)
        )
        with self.assertRaises(KeyboardInterrupt):
            look_up("H7")
        self.assertEqual(len(self.calls), 1)


if __name__ == "__main__":
    unittest.main()
