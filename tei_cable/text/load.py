"""Bytes to `Source`: decoding, line ends, and the characters that XML forbids."""

import hashlib

from tei_cable.model import Code, Diagnostic, Severity, Source, Span
from tei_cable.text.regex import regex

EMPTY = Code("T001", "empty", Severity.ERROR)
BINARY = Code("T002", "binary", Severity.ERROR)
DECODED = Code("T003", "not-utf-8", Severity.WARNING)
FORBIDDEN = Code("T004", "forbidden-character", Severity.WARNING)

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MARKED = frozenset(encoding for _, encoding in BOMS)
# What XML 1.0 has no way to write; form feed and vertical tab are line ends of old printers.
NOT_XML = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = {"\x0b": "\n", "\x0c": "\n"}


class Unreadable(ValueError):
    """The bytes are not a text. `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic):
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def load(data: bytes, path: str | None = None) -> tuple[Source, list[Diagnostic]]:
    """Decode a file: UTF-8, UTF-16 with a byte order mark, else Windows-1252. Raises Unreadable for empty and binary files."""
    text, encoding = _decode(data)
    odd = NOT_XML.search(text) is not None
    if odd and encoding not in _MARKED and _is_binary(text[:4096]):
        raise Unreadable(BINARY.at(None, "The file is not plain text (it looks binary).", "Give a plain-text file; export documents as text first."))
    found: list[Diagnostic] = []
    if encoding == "cp1252":
        found.append(DECODED.at(None, "The file is not UTF-8; it was read as Windows-1252.", "Save it as UTF-8 if letters look wrong."))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if odd:
        first = next(NOT_XML.finditer(text))
        bad = sorted({f"U+{ord(c):04X}" for c in NOT_XML.findall(text)})
        text = NOT_XML.sub(lambda m: LINE_ENDS.get(m[0], "\ufffd"), text)
        found.append(
            FORBIDDEN.at(
                Span(*first.span()),
                f"XML cannot hold {', '.join(bad)}: form feeds were read as line ends, the others as U+FFFD.",
                "Remove them from the file if they mean nothing.",
            )
        )
    if not text.strip():
        raise Unreadable(EMPTY.at(None, "The file holds no text.", "Give a file with a telegram in it."))
    return Source(text, path, hashlib.sha256(data).hexdigest(), encoding), found


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"


def _is_binary(front: str) -> bool:
    """Whether the first characters of a file are those of no text; a stray one makes no binary file, however short."""
    controls = len(NOT_XML.findall(front)) - front.count("\x0c")
    return controls > 4 and controls * 20 > len(front)
