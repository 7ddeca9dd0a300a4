"""Lines as files have them, and not as str.splitlines sees them."""


def split_lines(text: str) -> list[str]:
    r"""Return the lines of text without their ends: \n, \r\n or \r.

    What str.splitlines also takes for an end, such as a form feed, stays in
    its line. After a last line end comes one more line, which is empty.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
