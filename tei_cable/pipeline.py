"""Read, annotate, build, check: one telegram from plain text to validated TEI, as one chain."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain

from lxml import etree

from tei_cable.annotators import Annotator
from tei_cable.authority.lexicon import Form
from tei_cable.authority.lists import Authority, load
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Diagnostic, Entity, Field, Severity, Source, Span
from tei_cable.readers import Reader, Reading
from tei_cable.recognisers import Recogniser
from tei_cable.recognisers.asking import ask
from tei_cable.registry import ordered, parts
from tei_cable.rules import Document
from tei_cable.rules.schema.not_valid import NotValid
from tei_cable.tei.anchors import anchored
from tei_cable.tei.build import build
from tei_cable.tei.faults import CHANGED_TEXT, LOST_TEXT, MALFORMED
from tei_cable.tei.fidelity import difference, uncovered
from tei_cable.tei.header import BODY, LIST
from tei_cable.tei.names import allowed
from tei_cable.tei.parse import read_tree
from tei_cable.text.agreement import disagreements, of_file_name
from tei_cable.text.settle import settle

# How many telegrams pass the stages together; more gain nothing.
BATCH = 16
OTHER_DIALECT = Code("T014", "other-dialect", Severity.WARNING)
HEADLESS = Code("H100", "header-not-found", Severity.WARNING)
# The header fields of which one at least is known when a header was read.
_TELLING = ("created", "sent/", "received/", "number", "title")
NOT_IN_PROFILE = Code("E001", "not-in-profile", Severity.INFO)
# The profile that is our own TEI.
OURS = "cable"
# The reader of last resort: it takes any text, and is asked last.
FALLBACK = "plain"


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of one telegram: the cable, its TEI as UTF-8 bytes, all findings in the order of the text, and why it was read as it was."""

    cable: Cable
    tei: bytes
    diagnostics: tuple[Diagnostic, ...]
    why: str = ""


class Converter:
    """Converts telegrams with one authority. Make one and use it for many: lists and schema are loaded once.

    `authority` are paths of lists; `core` is whether the core authority is used; `dialect` the name of a reader, or "auto"; `recognisers` are
    programs of others that propose further names; `profile` is the name of the house or tool whose TEI is written.
    """

    def __init__(
        self, authority: Sequence[str] = (), core: bool = True, dialect: str = "auto", recognisers: Sequence[Recogniser] = (), profile: str = OURS
    ):
        self.dialect = dialect
        self.profile = profile
        self.recognisers = recognisers
        self.annotators: list[Annotator] = list(ordered(parts("annotators")))
        self.authority: Authority = load(authority, core, _cues())

    @cached_property
    def readers(self) -> Sequence[Reader]:
        """The readers that may be asked: all, or the one that was named and the fallback."""
        found = parts("readers")
        return list(found.values()) if self.dialect == "auto" else [found[self.dialect], found[FALLBACK]]

    def convert(self, source: Source) -> Conversion:
        """The TEI of a telegram. Never raises for any text."""
        return self.convert_batch((source,))[0]

    def convert_batch(self, sources: Sequence[Source]) -> list[Conversion]:
        """The TEI of several telegrams, in their order.

        They pass each stage together, which keeps its code and tables in the processor's caches: a quarter less time than one by one.
        """
        readings = [self.open(s) for s in sources]
        annotated = self.annotate([r.cable for r in readings])
        made = [build(cable).encode() for cable, _ in annotated]
        checked = [list(self.check(cable, tei)) for (cable, _), tei in zip(annotated, made, strict=True)]
        if self.profile != OURS:
            made = [self.reshape(cable, said) for (cable, _), said in zip(annotated, checked, strict=True)]
        return [
            Conversion(cable, tei, _sorted(reading.diagnostics, found, faults), reading.why)
            for reading, (cable, found), tei, faults in zip(readings, annotated, made, checked, strict=True)
        ]

    def open(self, source: Source) -> Reading:
        """What the readers make of a whole text; a finding, when the dialect that was given is not the text's."""
        region = Span(0, len(source.text))
        reading = self.read(source, region, self.readers)
        if not any(f.name.startswith(_TELLING) for f in reading.cable.fields):
            message = "Nothing in the text was read as its date, sender, recipient or number: the header says nothing of them."
            hint = "Write them into the TEI, or put a line of place and date above the text."
            reading = replace(reading, diagnostics=(HEADLESS.at(None, message, hint), *reading.diagnostics))
        if named := of_file_name(source.path):
            reading = replace(reading, diagnostics=(*reading.diagnostics, *_disagreements(reading.cable.fields, named, reading)))
        if self.dialect in ("auto", reading.cable.dialect.partition("/")[0]):
            return reading
        why = parts("readers")[self.dialect].claim(source, region).why
        found = OTHER_DIALECT.at(None, f"This is not of the dialect {self.dialect}, and was read as plain: {why}", "Leave --dialect out.")
        return replace(reading, diagnostics=(found, *reading.diagnostics))

    def read(self, source: Source, region: Span, readers: Sequence[Reader]) -> Reading:
        """The cable in a region: by the reader that claims it most surely; what a wrapper leaves over by the others."""
        claim, reader = max(((r.claim(source, region), r) for r in readers), key=lambda c: c[0].score)
        outer: Reading = reader.read(source, region)
        if outer.inner is None:
            return Reading(outer.cable, outer.diagnostics, None, claim.why)
        inner = self.read(source, outer.inner, [r for r in parts("readers").values() if r.name != reader.name])
        found = _disagreements(outer.cable.fields, inner.cable.fields, inner)
        return Reading(_merged(outer.cable, inner.cable), (*outer.diagnostics, *found, *inner.diagnostics), None, f"{claim.why} {inner.why}")

    def annotate(self, cables: Sequence[Cable]) -> list[tuple[Cable, list[Diagnostic]]]:
        """The cables with every annotator's mentions, settled, and the entities that they point at; each with what the annotators say."""
        cables = list(cables)
        scenes = [Scene(cable, self.authority) for cable in cables]
        found: list[list[Diagnostic]] = [[] for _ in cables]
        for annotator in self.annotators:
            for i, scene in enumerate(scenes):
                annotation = annotator.annotate(cables[i], scene)
                cables[i] = annotation.cable
                found[i] += annotation.diagnostics
        for i, (cable, said) in enumerate(ask(cables, self.recognisers)) if self.recognisers else ():
            cables[i] = cable
            found[i] += said
        settled = [settle(cable.mentions, allowed) for cable in cables]
        cables = [anchored(self._with_entities(c._replace(mentions=m))) for c, m in zip(cables, settled, strict=True)]
        return list(zip(cables, found, strict=True))

    def _with_entities(self, cable: Cable) -> Cable:
        """The cable with the entities that it points at, and the lists that they come from."""
        ids = [f.attrs["ref"] for f in cable.fields if "ref" in f.attrs] + [m.ref for m in cable.mentions if m.ref]
        entities: list[Entity] = [e for e in map(self.authority.entity, dict.fromkeys(ids)) if e]
        sources = {e.source for e in entities} - {""}
        lists = [Field(LIST, self.authority.named[i], attrs={"xml:id": i}) for i in sorted(sources)]
        return cable._replace(entities=tuple(entities), fields=(*cable.fields, *lists) if lists else cable.fields)

    def reshape(self, cable: Cable, said: list[Diagnostic]) -> bytes:
        """The TEI of the profile, which is made from ours and checked with it; what the profile cannot hold is said."""
        made = parts("profiles")[self.profile].export([cable])
        said += (NOT_IN_PROFILE.at(None, f"The TEI of {self.profile} has no place for {loss.what} ({loss.number}).") for loss in made.losses)
        tei: bytes = made.data
        return tei

    def check(self, cable: Cable, tei: bytes) -> Iterable[Diagnostic]:
        """Our own work, checked: every character there, well-formed, valid."""
        for span in uncovered(cable):
            yield LOST_TEXT.at(span, "These characters of the source are not in the TEI.", "This is a fault of tei-cable; please report it.")
        try:
            root = read_tree(tei)
        except etree.XMLSyntaxError as e:
            yield MALFORMED.at(None, f"The TEI is not well-formed: {e.msg}.", "This is a fault of tei-cable; please report it.")
            return
        if (differs := difference(cable, root)) is not None:
            want, got = differs
            yield CHANGED_TEXT.at(None, f"The text of the TEI departs from the source: {got!r} for {want!r}.", "Please report it.")
        yield from NotValid().check(Document(root, cable.source.path, cable.source, tei))


@cache
def _cues() -> Sequence[Form]:
    """The words at which the annotators wake."""
    return tuple(Form(word, f"cue:{name}") for name, a in parts("annotators").items() for word in a.cues)


def _disagreements(first: Iterable[Field], second: Iterable[Field], reading: Reading) -> list[Diagnostic]:
    """In what two sets of facts contradict one another, unless the reading says so already."""
    said = {d.code for d in reading.diagnostics}
    return [d for d in disagreements((*first, *second)) if d.code not in said]


def _sorted(*found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(chain.from_iterable(found), key=lambda d: d.span or Span(0, 0)))


def _merged(outer: Cable, inner: Cable) -> Cable:
    """A telegram inside a wrapper: of the header's facts those of the wrapper come first, the telegram's where the wrapper says less."""
    told = {f.name: f for f in inner.fields}
    known = {f.name for f in outer.fields}
    return outer._replace(
        dialect=f"{outer.dialect}/{inner.dialect}",
        lang=inner.lang if outer.lang == "und" else outer.lang,
        fields=(*(_fuller(f, told.get(f.name)) for f in outer.fields), *(f for f in inner.fields if not known & {f.name, f.name.removesuffix(BODY)})),
        blocks=(*outer.blocks, *inner.blocks),
        notes=(*outer.notes, *inner.notes),
        mentions=(*outer.mentions, *inner.mentions),
        furniture=(*outer.furniture, *inner.furniture),
    )


def _fuller(page: Field, telegram: Field | None) -> Field:
    """The page's fact, or its time of sending with the hour that only the telegram has."""
    if page.name != "sent/date":
        return page
    when, exact = page.attrs.get("when"), telegram.attrs.get("when", "") if telegram else ""
    return page._replace(attrs={**page.attrs, "when": exact}) if when and exact.startswith(f"{when}T") else page
