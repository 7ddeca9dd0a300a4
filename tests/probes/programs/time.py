# %% datetime-basics
from datetime import UTC, date, datetime, time, timedelta, timezone

moment = datetime(2025, 3, 1, 13, 5, 9, 123456, tzinfo=UTC)
print(moment, moment.isoformat(timespec="seconds"), moment.strftime("%A %d %B %Y %H:%M:%S %z %j %U %%"), moment.timestamp())
print(datetime.fromisoformat("2025-W10-2T10:00+02:00"), datetime.strptime("01/03/25 1 PM", "%d/%m/%y %I %p"), date.fromisocalendar(2025, 1, 1))
print(timedelta(days=1, hours=-3), timedelta(hours=-1), timedelta(seconds=90) / 7, moment - timedelta(days=365), date(2024, 2, 29).replace(day=1))
print(repr(moment), time(23, 59), datetime.fromtimestamp(0, timezone(timedelta(hours=5, minutes=30))), date(2025, 3, 1).isocalendar())
datetime(2025, 2, 29)

# %% datetime-naive-and-aware
from datetime import UTC, datetime

print(datetime(2025, 1, 1) == datetime(2025, 1, 1, tzinfo=UTC), datetime.now(UTC).tzinfo)
datetime(2025, 1, 1) < datetime(2025, 1, 1, tzinfo=UTC)

# %% datetime-local
from datetime import datetime
import time

print(datetime.fromtimestamp(0), datetime(1970, 1, 2).timestamp(), time.gmtime(0)[:6], time.localtime(0)[:6], time.timezone)
print(time.strftime("%Y-%m-%d", time.gmtime(86400)), time.mktime((1970, 1, 1, 0, 0, 0, 0, 1, 0)), time.asctime(time.gmtime(0)))

# %% time-zone-name {"difference": "time-zones"}
import time

print(time.tzname[0])

# %% zoneinfo {"difference": "time-zones"}
from datetime import datetime
from zoneinfo import ZoneInfo

summer = datetime(2025, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
print(summer, summer.utcoffset())

# %% zoneinfo-missing {"difference": "time-zones"}
from zoneinfo import ZoneInfo

ZoneInfo("Atlantis/Capital")

# %% time-sleep
import time

begin = time.monotonic()
time.sleep(0.05)
spent = time.monotonic() - begin
print(0.045 < spent < 0.5)
time.sleep(0)
time.sleep(-1)

# %% time-clocks
import time

a, b = time.perf_counter(), time.perf_counter()
print(a <= b, time.get_clock_info("monotonic").monotonic, time.time() > 1.7e9, time.process_time() >= 0)
ticks = [time.perf_counter_ns() for _ in range(100)]
print(ticks == sorted(ticks), time.time_ns() > 0)

# %% time-clock-steps {"difference": "clock-steps", "hosts": ["chromium", "firefox"]}
import time


def spent():
    begin = time.perf_counter()
    sum(range(10))
    return time.perf_counter() - begin


shortest = min(spent() for _ in range(20))
print("more than 0" if shortest > 0 else shortest)

# %% time-thread-time
import time

print(time.thread_time() >= 0)

# %% sched
import sched
import time

events = sched.scheduler(time.monotonic, time.sleep)
events.enter(0.02, 1, print, ("second",))
events.enter(0.01, 1, print, ("first",))
print(events.run())
