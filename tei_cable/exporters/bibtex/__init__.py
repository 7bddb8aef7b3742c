"""BibTeX."""

from collections.abc import Iterator, Sequence

from tei_cable.exporters import Exporter
from tei_cable.model import Cable
from tei_cable.render.record import Person, Record, distinct, records

_ESCAPED = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " ",
})  # fmt: skip


class BibTex(Exporter):
    """References for LaTeX (BibTeX and biblatex): `@misc`, the type of a letter that is not printed."""

    suffix = ".bib"
    takes = "many"
    loses = ("text", "notes", "page marks", "names", "references", "corrections", "doubts", "entities", "copies")
    tested = "braces balance and keys differ with hostile text; title, author and date read again"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The entries."""
        found = records(cables)
        return "\n".join(_entry(key, r) for key, r in zip(distinct([_key(r.key) for r in found]), found, strict=True)).encode()


def _key(name: str) -> str:
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_.:")) or "telegram"


def _entry(key: str, r: Record) -> str:
    fields = ",\n".join(f"  {name} = {{{said}}}" for name, said in _fields(r) if said)
    return f"@misc{{{key},\n{fields}\n}}\n"


def _fields(r: Record) -> Iterator[tuple[str, str]]:
    yield "entrysubtype", "telegram"
    yield "title", f"{{{_escape(r.title)}}}"
    yield "author", " and ".join(_name(p) for p in r.senders)
    yield "translator", " and ".join(f"{{{_escape(t)}}}" for t in r.translators)
    to = ", ".join(p.name for p in r.recipients)
    yield "howpublished", _escape("; ".join(filter(None, (f"Telegram {r.number}".strip(), to and f"to {to}"))))
    yield "date", r.date
    yield "year", r.date[:4] if r.date[:4].isdigit() else ""
    yield "address", _escape(r.place)
    yield "publisher", _escape(r.publisher)
    yield "library", _escape(r.kept)
    yield "abstract", _escape(r.abstract)
    yield "langid", r.language
    yield "url", r.address.translate({ord("{"): "%7B", ord("}"): "%7D", ord("\\"): "%5C"})


def _name(p: Person) -> str:
    # a name in braces is not taken apart at its blanks
    return f"{_escape(p.family)}, {_escape(p.given)}" if p.family and p.given else f"{{{_escape(p.name)}}}"


def _escape(text: str) -> str:
    return text.translate(_ESCAPED)


part = BibTex()
