# %% int-arithmetic
print(7 // -2, 7 % -2, divmod(-7, 2), -7 >> 1, 2**100, pow(3, -1, 7), (255).to_bytes(2), int("ff", 16))
print(0b1010, 0o17, 1_000_000, (10).bit_length(), (10).bit_count(), round(2.5), round(-3.5), round(1234, -2))
print(int.from_bytes(b"\x01\x00", "big"), (5).is_integer(), ~5, 5 & 3, 5 | 3, 5 ^ 3)

# %% int-string-limit
print(len(str(10**4000)))
str(10**5000)

# %% float-repr
print(0.1 + 0.2, 1e16, 1e-5, 123456789.123456789, float("inf"), -0.0, float("nan"), 1 / 3, 2**0.5)
print((0.1).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), 0.1 + 0.2 == 0.3, f"{1e22:.3f}", f"{1 / 3:.20f}")

# %% math-digits
import math

for function in (math.exp, math.log, math.log2, math.log10, math.sqrt, math.gamma, math.lgamma, math.erf):
    print(function.__name__, *(repr(function(x)) for x in (0.1, 1.0, 2.5, 10.0)))
print(math.sin(1.0), math.cos(1.0), math.tan(1.0), math.atan(1.0), math.sinh(1.0), math.pow(2, 0.5), math.hypot(1, 2))
print(math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]), math.comb(50, 25), math.isqrt(10**20), math.dist((0, 0), (3, 4)))
print(math.fma(2, 3, 4), math.nextafter(1, 2), math.ulp(1.0), math.gcd(12, 18), math.lcm(4, 6), math.prod(range(1, 10)))

# %% cmath-and-complex
import cmath

print(cmath.sqrt(-1), abs(3 + 4j), (1 + 2j) ** 2, cmath.phase(-1), complex("1+2j"), cmath.exp(1j))

# %% decimal
from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext

print(Decimal("0.1") + Decimal("0.2"), Decimal(1) / 7, Decimal(0.1), Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP))
with localcontext(prec=5):
    print(Decimal(2).sqrt(), Decimal(1).exp())
print(getcontext().prec, Decimal("1E+3").normalize(), f"{Decimal('1234567.891'):,.2f}")
Decimal(1) / 0

# %% fractions
from fractions import Fraction

print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.125"), Fraction(0.1).limit_denominator(100), f"{Fraction(1, 3):.3f}", Fraction(7, 2) // 1)

# %% random-seeded
import random

random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.sample(range(50), 4))
values = list(range(8))
random.shuffle(values)
print(values, random.gauss(0, 1), random.choices("ab", [1, 9], k=5), random.randbytes(4), random.binomialvariate(10, 0.5))
print(random.Random("text").random(), random.uniform(1, 2), random.triangular(), random.expovariate(2), random.betavariate(1, 2))

# %% statistics
import statistics

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(data), statistics.fmean(data), statistics.median(data), statistics.mode(data), statistics.stdev(data))
print(statistics.quantiles(data), statistics.correlation(data, data[::-1]), statistics.linear_regression(data, data))
print(statistics.NormalDist(100, 15).cdf(130), statistics.kde([1, 2, 3], 0.5)(2))

# %% int-max-size {"difference": "word-size"}
import sys

print(sys.maxsize, sys.hash_info.width, sys.int_info.bits_per_digit)

# %% hash-of-numbers {"difference": "hashes"}
print(hash(2**61 - 1), hash(1.5), hash(10**20))

# %% hash-of-text {"difference": "hashes"}
print(hash("abc") % 1000, hash((1, 2, 3)), hash(None) == hash(None))

# %% set-order {"difference": "set-order"}
print({"a", "b", "c", "d", "e", "f"})

# %% set-order-of-ints
print({5, 1, 9, 3}, set(range(5)), {2, 0, 1} | {7})

# %% range-too-long {"difference": "word-size"}
print(len(range(10**10)))

# %% huge-size {"difference": "word-size"}
try:
    bytearray(2**33)
except (OverflowError, MemoryError) as error:
    print(type(error).__name__, error)
else:
    print("made")

# %% float-formatting
for spec in ("", ".3f", "e", "g", "%", "10.2f", "<10", "+.1f", "08.2f", ",.2f", "_", ".0f", "#x", "b"):
    try:
        print(spec, f"[{1234.5:{spec}}]")
    except ValueError as error:
        print(spec, error)
print(f"{255:#x} {255:08b} {1234567:,} {3:>5} {'a':^7} {True:d}")

# %% number-types
import numbers

print(isinstance(True, int), True + True, isinstance(1.0, numbers.Integral), bool("False"), int(" 12 "), float("1_000"), int(-3.9))
print(1 == 1.0 == True, {1: "a", 1.0: "b", True: "c"}, 0.0 == -0.0, float("nan") == float("nan"), [float("nan")] == [float("nan")])

# %% math-last-digit {"difference": "math-last-digit"}
import math

print(math.cbrt(0.1))

# %% decimal-format-error {"difference": "decimal-format-errors"}
from decimal import Decimal

print(f"{Decimal('1234.5'):,.2f} {Decimal('0.125'):.1%} {Decimal('7'):>5}")
try:
    print(f"{Decimal(255):x}")
except (ValueError, ImportError) as error:
    print(f"{type(error).__name__}: {error}")
