# %% warnings-default
import warnings

for n in range(3):
    warnings.warn("seen once")
warnings.warn("other place", DeprecationWarning)
warnings.warn("hidden", PendingDeprecationWarning)
print("after")

# %% warnings-filters
import warnings

for action, kind, message, module, line in [(f[0], f[2].__name__, f[1], f[3], f[4]) for f in warnings.filters]:
    print(action, kind, message, module, line)

# %% warnings-error
import warnings

warnings.simplefilter("error")
warnings.warn("now an error")

# %% warnings-catch
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for n in range(2):
        warnings.warn(f"number {n}", UserWarning)
print([str(w.message) for w in caught], caught[0].lineno, caught[0].filename)
warnings.warn("outside")

# %% warnings-stacklevel
import warnings


def old():
    warnings.warn("old() goes away", DeprecationWarning, stacklevel=2)


old()
print("next")

# %% warnings-deprecated
import warnings


@warnings.deprecated("use new()")
def old():
    return 1


print(old(), old.__deprecated__)

# %% warnings-filter-by-module
import warnings

warnings.filterwarnings("ignore", message="noise.*")
warnings.filterwarnings("once", category=ResourceWarning)
warnings.warn("noise here")
warnings.warn("signal here")
for _ in range(2):
    warnings.warn("one file", ResourceWarning)

# %% warnings-formatwarning
import warnings

warnings.formatwarning = lambda message, category, *rest, **more: f"{category.__name__}! {message}\n"
warnings.warn("short form")

# %% warnings-resource
import warnings

warnings.simplefilter("always", ResourceWarning)
with open("data.txt", "w") as file:
    file.write("x")


def forget():
    open("data.txt", encoding="utf-8")


forget()
print("after")

# %% warnings-capture
import logging
import warnings

logging.basicConfig(format="%(name)s %(levelname)s")
logging.captureWarnings(True)
warnings.warn("to the log")
logging.captureWarnings(False)

# %% logging-default
import logging

logging.debug("hidden")
logging.warning("shown %s", 1)
log = logging.getLogger("shop.orders")
log.error("named")
print(log.getEffectiveLevel(), log.parent, log)

# %% logging-last-resort
import logging

log = logging.getLogger("quiet")
log.info("hidden")
log.warning("bare message")

# %% logging-config
import logging
import logging.config

logging.config.dictConfig(
    {
        "version": 1,
        "formatters": {"short": {"format": "{levelname:<8}{name} {message}", "style": "{"}},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout"}},
        "root": {"level": "INFO", "handlers": ["out"]},
    }
)
logging.getLogger("a.b").info("configured")
logging.info("root")
logging.debug("hidden")

# %% logging-exception
import logging

logging.basicConfig(level=logging.INFO, format="%(asctime).4s %(funcName)s:%(lineno)d %(message)s")


def work():
    try:
        1 / 0
    except ZeroDivisionError:
        logging.exception("failed")


logging.Formatter.formatTime = lambda self, record, datefmt=None: "2025"
work()

# %% logging-bad-format
import logging

logging.basicConfig()
logging.warning("%d items", "three")
print("goes on")

# %% logging-handlers
import logging
import logging.handlers
from pathlib import Path

log = logging.getLogger("files")
log.propagate = False
log.setLevel("DEBUG")
rotating = logging.handlers.RotatingFileHandler("app.log", maxBytes=30, backupCount=1)
log.addHandler(rotating)
for n in range(4):
    log.info("message %d", n)
rotating.close()
print(sorted(path.name for path in Path().glob("app*")), Path("app.log").read_text())


class Add(logging.Filter):
    def filter(self, record):
        record.user = "ada"
        return record.levelno > 10


memory = logging.StreamHandler(__import__("sys").stdout)
memory.addFilter(Add())
memory.setFormatter(logging.Formatter("%(user)s %(message)s %(threadName)s %(processName)s"))
log.handlers = [memory]
log.info("extra")
log.debug("dropped")

# %% logging-queue-listener {"difference": "threads"}
import logging.handlers
import queue

listener = logging.handlers.QueueListener(queue.Queue())
listener.start()
listener.stop()
print("stopped")
