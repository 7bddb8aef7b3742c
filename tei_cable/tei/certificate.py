"""The fidelity certificate as JSON: whoever has the two files can check it again, with this module or in twenty lines of any language.

The source is its text decoded, with line ends as line feeds and characters that XML forbids replaced one for one; the text of the TEI the character
data of its element `text`, in document order, without what stands in `corr`, `expan` and `reg` (comments and processing instructions aside). Offsets
count characters, from 0, the end not included. Then:

- `runs`: the words from `source` to `sourceEnd` are those from `tei` to `teiEnd`, a run of white space counting as one blank;
- `changes`: what stands at `start` to `end` of the source is not text of the TEI: what it is (`kind`) and what it became;
- every character of both texts that is no white space lies in exactly one run, or, of the source, in a change.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lxml import etree

from tei_cable.model import Source, Span
from tei_cable.tei.flow import ADDED, is_numbered
from tei_cable.tei.parse import read_tree
from tei_cable.tei.verify import Certificate, verify

Json = dict[str, Any]
_BLANK = frozenset(" \t\r\n\x85\u2028\u2029")
# Changes that are about white space alone.
_LAYOUT = frozenset({"joined paragraph", "line end"})
FORM = 1


class Run(NamedTuple):
    """Words that are the same in the source and in the text of the TEI."""

    source: int
    source_end: int
    tei: int
    tei_end: int


def text_of(root: etree._Element) -> tuple[str, Sequence[int]]:
    """The text of a TEI document, as the certificate counts it, and for each character the number of the note that it stands in (-1: none)."""
    words: list[str] = []
    owners: list[int] = []
    stack, notes = [-1], 0
    text = root.find("{*}text")
    walk = etree.iterwalk(text, events=("start", "end", "comment", "pi")) if text is not None else ()
    for event, e in walk:
        kind = etree.QName(e).localname if event in ("start", "end") else ""
        if event == "start" and kind in ADDED:
            walk.skip_subtree()  # type: ignore[union-attr]
            continue
        if event == "start":
            if is_numbered(e, kind):
                stack.append(notes)
                notes += 1
            piece = e.text or ""
        else:
            if kind not in ADDED and is_numbered(e, kind):
                stack.pop()
            piece = (e.tail or "") if e is not text else ""
        words.append(piece)
        owners += [stack[-1]] * len(piece)
    return "".join(words), owners


def runs(certificate: Certificate, root: etree._Element) -> list[Run]:
    """The offset map of a faithful TEI file; empty when there is none, since the words differ."""
    source = certificate.source.text
    owner = [-1] * len(source)
    for i, span in enumerate(certificate.notes):
        if span:
            owner[span.start : span.end] = [i] * (span.end - span.start)
    for change in certificate.changes:
        if change.kind not in _LAYOUT:
            owner[change.span.start : change.span.end] = [-2] * (change.span.end - change.span.start)
    text, owners = text_of(root)
    here, there = _by_owner(source, owner), _by_owner(text, owners)
    here.pop(-2, None)
    if here.keys() != there.keys() or any([c for _, c in here[k]] != [c for _, c in there[k]] for k in here):
        return []
    return sorted(run for k in here for run in _joined(source, text, [(a, b) for (a, _), (b, _) in zip(here[k], there[k], strict=True)]))


def _by_owner(text: str, owner: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for i, c in enumerate(text):
        if c not in _BLANK:
            found.setdefault(owner[i], []).append((i, c))
    return found


def _joined(source: str, tei: str, pairs: Sequence[tuple[int, int]]) -> Iterator[Run]:
    """Neighbouring characters as runs: together in both texts, or apart by white space in both."""
    first = last = pairs[0]
    for pair in pairs[1:]:
        a, b = source[last[0] + 1 : pair[0]], tei[last[1] + 1 : pair[1]]
        if bool(a) != bool(b) or not _BLANK.issuperset(a) or not _BLANK.issuperset(b):
            yield Run(first[0], last[0] + 1, first[1], last[1] + 1)
            first = pair
        last = pair
    yield Run(first[0], last[0] + 1, first[1], last[1] + 1)


def as_json(certificate: Certificate) -> Json:
    """A certificate as plain data."""
    root = read_tree(certificate.tei)
    source = certificate.source
    return {
        "certificate": FORM,
        "faithful": certificate.ok,
        "source": {"sha256": source.sha256, "encoding": source.encoding, "characters": len(source.text)},
        "tei": {"sha256": certificate.tei_sha256, "characters": len(text_of(root)[0])},
        "runs": [{"source": r.source, "sourceEnd": r.source_end, "tei": r.tei, "teiEnd": r.tei_end} for r in runs(certificate, root)],
        "changes": [
            {"kind": c.kind, **_place(c.span), **({"became": c.became} if c.became else {}), **({"count": c.count} if c.count > 1 else {})}
            for c in certificate.changes
        ],
        "findings": [{"code": d.code, "message": d.message, **(_place(d.span) if d.span else {})} for d in certificate.diagnostics],
    }


def _place(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def recheck(held: Mapping[str, Any], source: Source, tei: bytes) -> list[str]:
    """What is wrong with a certificate for these two files, in sentences; nothing if it holds. Raises etree.XMLSyntaxError."""
    try:
        return list(_wrong(held, source, tei))
    except (KeyError, TypeError, ValueError, IndexError) as e:
        return [f"this is not a certificate of the form {FORM} ({type(e).__name__}: {e})"]


def _wrong(held: Mapping[str, Any], source: Source, tei: bytes) -> Iterator[str]:
    if held["certificate"] != FORM:
        yield f"the certificate has the form {held['certificate']}, and the form {FORM} is known here"
        return
    if held["source"]["sha256"] != source.sha256:
        yield "the certificate is of another source (the SHA-256 differ)"
    if held["tei"]["sha256"] != hashlib.sha256(tei).hexdigest():
        yield "the certificate is of another TEI file (the SHA-256 differ)"
    if not held["faithful"]:
        yield "the certificate says that the TEI is not faithful"
        return
    yield from _unmapped(held, source, text_of(read_tree(tei))[0])
    # the map says that the words agree; whether what left the text may leave it is for the walk to say
    claimed = [(c["kind"], c["start"], c["end"]) for c in held["changes"]]
    if claimed != [(c.kind, *c.span) for c in verify(source, tei).changes]:
        yield "the changes are not those that this check finds"


def _unmapped(held: Mapping[str, Any], source: Source, text: str) -> Iterator[str]:
    """Where the runs do not agree with the two texts, or leave words out."""
    left = [list(source.text), list(text)]
    for r in held["runs"]:
        a, b = source.text[r["source"] : r["sourceEnd"]], text[r["tei"] : r["teiEnd"]]
        if a.split() != b.split() or not a:
            yield f"the words differ: “{a[:40]}” in the source, “{b[:40]}” in the TEI"
        for rest, start, end in ((left[0], r["source"], r["sourceEnd"]), (left[1], r["tei"], r["teiEnd"])):
            rest[start:end] = " " * (end - start)
    for c in held["changes"]:
        if c["kind"] not in _LAYOUT:
            left[0][c["start"] : c["end"]] = " " * (c["end"] - c["start"])
    for name, rest in (("source", left[0]), ("TEI", left[1])):
        if lost := "".join(rest).split():
            yield f"the {name} has words in no run: “{' '.join(lost)[:60]}”"
