"""The TEI header of a cable: fields in their slots.

A field's name is its slot: `SLOTS` says where each stands. The order of fields within one slot is kept.
"""

from collections.abc import Callable, Iterable, Mapping

from tei_cable import __version__
from tei_cable.model import Cable, Field
from tei_cable.tei.names import RESP
from tei_cable.tei.xml import attributes, element, escape

# Field name -> where its words stand below teiHeader. `tei.parse` reads by the same table.
SLOTS: Mapping[str, str] = {
    "title": "fileDesc/titleStmt/title",
    "author": "fileDesc/titleStmt/author/persName",
    "translator": "fileDesc/titleStmt/editor[@role='translator']/persName",
    "funder": "fileDesc/titleStmt/funder",
    "publisher": "fileDesc/publicationStmt/publisher",
    "uri": "fileDesc/publicationStmt/idno[@type='URI']",
    "document": "fileDesc/publicationStmt/idno[@type='document']",
    "rights": "fileDesc/publicationStmt/availability/p",
    "credit": "fileDesc/notesStmt/note[@type='credit']",
    "citation": "fileDesc/sourceDesc/bibl[@type='citation']",
    "institution": "fileDesc/sourceDesc/msDesc/msIdentifier/institution",
    "repository": "fileDesc/sourceDesc/msDesc/msIdentifier/repository",
    "collection": "fileDesc/sourceDesc/msDesc/msIdentifier/collection",
    "shelfmark": "fileDesc/sourceDesc/msDesc/msIdentifier/idno",
    "drafted": "fileDesc/sourceDesc/bibl[@type='source']/respStmt[resp='drafted']/name",
    "cleared": "fileDesc/sourceDesc/bibl[@type='source']/respStmt[resp='cleared']/name",
    "approved": "fileDesc/sourceDesc/bibl[@type='source']/respStmt[resp='approved']/name",
    "abstract": "profileDesc/abstract/p",
    "created": "profileDesc/creation/date",
    "language": "profileDesc/langUsage/language",
    "class": "profileDesc/textClass/classCode[@scheme='#classification']",
    "precedence": "profileDesc/textClass/classCode[@scheme='#precedence']",
    "caveat": "profileDesc/textClass/classCode[@scheme='#caveat']",
    **{
        f"{action}/{part}": f"profileDesc/correspDesc/correspAction[@type='{action}']/{part}"
        for action in ("sent", "received", "forwarded")
        for part in ("persName", "roleName", "orgName", "placeName", "date")
    },
    "cites": "profileDesc/correspDesc/correspContext/ref",
}
OFFICERS = ("drafted", "cleared", "approved")
SCHEMES = {"class": "classification", "precedence": "precedence", "caveat": "caveat"}
NO_TITLE = "Untitled telegram"
NO_RIGHTS = "The source states no rights."
_NORMALIZATION = (
    "Every character of the source stands in the text in source order; note markers, page marks and line layout are replaced by markup. "
    "Square brackets and quotation marks are kept as characters."
)
_INTERPRETATION = (
    "Names, dates, references and offices were tagged automatically by tei-cable; @cert marks what an editor should check, and @resp what the "
    "program added to the text or placed by inference."
)
_TAXONOMIES = {
    "classification": "Security classification as the source states it",
    "precedence": "Precedence of transmission as the source states it",
    "caveat": "Distribution caveat as the source states it",
}

Slots = Mapping[str, list[Field]]


def header(cable: Cable, citation: str) -> str:
    """The `teiHeader`; `citation` is the citation's inline markup, already written."""
    slots: dict[str, list[Field]] = {}
    for f in cable.fields:
        # the parts of a correspAction keep their order: a party's role follows its name
        slots.setdefault(f.name.partition("/")[0], []).append(f)
    parts = [
        "  <teiHeader>\n    <fileDesc>\n",
        *_title_stmt(slots),
        *_publication_stmt(slots),
        *_notes_stmt(slots),
        *_source_desc(slots, citation, cable.source.sha256),
        "    </fileDesc>\n",
        *_encoding_desc(slots),
        *_profile_desc(slots),
        "  </teiHeader>\n",
    ]
    return "".join(parts)


def _each(slots: Slots, name: str, write: Callable[[Field], str], indent: int) -> Iterable[str]:
    pad = " " * indent
    return (f"{pad}{write(f)}\n" for f in slots.get(name, ()))


def _write(f: Field, name: str, extra: Mapping[str, str]) -> str:
    return element(name, f.value, {**extra, **{k: f"#{v}" if k == "ref" else v for k, v in f.attrs.items()}})


def _plain(name: str, **extra: str) -> Callable[[Field], str]:
    return lambda f: _write(f, name, extra)


def _wrapped(outer: str, inner: str, **attrs: str) -> Callable[[Field], str]:
    return lambda f: f"<{outer}{attributes(attrs)}>{_write(f, inner, {})}</{outer}>"


def _title_stmt(slots: Slots) -> Iterable[str]:
    yield "      <titleStmt>\n"
    yield from _each(slots, "title", _plain("title"), 8) if "title" in slots else (f"        <title>{NO_TITLE}</title>\n",)
    yield from _each(slots, "author", _wrapped("author", "persName"), 8)
    yield from _each(slots, "translator", _wrapped("editor", "persName", role="translator"), 8)
    yield from _each(slots, "funder", _plain("funder"), 8)
    yield f'        <respStmt xml:id="{RESP[1:]}"><resp>automatic encoding</resp><name>tei-cable</name></respStmt>\n'
    yield "      </titleStmt>\n"


def _publication_stmt(slots: Slots) -> Iterable[str]:
    yield "      <publicationStmt>\n"
    # an agency must come first; an empty one says that the source names none
    yield from _each(slots, "publisher", _plain("publisher"), 8) if "publisher" in slots else ("        <publisher/>\n",)
    yield from _each(slots, "uri", _plain("idno", type="URI"), 8)
    yield from _each(slots, "document", _plain("idno", type="document"), 8)
    for f in slots.get("rights", [Field("rights", NO_RIGHTS, attrs={"status": "unknown"})]):
        yield f"        <availability{attributes(f.attrs)}><p>{escape(f.value)}</p></availability>\n"
    yield "      </publicationStmt>\n"


def _notes_stmt(slots: Slots) -> Iterable[str]:
    notes = "".join(_plain("note", type="credit")(f) for f in slots.get("credit", ()))
    if notes:
        yield f"      <notesStmt>{notes}</notesStmt>\n"


def _source_desc(slots: Slots, citation: str, sha256: str) -> Iterable[str]:
    yield "      <sourceDesc>\n"
    if citation:
        yield f'        <bibl type="citation">{citation}</bibl>\n'
    shelf = [
        _plain(tag)(f)
        for name, tag in (("institution", "institution"), ("repository", "repository"), ("collection", "collection"), ("shelfmark", "idno"))
        for f in slots.get(name, ())
    ]
    if shelf:
        yield f"        <msDesc><msIdentifier>{''.join(shelf)}</msIdentifier></msDesc>\n"
    officers = "".join(
        f"<respStmt>{element('resp', name)}{_write(f, 'name', {})}</respStmt>" for name in OFFICERS for f in slots.get(name, ())
    )
    yield f'        <bibl type="source"><idno type="SHA-256">{sha256}</idno>{officers}</bibl>\n'
    yield "      </sourceDesc>\n"


def _encoding_desc(slots: Slots) -> Iterable[str]:
    yield "    <encodingDesc>\n"
    yield f'      <appInfo><application ident="tei-cable" version="{__version__}"><label>tei-cable</label></application></appInfo>\n'
    yield "      <editorialDecl>\n"
    yield f"        <normalization><p>{_NORMALIZATION}</p></normalization>\n"
    yield f"        <interpretation><p>{_INTERPRETATION}</p></interpretation>\n"
    yield "      </editorialDecl>\n"
    used = [scheme for name, scheme in SCHEMES.items() if name in slots]
    if used:
        yield "      <classDecl>\n"
        yield from (f'        <taxonomy xml:id="{s}"><desc>{_TAXONOMIES[s]}</desc></taxonomy>\n' for s in used)
        yield "      </classDecl>\n"
    yield "    </encodingDesc>\n"


def _profile_desc(slots: Slots) -> Iterable[str]:
    yield "    <profileDesc>\n"
    yield from _each(slots, "abstract", _wrapped("abstract", "p"), 6)
    yield from _each(slots, "created", _wrapped("creation", "date"), 6)
    languages = "".join(_plain("language")(f) for f in slots.get("language", ()))
    if languages:
        yield f"      <langUsage>{languages}</langUsage>\n"
    codes = [_write(f, "classCode", {"scheme": f"#{scheme}"}) for name, scheme in SCHEMES.items() for f in slots.get(name, ())]
    if codes:
        yield f"      <textClass>{''.join(codes)}</textClass>\n"
    actions = [a for kind in ("sent", "received", "forwarded") for a in _action(slots, kind)]
    cites = [_write(f, "ref", {"type": "telegram"}) for f in slots.get("cites", ())]
    if actions or cites:
        yield "      <correspDesc>\n"
        yield from actions
        if cites:
            yield f"        <correspContext>{''.join(cites)}</correspContext>\n"
        yield "      </correspDesc>\n"
    yield "    </profileDesc>\n"


def _action(slots: Slots, kind: str) -> Iterable[str]:
    parties = slots.get(kind)
    if parties:
        yield f'        <correspAction type="{kind}">\n'
        yield from (f"          {_write(f, f.name.partition('/')[2], {})}\n" for f in parties)
        yield "        </correspAction>\n"
