"""A text without what can be repaired for certain."""

import unicodedata

from text_inspector.lines import split_lines


def clean(text: str) -> str:
    r"""Return text in NFC, with \n as its line ends, and no BOM in front.

    Lines of mojibake are repaired. Cleaning a clean text changes nothing.
    """
    # One repair can uncover the next: text may have been garbled twice, and
    # it may become recognizable as mojibake in NFC only. It ends, since each
    # repair makes its line shorter; what NFC makes longer is not in cp1252.
    while (better := _clean_once(text)) != text:
        text = better
    return text


def repair(line: str) -> str:
    """Return line as it was before UTF-8 was read as cp1252.

    A line for which that cannot be comes back as it is.
    """
    try:
        return line.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return line


def _clean_once(text: str) -> str:
    lines = [repair(line) for line in split_lines(text)]
    return unicodedata.normalize("NFC", "\n".join(lines)).lstrip("\ufeff")
