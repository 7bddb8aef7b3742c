"""A telegram as plain text: what its page says of it, its blocks, its notes."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Cable
from tei_cable.render.facts import value
from tei_cable.render.view import Anchor, Inline, NoteView, Tag, read

_LABELLED = (("citation", "Citation"), ("abstract", "Summary"), ("credit", "Credits"))


def document(cable: Cable) -> str:
    """The page's facts where there are any, then the telegram."""
    view = read(cable)
    blocks: list[str] = []
    run = ""
    for line in view.lines:
        kind = line.block.kind
        said = f"[Page {line.block.attrs.get('n', '')}]" if kind.endswith("pb") else _inline(line.inner).strip()
        if not said:
            continue
        if run and (kind == run == "opener/seg" or (kind.startswith("closer/") and run.startswith("closer/"))):
            blocks[-1] += f"\n{said}"
        else:
            blocks.append(said)
        run = kind
    notes = [_note(n) for n in view.notes()]
    return "\n\n".join([*_page(cable), *blocks, *(["\n".join(notes)] if notes else [])]) + "\n"


def _page(cable: Cable) -> Iterator[str]:
    """The labels of an archive's page: date and title above them, languages below."""
    if not any(value(cable, name) for name, _ in _LABELLED):
        return
    yield from (said for name in ("created", "title") if (said := value(cable, name)))
    for name, label in _LABELLED:
        if said := value(cable, name):
            yield f"{label}:\n\n{said}"
    translated, original = ([f.value for f in cable.fields if f.name == "language"] + ["", ""])[:2]
    if original:
        yield f"Original Language:\n\n{original}"
    yield f"Contents:\n\n{translated}" if translated.startswith("Translation") else "Contents:"


def _note(n: NoteView) -> str:
    return f"[{n.note.n}] {_inline(n.inner)}"


def _inline(inner: Sequence[Inline]) -> str:
    out = ""
    for node in inner:
        if isinstance(node, str):
            out += node
        elif isinstance(node, Anchor):
            # a note whose place was inferred had no marker
            out += "" if node.note.cert else f"[{node.note.n}]"
        else:
            out += _tag(node)
    return out


def _tag(node: Tag) -> str:
    m = node.mention
    if m.kind == "pb":
        return f"[Page {m.attrs.get('n', '')}]"
    if m.kind == "ptr":
        return f"<{m.attrs.get('target', '')}>"
    return f"\n{_inline(node.inner)}\n" if m.kind == "fw" else _inline(node.inner)
