"""What an editor needs to decide a doubt besides the words: who else may be meant, and what the program weighed. Asked of the annotators anew."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from lxml import etree

from tei_cable.annotators.offices.setting import AMERICA, setting
from tei_cable.authority import questions
from tei_cable.authority.scene import Scene
from tei_cable.desk.doubts import Alternative, Known
from tei_cable.desk.marks import BRACKET, NOTE, PARAGRAPH, Mark
from tei_cable.model import Cable, Mention
from tei_cable.pipeline import Converter
from tei_cable.registry import parts
from tei_cable.tei.parse import NotOurs, parse

# An editor chooses among so many at most.
_MANY = 8
_PLAIN = {
    NOTE: "no marker of the note stands in the text",
    PARAGRAPH: "a blank line of the source cuts this paragraph, and its sentence goes on after it",
    BRACKET: "no rule says what this bracket is",
    "choice": "the note that the text has no marker for stands here, and the range ends in too many digits",
}
_HITS = {"persName": "person", "placeName": "place", "orgName": "org", "term": "term"}


class Evidence:
    """Answers about the marks of telegrams, with the annotators and lists of a converter."""

    def __init__(self, converter: Converter):
        self.converter = converter

    def of(self, root: etree._Element) -> Known:
        """What is known of the marks of one telegram, which must be asked in their order; of TEI that is not ours, what holds of all."""
        try:
            cable = _bare(parse(root))
        except NotOurs:
            return lambda mark: ((), _PLAIN.get(mark.kind, ""))
        return partial(self._known, _Telegram(cable, self.converter))

    def _known(self, telegram: "_Telegram", mark: Mark) -> tuple[Sequence[Alternative], str]:
        if "/" in mark.kind:
            return (), telegram.origins.get(mark.kind, "")
        found = telegram.mention(mark)
        others = telegram.others(mark, found)
        return [a for i in others if (a := self._alternative(i))], (found.evidence if found else "") or _PLAIN.get(mark.kind, "")

    def _alternative(self, id: str) -> Alternative | None:
        e = self.converter.authority.entity(id)
        return Alternative(e.id, e.name, e.gloss) if e else None


class _Telegram:
    """What the annotators make of a telegram now."""

    def __init__(self, cable: Cable, converter: Converter):
        self.authority = converter.authority
        self.scene = Scene(cable, converter.authority)
        ((self.cable, _),) = converter.annotate([cable])
        self.origins = {f.name: f.origin for f in self.cable.fields if f.origin}
        self.home = setting(self.cable).home or AMERICA
        self.mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for m in self.cable.mentions:
            self.mentions[m.kind, " ".join(cable.source.text[m.span.start : m.span.end].split())].append(m)
        self.asked: Counter[tuple[str, str]] = Counter()

    def mention(self, mark: Mark) -> Mention | None:
        """The mention of a mark: of those with its words, the one in the same order."""
        key = mark.kind, mark.words
        self.asked[key] += 1
        found = self.mentions.get(key, [])
        return found[min(self.asked[key], len(found)) - 1] if found else None

    def others(self, mark: Mark, found: Mention | None) -> list[str]:
        """The ids of those who may be meant."""
        ids = self._holders(mark.words) if mark.kind == "rs" else self._named(mark.kind, found) if found else []
        return list(dict.fromkeys(ids))[:_MANY]

    def _holders(self, words: str) -> list[str]:
        if not self.scene.date:
            return []
        answer = questions.ask(self.authority, words, self.scene.date, self.home)
        return [i for i in (answer.person, *(h.tenure.person for h in answer.others)) if i]

    def _named(self, kind: str, m: Mention) -> Iterator[str]:
        inside = [h for h in self.scene.hits(_HITS.get(kind, "")) if m.span.start <= h.start and h.end <= m.span.end]
        for h in sorted(inside, key=lambda h: h.start - h.end):
            yield from map(self.authority.resolve, h.form.ids)


def _bare(cable: Cable) -> Cable:
    """A cable without what the annotators found and what was inferred, so that they find and infer it again."""
    given = frozenset(kind for a in parts("annotators").values() for kind in a.gives)
    return cable._replace(
        mentions=tuple(m for m in cable.mentions if m.kind not in given),
        fields=tuple(f for f in cable.fields if "cert" not in f.attrs and f.name != "cites"),
    )
