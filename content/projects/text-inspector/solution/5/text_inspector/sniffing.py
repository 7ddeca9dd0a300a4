"""What the bytes of a file say about its encoding and line ends."""

import codecs

from text_inspector.results import Report

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Those of UTF-32 first: the shorter one of UTF-16-LE begins like one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def sniff(data: bytes) -> Report:
    """Return encoding, byte order mark, size, text and line ends of data.

    A byte order mark decides. Without one, data is taken for UTF-8 if it is
    valid UTF-8, and else for cp1252. If nothing fits, the encoding is None
    and the text is empty.
    """
    for bom, encoding in _candidates(data):
        try:
            text = data.removeprefix(bom).decode(encoding)
        except UnicodeDecodeError:
            continue
        crlf = text.count("\r\n")
        return Report(
            encoding=encoding,
            bom=bom != b"",
            size=len(data),
            text=text,
            lf=text.count("\n") - crlf,
            crlf=crlf,
            cr=text.count("\r") - crlf,
        )
    return Report(
        encoding=None, bom=False, size=len(data), text="", lf=0, crlf=0, cr=0
    )


def _candidates(data: bytes) -> list[tuple[bytes, str]]:
    """Return the encodings to try, each behind its byte order mark."""
    marked = [(bom, name) for bom, name in BOMS if data.startswith(bom)]
    return marked or [(b"", "utf-8"), (b"", "cp1252")]
