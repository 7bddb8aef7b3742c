"""The blocks of a telegram as Markdown, every sign of which stands for itself."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Cable
from tei_cable.render.facts import facts, title
from tei_cable.render.view import Anchor, Inline, Line, Tag, View, read
from tei_cable.tei.names import CHOICES
from tei_cable.text.regex import regex

_SIGNS = regex(r"[\\`*_\[\]<>&#~|^$:@!]")
# What begins a list, a rule or a heading when it begins a line.
_OPENING = regex(r"(\s*)(?:([-+=])|(\d+)([.)]))")


def document(cable: Cable) -> str:
    """Title, facts, text and notes."""
    view = read(cable)
    parts = [f"# {escape(title(cable))}", *_facts(cable), *(b for line in view.lines for b in _block(line)), *_notes(view)]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text in which no sign is markup, at the beginning of a line either."""
    text = _SIGNS.sub(r"\\\g<0>", text.replace("\n", " "))
    if m := _OPENING.match(text):
        at = m.start(2) if m[2] else m.start(4)
        text = f"{text[:at]}\\{text[at:]}"
    return text


def _facts(cable: Cable) -> Iterator[str]:
    rows = [f"- {f.label}: {escape(f.value)}" for f in facts(cable) if f.name != "title"]
    if rows:
        yield "\n".join(rows)


def _block(line: Line) -> Iterator[str]:
    kind = line.block.kind.rpartition("/")[2]
    if kind == "pb":
        yield f"\\[p. {escape(line.block.attrs.get('n', ''))}\\]"
    elif text := _inline(line.inner).strip():
        yield f"{'> ' if line.block.within else ''}{'## ' if kind == 'head' else ''}{text}"


def _inline(inner: Sequence[Inline], *, first: bool = True) -> str:
    out = ""
    for node in inner:
        if isinstance(node, str):
            out += escape(node.lstrip() if first and not out else node)
        elif isinstance(node, Anchor):
            out += f"[^{_label(node.id)}]"
        else:
            out += _tag(node)
    return out


def _tag(node: Tag) -> str:
    m = node.mention
    if m.kind == "pb":
        return f"\\[p. {escape(m.attrs.get('n', ''))}\\]"
    if m.kind == "ptr":
        return escape(m.attrs.get("target", ""))
    added = f" \\[{escape(m.attrs[CHOICES[m.kind]])}\\]" if m.kind in CHOICES else ""
    return _inline(node.inner, first=False) + added


def _notes(view: View) -> Iterator[str]:
    notes = list(view.notes())
    # a program that numbers footnotes anew gives these other numbers: the printed ones stand in the notes then
    plain = [n.note.n for n in notes] == [str(i) for i in range(1, len(notes) + 1)]
    for n in notes:
        printed = "" if plain else f"\\[{escape(n.note.n)}\\] "
        yield f"[^{_label(n.id)}]: {printed}{_inline(n.inner)}"
    if view.lost:
        yield "Notes without a place: " + " ".join(f"[^{_label(n.id)}]" for n in view.lost)


def _label(id_: str) -> str:
    return id_.removeprefix("fn")


