"""What the fields of the archive's export say, added to the facts of the telegram, and where the two contradict one another."""

from collections.abc import Iterator, Sequence

from tei_cable.model import Code, Diagnostic, Field, Severity, Span
from tei_cable.readers.teletype.facts import Facts, telegrams
from tei_cable.readers.teletype.frame import Attribute
from tei_cable.readers.teletype.marks import CAVEATS, CLASS
from tei_cable.text.dates import when
from tei_cable.text.layout import phrase
from tei_cable.text.regex import regex

OTHER_DATE = Code("H121", "contradictory-date", Severity.WARNING)
OTHER_NUMBER = Code("H122", "contradictory-number", Severity.WARNING)
OTHER_CLASS = Code("H123", "contradictory-classification", Severity.WARNING)
OTHER_POST = Code("H124", "contradictory-post", Severity.WARNING)
OTHER_SUBJECT = Code("H125", "contradictory-subject", Severity.INFO)
NO_CLASS = Code("H126", "no-classification", Severity.INFO)
NO_TEXT = Code("H127", "no-message-text", Severity.WARNING)

_NUMBER = regex(r"(?P<year>19[67]\d)(?P<station>[A-Z' ]*[A-Z])(?P<n>\d{4,6})")
_LETTERS = regex(r"[^A-Z0-9]+")
_POSTS = regex(r"[^\n,;|]*[^\s,;|][^\n,;|]*")
_CLASS, _CAVEAT = regex(CLASS), regex(CAVEATS)
_DAY = 10
# Characters of a station's short name: "ABIDJA" for Abidjan.
_SHORT = 6
_DEPARTMENT = ("STATE", "SECSTATE WASHDC")
_HINT = "Compare the two places; nothing was changed."


def add(text: str, attributes: Sequence[Attribute], made: Facts) -> list[Diagnostic]:
    """Fill the facts up from the attributes; what the telegram says counts first. The findings are the contradictions."""
    given = {a.key: a.value for a in attributes if a.value.start < a.value.end}
    found: list[Diagnostic] = []
    for key, reader in _READERS.items():
        if key in given:
            found += reader(text, key, given[key], made)
    if "Locator" in given and "TEXT ON-LINE" not in text[slice(*given["Locator"])]:
        found.append(NO_TEXT.at(given["Locator"], "The export says that the text of the telegram is not on-line.", "Look for it on microfilm."))
    return found


def _document(text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    """The export's number of the document: year, station, number."""
    made.add("document", span, key)
    said, own = _NUMBER.fullmatch(text, *span), made.first("number")
    if said is None:
        return
    if own is None:
        made.fields.append(Field("number", said["n"], Span(*said.span("n")), key))
    elif own.value.isdigit() and int(own.value) != int(said["n"]):
        yield OTHER_NUMBER.at(own.span, f"The telegram has the number {own.value}, the export {said['n']}.", _HINT)
    sent = made.first("sent/date")
    if sent and sent.attrs.get("when", "")[:4] not in ("", said["year"]):
        yield OTHER_DATE.at(span, f"The telegram was sent in {sent.attrs['when'][:4]}, its number in the export is of {said['year']}.", _HINT)


def _date(text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    """Date of drafting or sending."""
    attrs = when(phrase(text, *span).capitalize()) or when(phrase(text, *span).title())
    day = attrs.get("when", "")
    sent = made.first("sent/date")
    if len(day) < _DAY:
        return
    if sent is None:
        made.fields += [Field("created", phrase(text, *span), span, key, attrs), Field("sent/date", "", None, key, attrs)]
    elif sent.attrs["when"][:_DAY] != day:
        made.fields.append(Field("sent/date", phrase(text, *span), span, key, attrs))
        created = made.first("created")
        message = f"The {created.origin if created else 'telegram'} says {sent.attrs['when'][:_DAY]}, the export's “{key}” {day}."
        yield OTHER_DATE.at(created.span if created else span, message, _HINT)
    else:
        i = made.fields.index(sent)
        made.fields[i] = Field(sent.name, sent.value, sent.span, f"{sent.origin}; {key}", sent.attrs)


def _class(text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    words = phrase(text, *span)
    own = made.first("class")
    if not _CLASS.fullmatch(words):
        yield NO_CLASS.at(span, f"“{words}” in “{key}” is no classification.", "The telegram's own line counts.")
        return
    if own and _same_class(own.value, words):
        made.add("class", span, key, value=own.value)
        return
    made.add("class", span, key)
    if own:
        yield OTHER_CLASS.at(own.span, f"The telegram is classified {own.value}, the export's “{key}” is {words}.", _HINT)


def _same_class(a: str, b: str) -> bool:
    return a == b or {a, b} <= {"UNCLAS", "UNCLASSIFIED"}


def _caveats(text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    for m in _CAVEAT.finditer(text, *span):
        made.add("caveat", Span(*m.span()), key)
    yield from ()


def _post(action: str, text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    """A post by its short name; it is one of the telegram's own, or it is added."""
    name = f"{action}/orgName"
    known = [f for f in made.fields if f.name == name]
    for m in _POSTS.finditer(text, *span):
        words = m[0].strip()
        at = m.start() + m[0].index(words)
        same = next((f for f in known if _same_post(f.value, words)), None)
        if same:
            made.add(name, span, key, value=same.value)
            continue
        made.fields.append(Field(name, phrase(words, 0, len(words)), Span(at, at + len(words)), key))
        if known:
            posts = ", ".join(f.value for f in known)
            yield OTHER_POST.at(known[0].span, f"The telegram names {posts}, the export's “{key}” {words}.", _HINT)


def _same_post(long: str, short: str) -> bool:
    """Whether a station's short name ("ABIDJA") is that of a post ("AMEMBASSY ABIDJAN")."""
    if short.startswith(_DEPARTMENT[0]):
        return long.startswith("SECSTATE") or "DEPARTMENT" in long
    whole, part = _LETTERS.sub("", long), _LETTERS.sub("", short)
    return part[:_SHORT] in whole


def _subject(text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    own = made.first("title")
    if own is None:
        made.add("title", span, key)
        return
    a, b = _LETTERS.sub("", own.value.upper()), _LETTERS.sub("", text[slice(*span)].upper())
    # the export cuts long subjects
    if a.startswith(b) or b.startswith(a):
        made.add("title", span, key, value=own.value)
    else:
        yield OTHER_SUBJECT.at(span, "The subject in the export is not that of the telegram.", "The telegram's own is the title.")


def _references(text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    known = {(f.value.split()[0], int(f.attrs["n"])) for f in made.fields if f.name == "cites" and f.attrs["n"].isdigit()}
    for m in telegrams(text, span):
        if (m.evidence.split()[0], int(m.attrs["n"])) not in known:
            made.fields.append(Field("cites", f"{m.evidence} {m.attrs['n']}", None, key, {"n": m.attrs["n"]}))
    yield from ()


def _drafter(text: str, key: str, span: Span, made: Facts) -> Iterator[Diagnostic]:
    words = text[slice(*span)].split(":")
    name = (words[1] if len(words) > 1 else words[0]).strip()
    if name and not any(f.name == "drafted" for f in made.fields):
        made.fields.append(Field("drafted", phrase(name, 0, len(name)), span, key))
    yield from ()


_READERS = {
    "Document Number": _document,
    "Draft Date": _date,
    "Sent Date": _date,
    "Original Classification": _class,
    "Handling Restrictions": _caveats,
    "Original Handling Restrictions": _caveats,
    "From": lambda *args: _post("sent", *args),
    "To": lambda *args: _post("received", *args),
    "Subject": _subject,
    "Reference": _references,
    "Drafter": _drafter,
}
