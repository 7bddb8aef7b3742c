"""Tools whose demands are known, each with what `export` writes for it. The demands are the rules that name the tool (`tei_cable.rules`)."""

from collections.abc import Mapping, Sequence

TOOLS: Mapping[str, str] = {
    "ceteicean": "--profile ceteicean",
    "correspsearch": "--to cmif",
    "evt2": "--profile evt2",
    "evt3": "--profile evt3",
    "frus": "--profile frus",
    "leaf-writer": "--profile leaf-writer",
    "tei-publisher": "--profile tei-publisher",
    "teitok": "--profile teitok",
    "voyant": "--profile voyant",
}


class UnknownTool(ValueError):
    """There is no tool of that name. The message names those that there are."""


def asked(schema: Sequence[str] | None, tool: str) -> Sequence[str]:
    """The schemas to apply: ours when none is given, but not for a tool, whose files need not follow it."""
    return schema if schema is not None else () if tool else ("cable",)


def mends(tool: str) -> str:
    """The sentence that says what writes TEI for the tool."""
    return f"`tei-cable export {TOOLS[tool]}` mends it."
