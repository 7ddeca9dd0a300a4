"""What the inspector finds out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the bytes of a file say about it as a whole."""

    encoding: str | None
    """Name of a codec, or None if the bytes cannot be read as text."""
    bom: bool
    size: int
    """The number of bytes, with the byte order mark."""
    text: str
    """The decoded text, without the byte order mark."""
    lf: int
    crlf: int
    cr: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A character, or a sequence of them, that does not belong."""

    line: int
    column: int
    code_points: str
    """Such as U+00A0, or U+0065 U+0301 for a sequence."""
    kind: str
    name: str
