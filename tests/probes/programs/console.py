# %% input-lines {"stdin": ["Ada", "36"]}
name = input("Name? ")
age = int(input("Age? "))
print(f"{name} is {age + 1} next year")

# %% input-without-prompt {"stdin": ["first", "", "third"]}
print([input(), input(), input()])

# %% input-end {"stdin": ["only one"]}
print(input("a: "))
print(input("b: "))

# %% input-end-caught {"stdin": ["3", "4"]}
total = 0
while True:
    try:
        total += int(input("> "))
    except EOFError:
        print()
        break
print(total)

# %% stdin-iterate {"stdin": ["a 1", "b 2"]}
import sys

for line in sys.stdin:
    print(line.split())
print(repr(sys.stdin.readline()))

# %% stdin-read {"stdin": ["one", "two", "three"]}
import sys

print(repr(sys.stdin.readline()))
print(repr(sys.stdin.read()))
print(repr(sys.stdin.read()))

# %% stdin-readlines {"stdin": ["é", "日本"]}
import sys

print(sys.stdin.readlines(), sys.stdin.readable(), sys.stdin.encoding)

# %% stdin-sizes {"stdin": ["abcdef", "gh"]}
import sys

print(repr(sys.stdin.read(4)), repr(sys.stdin.readline(1)), repr(sys.stdin.readline()), repr(sys.stdin.read(0)), repr(next(sys.stdin)))

# %% input-in-callbacks {"stdin": ["b", "a"]}
print(sorted([1, 2], key=lambda n: input(f"key of {n}: ")))
print(list(iter(lambda: input("more? "), "stop")) if False else "end")

# %% input-in-asyncio {"stdin": ["typed"]}
import asyncio


async def main():
    return await asyncio.to_thread(input, "say: ")


print(asyncio.run(main()))

# %% input-and-stderr {"stdin": ["x"]}
import sys

print("to stdout", end=" ")
print("to stderr", file=sys.stderr)
value = input("prompt ")
print(value, file=sys.stderr)

# %% input-redirected {"stdin": ["typed"]}
import io
import sys

sys.stdin = io.StringIO("from a string\n")
print(input("ask "))
sys.stdin = sys.__stdin__
print(input("ask again "))

# %% input-prompt-object {"stdin": ["x"]}
print(input(3.5))
input("a", "b")

# %% getpass {"stdin": ["hunter2"]}
import getpass

print(getpass.getpass("Password: "))

# %% cmd-loop {"stdin": ["greet Ada", "nonsense", "EOF"]}
import cmd


class Shell(cmd.Cmd):
    prompt = "> "
    use_rawinput = True

    def do_greet(self, name):
        "Greets."
        print("hello", name)

    def do_EOF(self, line):
        return True


Shell().cmdloop("welcome")

# %% print-options
print("a", "b", sep="-", end="!\n")
print(*[], sep=",")
print("x" * 3, [1, "two"], None, flush=True)
print("no newline", end="")

# %% print-order
import sys

print("1 out")
print("2 err", file=sys.stderr)
sys.stdout.write("3 out\n")
sys.stderr.write("4 err\n")
print("5 out", flush=True)
sys.stdout.writelines(["6 ", "out\n"])

# %% print-to-file
import io

out = io.StringIO()
print("kept", file=out)
with open("log.txt", "w") as file:
    print("in the file", file=file)
print(out.getvalue(), open("log.txt").read())
print("x", file="not a file")

# %% stdout-buffer
import sys

sys.stdout.buffer.write("bytes é\n".encode())
sys.stdout.buffer.flush()
print(sys.stdout.writable(), sys.stdout.readable(), sys.stdout.name, sys.stdout.mode, sys.stdout.errors)

# %% stdout-replaced
import io
import sys

kept = sys.stdout
sys.stdout = io.StringIO()
print("hidden")
caught = sys.stdout.getvalue()
sys.stdout = kept
print("seen:", caught)
sys.stdout.write(3)

# %% stdout-closed
import sys

print("before")
sys.stdout.write("no newline")
sys.stdout.flush()
print(sys.stdout.closed)

# %% exit-plain
import sys

print("before")
try:
    sys.exit()
finally:
    print("finally runs")

# %% exit-code
raise SystemExit(3)

# %% exit-text
import sys

sys.exit("no orders today")

# %% exit-builtin
exit(2)

# %% quit-builtin
print(quit)
quit()

# %% exit-caught
import sys

try:
    sys.exit(1)
except SystemExit as error:
    print("caught", error.code, isinstance(error, Exception))

# %% exit-in-nested-calls
import contextlib
import sys


def leave():
    with contextlib.suppress(Exception):
        sys.exit({"status": 1})


leave()

# %% copyright-and-license
print(type(license).__name__, repr(copyright)[:20], type(credits).__name__)

# %% breakpoint-hook
import os
import sys

os.environ["PYTHONBREAKPOINT"] = "0"
breakpoint()
print("not stopped")
sys.breakpointhook = lambda *args: print("hook", args)
breakpoint(1)

# %% code-console
import code

console = code.InteractiveConsole({"n": 3})
print(console.push("n + 1"), console.push("if n:"), console.push("    print('in')"), console.push(""), console.push("1 / 0"))
