"""Elements of WordprocessingML."""

from typing import Any


def new(name: str) -> Any:
    """An element."""
    from docx.oxml import OxmlElement

    return OxmlElement(f"w:{name}")


def sub(parent: Any, name: str) -> Any:
    """An element at the end of another."""
    made = new(name)
    parent.append(made)
    return made


def qualified(name: str) -> str:
    """The name of an attribute with its namespace."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))
