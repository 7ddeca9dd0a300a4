# %% unittest-main
import unittest


class TestSum(unittest.TestCase):
    def test_good(self):
        self.assertEqual(sum([1, 2]), 3)

    def test_bad(self):
        self.assertEqual([1, 2, 3], [1, 2, 4])

    @unittest.skip("later")
    def test_skipped(self): ...

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)


class Fixed(unittest.TextTestResult):
    pass


suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestSum)
result = unittest.TextTestRunner(verbosity=2, durations=None).run(suite)
print(result.testsRun, len(result.failures), len(result.skipped), len(result.expectedFailures))

# %% unittest-exit
import io
import sys
import unittest


class TestSum(unittest.TestCase):
    def test_good(self):
        self.assertEqual(sum([1, 2]), 3)


sys.stderr = io.StringIO()
unittest.main()

# %% unittest-no-exit
import unittest


class TestRaises(unittest.TestCase):
    def test_raises(self):
        with self.assertRaisesRegex(ValueError, "literal"):
            int("x")

    def test_logs(self):
        import logging

        with self.assertLogs("shop", "INFO") as caught:
            logging.getLogger("shop").info("sold")
        self.assertEqual(caught.output, ["INFO:shop:sold"])

    def test_warns(self):
        import warnings

        with self.assertWarns(DeprecationWarning):
            warnings.warn("old", DeprecationWarning)

    def test_sub(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertLess(n, 2)


program = unittest.main(exit=False, argv=["main.py"], testRunner=unittest.TextTestRunner(stream=__import__("io").StringIO()))
print(program.result)
print(program.result.failures[0][1])

# %% unittest-async
import asyncio
import io
import unittest


class TestAsync(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.events = ["setup"]
        self.addAsyncCleanup(self.note, "cleanup")

    async def note(self, text):
        self.events.append(text)
        print(self.events)

    async def test_sleep(self):
        await asyncio.sleep(0)
        self.assertEqual(await asyncio.to_thread(len, "abc"), 3)

    async def test_fails(self):
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)

    async def asyncTearDown(self):
        self.events.append("teardown")


result = unittest.main(exit=False, argv=["main.py"], testRunner=unittest.TextTestRunner(stream=io.StringIO())).result
print(result)
print(result.errors[0][1].splitlines()[-1])

# %% mock-patch
from unittest import mock
import os

with mock.patch("os.getcwd", return_value="/shop") as getcwd:
    print(os.getcwd(), getcwd.call_count)
with mock.patch.dict(os.environ, {"MODE": "test"}):
    print(os.environ["MODE"])
print("MODE" in os.environ)
handler = mock.Mock(side_effect=[1, ValueError("no")])
print(handler(3))
try:
    handler(4)
except ValueError as error:
    print(error, handler.call_args_list)

# %% mock-async-and-spec
import asyncio
from unittest import mock


class Api:
    async def get(self, path): ...

    def close(self): ...


api = mock.create_autospec(Api, instance=True)
api.get.return_value = {"ok": True}
print(asyncio.run(api.get("/a")), api.get.await_args)
api.get.assert_awaited_once_with("/a")
try:
    api.closed()
except AttributeError as error:
    print(error)
try:
    api.get.assert_awaited_with("/b")
except AssertionError as error:
    print(error)

# %% timeit-and-profile
import cProfile
import pstats
import timeit

print(timeit.timeit("sum(range(1000))", number=1000) > 0)


def work():
    return [helper(n) for n in range(5)]


def helper(n):
    return n * n


profile = cProfile.Profile()
print(profile.runcall(work))
stats = pstats.Stats(profile)
print(sorted((key[2], value[:2]) for key, value in stats.stats.items() if key[0] == "main.py"))

# %% pdb-scripted
import io
import pdb

commands = io.StringIO("p total\nn\np total\nc\n")
total = 1
pdb.Pdb(stdin=commands, nosigint=True, readrc=False).set_trace()
total += 1
print("done", total)
