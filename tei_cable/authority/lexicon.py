"""All that is looked up in a text by its letters, found in one pass.

Two automata (Aho–Corasick): one for the core authority and the annotators' cues, compiled once, one for the lists of a volume. Both match on
the shadow of the text, whole words, the longest of those that begin at one place. A text in capitals is read a second time with small letters.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

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


class Lexicon:
    """Finds every form of a list in a text, in one pass. Forms may also be given as lines of a table (see `written`), which are read when hit."""

    def __init__(self, forms: Iterable[Form], lines: Iterable[str] = ()):
        entries: dict[str, list[Form | str]] = {}
        for form, words in _patterns(forms):
            entries.setdefault(words, []).append(form)
        for line in lines:
            entries.setdefault(line[: line.index("\t")], []).append(line)
        self._entries = list(entries.values())
        self._forms: list[Sequence[Form]] = [()] * len(entries)
        self._automaton = _compile([f" {p}" for p in entries])

    def scan(self, shade: str, found: Mapping[str, list[Hit]]) -> None:
        """Add the hits in a shadow to `found`, by kind; within a kind they come in order and do not overlap."""
        if self._automaton is None:
            return
        padded = f" {shade} "
        forms = self._forms
        for i, start, end in self._automaton.find_matches_as_indexes(padded):
            # padded[k + 1] is shade[k]; a match begins at the blank before its first letter
            if not padded[end].isalnum():
                for form in forms[i] or self._read(i):
                    found[form[1]].append(_tuple(Hit, (start, end - 1, form)))

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
