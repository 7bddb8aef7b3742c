"""The TEI header of a cable: fields in their slots.

A field's name is its slot (`SLOTS`, and `rights`, `citation`, `number`, `RESPONSIBLE`, `LIST`, `CHANGE` and what `BODY` makes); `docs/encoding.md`
says what each is for. The order of fields within one slot is kept.
"""

from collections.abc import Mapping
from itertools import zip_longest

from tei_cable import __version__
from tei_cable.model import Attrs, Cable, Field
from tei_cable.tei.names import RESP
from tei_cable.tei.xml import attributes, element, escape

ACTIONS = ("sent", "received", "forwarded")
PARTS = ("persName", "roleName", "orgName", "placeName", "date")
SHELF = ("institution", "repository", "collection", "shelfmark")
OFFICERS = ("drafted", "cleared", "approved")
# What the name of a field adds whose words are a body's, inside the words of a party: "sent/orgName/orgName" follows "sent/orgName".
BODY = "/orgName"
SCHEMES = {"class": "classification", "precedence": "precedence", "caveat": "caveat"}
NO_TITLE = "Untitled telegram"
NO_RIGHTS = "The source states no rights."

_NL = "\n"
_UNTITLED = f"        <title>{NO_TITLE}</title>\n"
_NO_PUBLISHER = "        <publisher/>\n"
_NO_AVAILABILITY = f'        <availability status="unknown"><p>{NO_RIGHTS}</p></availability>\n'
_ENCODER = f'        <respStmt xml:id="{RESP[1:]}"><resp>automatic encoding</resp><name>tei-cable</name></respStmt>\n'
_ENCODING = f"""    <encodingDesc>
      <appInfo><application ident="tei-cable" version="{__version__}"><label>tei-cable</label></application></appInfo>
      <editorialDecl>
        <normalization><p>Every character of the source stands in the text in source order; note markers, page marks and line layout are \
replaced by markup. Square brackets and quotation marks are kept as characters.</p></normalization>
        <interpretation><p>Names, dates, references and offices were tagged automatically by tei-cable; @cert marks what an editor should \
check, and @resp what the program added to the text or placed by inference.</p></interpretation>
      </editorialDecl>
"""
_TAXONOMIES = {
    name: f'        <taxonomy xml:id="{SCHEMES[name]}"><desc>{words} as the source states it</desc></taxonomy>\n'
    for name, words in (("class", "Security classification"), ("precedence", "Precedence of transmission"), ("caveat", "Distribution caveat"))
}

Slots = Mapping[str, str]

# Field name -> what stands before its element, the element, what stands after it, and the attributes that say what it is.
SLOTS: Mapping[str, tuple[str, str, str, Attrs]] = {
    "title": ("        ", "title", "\n", {}),
    "author": ("        <author>", "persName", "</author>\n", {}),
    "translator": ('        <editor role="translator">', "persName", "</editor>\n", {}),
    "funder": ("        ", "funder", "\n", {}),
    "publisher": ("        ", "publisher", "\n", {}),
    "uri": ("        ", "idno", "\n", {"type": "URI"}),
    "document": ("        ", "idno", "\n", {"type": "document"}),
    "credit": ("", "note", "", {"type": "credit"}),
    "institution": ("", "institution", "", {}),
    "repository": ("", "repository", "", {}),
    "collection": ("", "collection", "", {}),
    "shelfmark": ("", "idno", "", {}),
    **{name: (f"<respStmt><resp>{name}</resp>", "name", "</respStmt>", {}) for name in OFFICERS},
    "abstract": ("      <abstract>", "p", "</abstract>\n", {}),
    "created": ("      <creation>", "date", "</creation>\n", {}),
    "language": ("", "language", "", {}),
    **{name: ("", "classCode", "", {"scheme": f"#{scheme}"}) for name, scheme in SCHEMES.items()},
    **{f"{action}/{part}": ("          ", part, "\n", {}) for action in ACTIONS for part in PARTS},
    "cites": ("", "ref", "", {"type": "telegram"}),
}
# Who is responsible for tags besides the program: a field with the words and, as attributes, the id that @resp points at and the part played.
RESPONSIBLE = "responsible"
# A list that entries of `standOff` come from: a field with its words, and the id at which their `@source` points.
LIST = "list"
# What an editor decided after the conversion: a field with the words, the day (`when`) and a pointer to who did (`who`).
CHANGE = "change"


def header(cable: Cable, citation: str) -> str:
    """The `teiHeader`; `citation` is the citation's inline markup, already written."""
    slots: dict[str, str] = {}
    for f, below in zip_longest(cable.fields, cable.fields[1:]):
        if f.name in SLOTS:
            # the parts of a correspAction keep their order: a party's role follows its name
            slot = f.name.partition("/")[0]
            slots[slot] = slots.get(slot, "") + _written(f, _with_body(f, below) if below and below.name == f.name + BODY else "")
        elif f.name == LIST:
            slots[f.name] = slots.get(f.name, "") + f"        {element('bibl', f.value, {'type': 'authority', **f.attrs})}\n"
        elif f.name == CHANGE:
            slots[f.name] = slots.get(f.name, "") + element("change", f.value, f.attrs)
        elif f.name == RESPONSIBLE:
            slots[f.name] = slots.get(f.name, "") + _responsible(f)
    return (
        f"  <teiHeader>\n    <fileDesc>\n{_file_desc(slots)}{_rights(cable)}      </publicationStmt>\n"
        f"{_notes_stmt(slots)}{_source_desc(slots, citation, cable.source.sha256)}    </fileDesc>\n"
        f"{_encoding_desc(slots)}{_profile_desc(slots)}{_revision_desc(slots)}  </teiHeader>\n"
    )


def _responsible(f: Field) -> str:
    part = element("resp", f.attrs.get("resp", ""))
    return f"        <respStmt{attributes({'xml:id': f.attrs['xml:id']})}>{part}{element('name', f.value)}</respStmt>\n"


def _written(f: Field, inner: str = "") -> str:
    """A field's element in its place; `inner` is its content when that is more than its words."""
    before, name, after, said = SLOTS[f.name]
    attrs = _pointing(f.attrs)
    if said:
        attrs = {**said, **attrs}
    return f"{before}<{name}{attributes(attrs)}>{inner}</{name}>{after}" if inner else f"{before}{element(name, f.value, attrs)}{after}"


def _pointing(attrs: Attrs) -> Attrs:
    return {k: f"#{v}" if k == "ref" else v for k, v in attrs.items()} if "ref" in attrs else attrs


def _with_body(party: Field, body: Field) -> str:
    """The words of a party with the name of the body in them: "Central Intelligence Agency" Station in Saigon."""
    before, _, after = party.value.partition(body.value)
    return f"{escape(before)}{element('orgName', body.value, _pointing(body.attrs))}{escape(after)}"


def _file_desc(slots: Slots) -> str:
    get = slots.get
    encoders = _ENCODER + slots.get(RESPONSIBLE, "")
    # an agency must come first; an empty one says that the source names none
    return (
        f"      <titleStmt>\n{get('title', _UNTITLED)}{get('author', '')}{get('translator', '')}{get('funder', '')}{encoders}      </titleStmt>\n"
        f"      <publicationStmt>\n{get('publisher', _NO_PUBLISHER)}{get('uri', '')}{get('document', '')}"
    )


def _rights(cable: Cable) -> str:
    stated = [f for f in cable.fields if f.name == "rights"]
    if not stated:
        return _NO_AVAILABILITY
    return "".join(f"        <availability{attributes(f.attrs)}><p>{escape(f.value)}</p></availability>\n" for f in stated)


def _notes_stmt(slots: Slots) -> str:
    return f"      <notesStmt>{slots['credit']}</notesStmt>\n" if "credit" in slots else ""


def _source_desc(slots: Slots, citation: str, sha256: str) -> str:
    cited = f'        <bibl type="citation">{citation}</bibl>\n' if citation else ""
    shelf = "".join(slots.get(name, "") for name in SHELF)
    held = f"        <msDesc><msIdentifier>{shelf}</msIdentifier></msDesc>\n" if shelf else ""
    officers = "".join(slots.get(name, "") for name in OFFICERS)
    return (
        f"      <sourceDesc>\n{cited}{held}"
        f'        <bibl type="source"><idno type="SHA-256">{sha256}</idno>{officers}</bibl>\n{slots.get(LIST, "")}      </sourceDesc>\n'
    )


def _encoding_desc(slots: Slots) -> str:
    used = "".join(_TAXONOMIES[name] for name in SCHEMES if name in slots)
    return f"{_ENCODING}      <classDecl>\n{used}      </classDecl>\n    </encodingDesc>\n" if used else f"{_ENCODING}    </encodingDesc>\n"


def _revision_desc(slots: Slots) -> str:
    return f"    <revisionDesc>{slots[CHANGE]}</revisionDesc>\n" if CHANGE in slots else ""


def _profile_desc(slots: Slots) -> str:
    get = slots.get
    languages, codes = get("language", ""), "".join(get(name, "") for name in SCHEMES)
    actions = "".join(f'        <correspAction type="{a}">\n{slots[a]}        </correspAction>\n' for a in ACTIONS if a in slots)
    context = f"        <correspContext>{slots['cites']}</correspContext>\n" if "cites" in slots else ""
    return (
        f"    <profileDesc>\n{get('abstract', '')}{get('created', '')}"
        f"{f'      <langUsage>{languages}</langUsage>{_NL}' if languages else ''}"
        f"{f'      <textClass>{codes}</textClass>{_NL}' if codes else ''}"
        f"{f'      <correspDesc>{_NL}{actions}{context}      </correspDesc>{_NL}' if actions or context else ''}"
        f"    </profileDesc>\n"
    )
