"""All that is looked up in a text by its letters, found in one pass.

Two automata (Aho–Corasick): one for the core authority and the annotators' cues, compiled once, one for the lists of a volume. Both match on
the shadow of the text, whole words, the longest of those that begin at one place.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.text.shadow import shadow

if TYPE_CHECKING:
    import ahocorasick_rs


class Form(NamedTuple):
    """One way to write a name. `kind` is `person`, `place`, `org`, `term`, `office`, `foreign`, or `cue:` and the name of an annotator.

    `ids` are the entities it may stand for; `part` says what of a name it is (`full`, `surname`, `title` …); a `weak` form counts only
    with other evidence.
    """

    text: str
    kind: str
    ids: tuple[str, ...] = ()
    part: str = ""
    weak: bool = False


class Hit(NamedTuple):
    """A form at a place of the text."""

    start: int
    end: int
    form: Form


class Lexicon:
    """Finds every form of a list in a text, in one pass."""

    def __init__(self, forms: Iterable[Form]):
        by_pattern: dict[str, list[Form]] = {}
        for form in forms:
            pattern = " " + shadow(form.text).strip()
            if len(pattern) > 1:
                by_pattern.setdefault(pattern, []).append(form)
        self._forms = list(by_pattern.values())
        self._lengths = [len(p) - 1 for p in by_pattern]
        self._automaton = _compile(list(by_pattern))

    def scan(self, shade: str, found: dict[str, list[Hit]]) -> None:
        """Add the hits in a shadow to `found`, by kind; within a kind they come in order and do not overlap."""
        if self._automaton is None:
            return
        padded = f" {shade} "
        forms, lengths = self._forms, self._lengths
        for i, start, _ in self._automaton.find_matches_as_indexes(padded):
            end = start + lengths[i]
            # padded[k + 1] is shade[k]; a match begins at the blank before its first letter
            if not padded[end + 1].isalnum():
                for form in forms[i]:
                    found.setdefault(form.kind, []).append(Hit(start, end, form))


def _compile(patterns: list[str]) -> "ahocorasick_rs.AhoCorasick | None":
    if not patterns:
        return None
    import ahocorasick_rs

    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def hits(lexicons: Iterable[Lexicon], shade: str) -> Mapping[str, list[Hit]]:
    """The hits of several lexicons by kind, sorted by place; at one place those of the first lexicon come first."""
    found: dict[str, list[Hit]] = {}
    for n, lexicon in enumerate(lexicons):
        before = {k: len(v) for k, v in found.items()} if n else {}
        lexicon.scan(shade, found)
        for kind, size in before.items():
            if len(found[kind]) > size:
                found[kind].sort(key=_place)
    return found


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end
