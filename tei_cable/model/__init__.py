"""The frozen types that every other room speaks of. This package imports nothing of ours."""

from tei_cable.model.cable import Attrs, Block, Cable, Field, Furniture, Mention, Note, Source, Span
from tei_cable.model.diagnostic import Code, Diagnostic, Fix, Severity
from tei_cable.model.entity import Entity

__all__ = [
    "Attrs",
    "Block",
    "Cable",
    "Code",
    "Diagnostic",
    "Entity",
    "Field",
    "Fix",
    "Furniture",
    "Mention",
    "Note",
    "Severity",
    "Source",
    "Span",
]
