"""Characters that do not belong in a text, and where they are."""

import unicodedata

from text_inspector.lines import split_lines
from text_inspector.results import Finding

ORDINARY = frozenset("\t\n\r ")
"""Control characters and the one space that every text may have."""

KINDS = {
    "Cc": "control",
    "Cf": "invisible",
    "Co": "private use",
    "Zl": "space",
    "Zp": "space",
    "Zs": "space",
}
"""What the inspector calls the general categories that it reports."""


def suspects(text: str) -> list[Finding]:
    """Return what looks wrong in text, in the order of its places.

    These are control characters, other spaces than the ordinary one,
    invisible characters, private use, and sequences that are not NFC. Lines
    and columns count from 1, columns in code points.
    """
    kinds = _kinds_in(text)
    is_nfc = unicodedata.is_normalized("NFC", text)
    if is_nfc and not kinds:
        return []
    findings = []
    for number, line in enumerate(split_lines(text), start=1):
        found = [
            (start, char, kinds[char])
            for start, char in enumerate(line)
            if char in kinds
        ]
        if not is_nfc:
            found += [
                (start, sequence, "not NFC")
                for start, sequence in _sequences(line)
                if not unicodedata.is_normalized("NFC", sequence)
            ]
        findings += [
            _finding(number, start + 1, chars, kind)
            for start, chars, kind in sorted(found)
        ]
    return findings


def _kinds_in(text: str) -> dict[str, str]:
    """Return the kind of each suspicious character that text contains."""
    return {
        char: KINDS[category]
        for char in set(text) - ORDINARY
        if (category := unicodedata.category(char)) in KINDS
    }


def _sequences(line: str) -> list[tuple[int, str]]:
    """Cut line into the pieces that normalization treats one by one.

    Return each piece with the index where it starts.
    """
    pieces = []
    start = 0
    for end in range(1, len(line) + 1):
        piece = line[start:end]
        if end == len(line) or not _continues(piece, line[end]):
            pieces.append((start, piece))
            start = end
    return pieces


def _continues(piece: str, char: str) -> bool:
    """Tell whether normalization may join or reorder piece and char."""
    if char.isascii():
        return False
    if unicodedata.combining(char):
        return True
    # Letters of Hangul, and vowel signs of India, join without being marks.
    apart = [unicodedata.normalize("NFC", part) for part in (piece, char)]
    return unicodedata.normalize("NFC", piece + char) != "".join(apart)


def _finding(line: int, column: int, chars: str, kind: str) -> Finding:
    return Finding(
        line=line,
        column=column,
        code_points=" ".join(f"U+{ord(char):04X}" for char in chars),
        kind=kind,
        name=" + ".join(unicodedata.name(char, f"<{kind}>") for char in chars),
    )
