"""Names of persons: found, and linked to the entry of the lists that evidence points at."""

from collections.abc import Iterable, Sequence

from tei_cable.annotators import Annotation, adding
from tei_cable.annotators.persons import evidence, fields, names
from tei_cable.annotators.persons.familiar import familiar
from tei_cable.annotators.persons.linking import Link, Linker
from tei_cable.annotators.persons.names import Name
from tei_cable.annotators.persons.strangers import CUES, Strangers
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Code, Diagnostic, Mention, Severity, Span

AMBIGUOUS = Code("P001", "ambiguous-person", Severity.WARNING)
# How many of those who may be meant a finding names.
_NAMED = 4
# How sure a name is that several may bear.
UNDECIDED = "low"
LIKELY = Code("P002", "likely-person", Severity.INFO)


class Persons:
    """Finds the names of persons and says who they are."""

    needs = frozenset({"supplied"})
    gives = frozenset({"persName", "roleName"})
    cues: tuple[str, ...] = CUES

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """`persName` for every name of a person, with `@ref` where evidence says who it is, and `roleName` for the titles at its edges."""
        cable = fields.linked(cable, scene)
        found = evidence.accept(names.read(cable, scene), scene)
        found = familiar(scene, found)
        linker = Linker(cable, scene, found)
        linked = [(n, linker.link(n)) for n in found]
        mentions = [m for n, link in linked for m in _mentions(n, link)]
        mentions += Strangers(scene, mentions).mentions()
        cable = fields.linked(adding(cable, mentions), scene)
        return Annotation(cable, tuple(_doubts(linked, scene)))


def _mentions(name: Name, link: Link) -> Iterable[Mention]:
    if not link.id and not (name.ids or name.stranger):
        return
    cert = link.cert if link.id or not link.others else UNDECIDED
    yield Mention.over(name.left, name.right, "persName", link.id, cert=cert, evidence=link.evidence)
    for role in name.roles:
        yield Mention(role, "roleName")


def _doubts(linked: Sequence[tuple[Name, Link]], scene: Scene) -> Iterable[Diagnostic]:
    """One finding for each name that evidence does not decide, or not for certain."""
    told = set()
    for name, link in linked:
        if not link.others or link.id and not link.cert or (words := scene.text[name.left : name.right]) in told:
            continue
        told.add(words)
        who = [e.name for i in link.others[:_NAMED] if (e := scene.authority.entity(i))]
        who += [f"{more} more"] if (more := len(link.others) - len(who)) > 0 else []
        span = Span(name.left, name.right)
        if link.id:
            chosen = scene.authority.entity(link.id)
            yield LIKELY.at(span, f"{words} was taken to be {chosen.name if chosen else link.id}; it might be {' or '.join(who)}.")
        else:
            hint = "Add a title or a forename to one mention, or link it by hand."
            yield AMBIGUOUS.at(span, f"{words} may be {' or '.join(who)}: it was not linked.", hint)


part = Persons()
