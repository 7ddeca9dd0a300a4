# %% syntax-missing-colon
def area(width, height)
    return width * height

# %% syntax-missing-comma
prices = [1, 2
          3, 4]

# %% syntax-never-closed
total = sum([1, 2, 3]
print(total)

# %% syntax-unmatched
print((1 + 2]))

# %% syntax-unterminated-string
name = "Ada
print(name)

# %% syntax-unterminated-triple
text = """never
ends

# %% syntax-fstring-brace
name = "Ada"
print(f"hello {name")

# %% syntax-assign-in-condition
x = 1
if x = 2:
    print("two")

# %% syntax-assign-to-call
len([1]) = 3

# %% syntax-print-statement
print "hello"

# %% syntax-keyword-typo
whille True:
    print("again")

# %% syntax-expected-indent
for n in range(3):
print(n)

# %% syntax-unexpected-indent
a = 1
    b = 2

# %% syntax-unindent
if True:
        a = 1
    b = 2

# %% syntax-tabs-and-spaces
if True:
	a = 1
        b = 2

# %% syntax-return-outside
print("before")
return 1

# %% syntax-await-outside
def load():
    await fetch()

# %% syntax-nonlocal-module
nonlocal total

# %% syntax-global-late
def count():
    print(total)
    global total

# %% syntax-keyword-repeated
dict(a=1, a=2)

# %% syntax-positional-after-keyword
print(sep=" ", "a")

# %% syntax-default-order
def area(width=1, height):
    return width * height

# %% syntax-except-as-tuple
try:
    pass
except ValueError, TypeError as error:
    pass

# %% syntax-incompatible-prefixes
print(ub"text")

# %% syntax-octal
print(0755)

# %% syntax-invalid-character
price = 3 × 4

# %% syntax-null-byte-and-eval
for source in ("1 +", "a b", "x = 1", "(", "\0"):
    try:
        eval(source)
    except SyntaxError as error:
        print(repr(error), error.lineno, error.offset, repr(error.text))

# %% syntax-warnings-of-the-compiler
print("\d" == "\\d")
print(1 is 1)
assert (1, "always true")

# %% syntax-finally-return
def save():
    try:
        raise ValueError("lost")
    finally:
        return "saved"


print(save())

# %% syntax-compile-from-text
import ast

tree = ast.parse("def f(x: int) -> int: return x + 1")
print(ast.dump(tree, indent=1))
print(ast.unparse(tree))

# %% syntax-tokenize
import io
import tokenize

for token in tokenize.generate_tokens(io.StringIO("a = f'{b!r:>4}'\n").readline):
    print(tokenize.tok_name[token.type], repr(token.string), token.start)
