"""Tags foreign words of the core list, where they are printed in their foreign form."""

from tei_cable.annotators import Annotation, adding
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Mention, Span

_QUOTED = "\u201c\u201d\u2018\u2019\"'"


class Foreign:
    """Goes by the list's hits: the word in the text must have the accents of the list's."""

    # after the names, which foreign words may be part of
    needs = frozenset({"persName", "placeName", "orgName", "term"})
    gives = frozenset({"foreign"})
    cues: tuple[str, ...] = ()

    def annotate(self, cable: Cable, scene: Scene) -> Annotation:
        """The cable with its foreign words; those of its own language are none."""
        text, own = scene.text, cable.lang.partition("-")[0]
        # by place: two spellings of the list may be one in the text
        found: dict[Span, Mention] = {}
        for hit in scene.hits("foreign"):
            lang = hit.form.part
            if lang != own and _spelt(text[hit.start : hit.end], hit.form.text) and (not hit.form.weak or _quoted(text, hit.start, hit.end)):
                where = Span(hit.start, hit.end)
                found[where] = Mention(where, "foreign", attrs={"xml:lang": lang})
        return Annotation(adding(cable, list(found.values())) if found else cable)


def _spelt(words: str, form: str) -> bool:
    """Whether the letters are the same, accents included; hyphens and blanks may differ."""
    return all(a == b or not (a.isalpha() or b.isalpha()) for a, b in zip(words.lower(), form.lower(), strict=False))


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether the words stand in quotation marks of their own, as words that are felt to be foreign do."""
    return text[start - 1 : start] in _QUOTED and text[end : end + 1] in _QUOTED


part = Foreign()
