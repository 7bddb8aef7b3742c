"""All that is looked up in a text by its letters, found in one pass.

Two automata (Aho–Corasick): one for the core authority and the annotators' cues, compiled once, one for the lists of a volume. Both match on
the shadow of the text, whole words, the longest of those that begin at one place. A text in capitals is read a second time with small letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.text.shadow import shadow

if TYPE_CHECKING:
    import ahocorasick_rs

_SMALL = bytes(range(ord("a"), ord("z") + 1))
_NO_CAPITAL = bytes(b for b in range(256) if not 65 <= b <= 90)
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


class Form(NamedTuple):
    """One way to write a name. `kind` is `person`, `place`, `org`, `term`, `office`, `foreign`, `forename`, or `cue:` and the name of an annotator.

    `ids` are the entities it may stand for; `part` says what of a name it is (`name`, `surname`, `short` …); a `weak` form counts only
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
        forms = list(forms)
        by_pattern: dict[str, list[Form]] = {}
        for form, shade in zip(forms, _shades(forms), strict=True):
            words = shade.strip()
            if words:
                by_pattern.setdefault(words, []).append(form)
        self._forms = list(by_pattern.values())
        self._lengths = [len(p) for p in by_pattern]
        self._automaton = _compile([f" {p}" for p in by_pattern])

    def scan(self, shade: str, found: Mapping[str, list[Hit]]) -> None:
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
                    found[form.kind].append(Hit(start, end, form))


def _shades(forms: Sequence[Form]) -> Iterable[str]:
    """The shadows of the forms, made at once: a shadow has one character for each of the text."""
    shade, at = shadow("\n".join(f.text for f in forms)), 0
    for form in forms:
        yield shade[at : at + len(form.text)]
        at += len(form.text) + 1


def _compile(patterns: list[str]) -> "ahocorasick_rs.AhoCorasick | None":
    if not patterns:
        return None
    import ahocorasick_rs

    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def hits(lexicons: Iterable[Lexicon], shade: str) -> Mapping[str, list[Hit]]:
    """The hits of several lexicons by kind, sorted by place; at one place those of the first lexicon come first."""
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    small = _lowered(shade) if _in_capitals(shade) else ""
    for n, lexicon in enumerate(lexicons):
        before = {k: len(v) for k, v in found.items()} if n else {}
        lexicon.scan(shade, found)
        if small:
            _add(lexicon, small, found)
        for kind, size in before.items():
            if len(found[kind]) > size:
                found[kind].sort(key=_place)
    return found


def _add(lexicon: Lexicon, shade: str, found: Mapping[str, list[Hit]]) -> None:
    """Add what a lexicon finds in a second reading of a shadow and did not find in the first."""
    more: defaultdict[str, list[Hit]] = defaultdict(list)
    lexicon.scan(shade, more)
    for kind, again in more.items():
        known = {(h.start, h.end, h.form.ids) for h in found[kind]}
        found[kind].extend(h for h in again if (h.start, h.end, h.form.ids) not in known)
        found[kind].sort(key=_place)


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _in_capitals(shade: str) -> bool:
    """Whether a third of the letters or more are capitals (in running text it is one of twelve)."""
    letters = shade.encode("ascii")
    return 2 * len(letters.translate(None, _NO_CAPITAL)) > len(letters) - len(letters.translate(None, _SMALL))


def _lowered(shade: str) -> str:
    """A shadow with only the first letter of a word in capitals."""
    return _CAPITALS.sub(lambda m: m[0].capitalize(), shade)
