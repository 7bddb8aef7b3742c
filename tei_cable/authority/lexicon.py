"""All that is looked up in a text by its letters, found in one pass.

Two automata (Aho–Corasick): one for the core authority and the annotators' cues, compiled once, one for the lists of a volume. Both match on
the shadow of the text, whole words, the longest of those that begin at one place. A text in capitals is read a second time with small letters.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.model import Span
from tei_cable.text.regex import regex
from tei_cable.text.shadow import shadow

if TYPE_CHECKING:
    import ahocorasick_rs

_SMALL = bytes(range(ord("a"), ord("z") + 1))
_NO_CAPITAL = bytes(b for b in range(256) if not 65 <= b <= 90)
_CAPITALS = regex(r"\b[A-Z]{2,}\b")


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


# Hits are many: made so, they take half the time.
_tuple = tuple.__new__
_ALL, _END = Span(0, sys.maxsize), Span(sys.maxsize, sys.maxsize)
# Forms at a place: the start, the end with a minus (so that the longer come first), the number of the reading, and the forms.
_Match = tuple[int, int, int, Sequence[Form]]


class Lexicon:
    """Finds every form of a list in a text, in one pass. Forms may also be given as lines of a table (see `written`), which are read when hit."""

    def __init__(self, forms: Iterable[Form], lines: Iterable[str] = ()):
        entries: defaultdict[str, list[Form | str]] = defaultdict(list)
        for form, words in _patterns(forms):
            entries[words].append(form)
        for line in lines:
            entries[line[: line.index("\t")]].append(line)
        self._entries = list(entries.values())
        self._forms: list[Sequence[Form]] = [()] * len(entries)
        self._automaton = _compile([f" {p}" for p in entries])

    def find(self, shade: str, reading: int = 0) -> list[_Match]:
        """What stands in a shadow, in order and without overlap."""
        if self._automaton is None:
            return []
        padded = f" {shade} "
        forms = self._forms
        # padded[k + 1] is shade[k]; a match begins at the blank before its first letter
        return [
            (start, 1 - end, reading, forms[i] or self._read(i))
            for i, start, end in self._automaton.find_matches_as_indexes(padded)
            if not padded[end].isalnum()
        ]

    def _read(self, i: int) -> Sequence[Form]:
        forms = self._forms[i] = [form if isinstance(form, Form) else _form(form) for form in self._entries[i]]
        return forms


def _patterns(forms: Iterable[Form]) -> Iterable[tuple[Form, str]]:
    """The forms of which something is left in the shadow, each with that."""
    forms = list(forms)
    # made at once: a shadow has one character for each of the text
    shade, at = shadow("\n".join([f.text for f in forms])), 0
    for form in forms:
        end = at + len(form.text)
        if words := shade[at:end].strip():
            yield form, words
        at = end + 1


def written(form: Form) -> str:
    """A form as a line of a table: the pattern that is looked for, its words where they are others, and the rest; "" when nothing is left of it."""
    words = shadow(form.text).strip()
    cells = (words, form.text if form.text != words else "", form.kind, "|".join(form.ids), form.part, "1" if form.weak else "")
    return "\t".join(cells) if words else ""


def _form(line: str) -> Form:
    words, text, kind, ids, part, weak = line.split("\t")
    return Form(text or words, kind, tuple(ids.split("|")) if ids else (), part, bool(weak))


def _compile(patterns: list[str]) -> "ahocorasick_rs.AhoCorasick | None":
    if not patterns:
        return None
    import ahocorasick_rs

    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def hits(lexicons: Sequence[Lexicon], shade: str, regions: Sequence[Span] = (_ALL,)) -> Mapping[str, list[Hit]]:
    """The hits of several lexicons by kind, sorted by place; at one place those of the first lexicon come first.

    Only what stands inside one of the `regions`, which are in order, counts.
    """
    small = _lowered(shade) if _in_capitals(shade) else ""
    matches: list[_Match] = []
    for n, lexicon in enumerate(lexicons):
        matches += lexicon.find(shade, 2 * n)
        if small:
            matches += lexicon.find(small, 2 * n + 1)
    matches.sort()
    found: defaultdict[str, list[Hit]] = defaultdict(list)
    region = following = Span(0, 0)
    later = iter((*regions, _END))
    for start, minus_end, reading, forms in matches:
        while following[0] <= start:
            region, following = following, next(later)
        if -minus_end > region[1]:
            continue
        for form in forms:
            if not (reading % 2 and _is_known(found[form[1]], start, -minus_end, form)):
                found[form[1]].append(_tuple(Hit, (start, -minus_end, form)))
    return found


def _is_known(found: Sequence[Hit], start: int, end: int, form: Form) -> bool:
    """Whether the last hits are at this place and one is of a form for the same entities: the first reading found it, or another lexicon."""
    for hit in reversed(found):
        if hit.start != start or hit.end != end:
            return False
        if hit.form.ids == form.ids:
            return True
    return False


def _in_capitals(shade: str) -> bool:
    """Whether a third of the letters or more are capitals (in running text it is one of twelve)."""
    letters = shade.encode("ascii")
    return 2 * len(letters.translate(None, _NO_CAPITAL)) > len(letters) - len(letters.translate(None, _SMALL))


def _lowered(shade: str) -> str:
    """A shadow with only the first letter of a word in capitals."""
    return _CAPITALS.sub(lambda m: m[0].capitalize(), shade)
