"""Opening a file to check it: whatever it holds, there is a document or a finding, within bounded time and memory."""

import os
from pathlib import Path

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document
from tei_cable.tei.faults import MALFORMED
from tei_cable.tei.parse import EntitiesDeclared, read_tree

ENTITIES = Code("F008", "entities-declared", Severity.ERROR)
TOO_LARGE = Code("F009", "too-large", Severity.ERROR)
# A tree takes some eight times the bytes of its file.
LARGEST = 100_000_000
_MEND = "Mend it by hand, or convert the telegram anew."


def opened(data: bytes, path: str | None = None) -> Document | Diagnostic:
    """The document that a file holds, or the finding for which it holds none."""
    if len(data) > LARGEST:
        return too_large(len(data))
    # in UTF-16 each letter has a zero beside it
    if b"<!ENTITY" in (data.replace(b"\0", b"") if b"\0" in data[:4] else data):
        return _entities()
    try:
        return Document(read_tree(data), path, data=data)
    except EntitiesDeclared:
        return _entities()
    except etree.XMLSyntaxError as e:
        line, column = e.position if e.position[0] else (1, 1)
        said = " ".join((e.msg or "there is no element").split()).removesuffix(f", line {line}, column {column}")
        return MALFORMED.at(None, f"The file is not well-formed XML: {said}.", _MEND, line=line, column=column)


def _entities() -> Diagnostic:
    hint = "Put the characters themselves, or xi:include what the entities stand for before the file is checked."
    return ENTITIES.at(None, "The file declares entities of its own, which are not read here: they can stand for anything.", hint)


def opened_file(path: str) -> Document | Diagnostic:
    """The document in a file, which is not read when it is too large. Raises OSError."""
    with Path(path).open("rb") as f:
        if (size := os.fstat(f.fileno()).st_size) > LARGEST:
            return too_large(size)
        # a pipe does not tell its size
        return opened(f.read(size + 1 if size else LARGEST + 1), path)


def too_large(size: int) -> Diagnostic:
    """The finding for a file of that many bytes."""
    message = f"The file has {size // 1_000_000} MB, and files of more than {LARGEST // 1_000_000} MB are not checked."
    return TOO_LARGE.at(None, message, "Check its parts one by one.")
