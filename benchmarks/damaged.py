"""Damage specimens, convert what comes of it with every reader, and see that nothing breaks and nothing is lost.

    damaged.py [--count 2000] [--seed 1] [--first 0] [--show N] [--read-only]

The specimens are corpus/*.txt and the inputs of all cases; each text is one or two of them with one to five faults. It is converted as with
`--dialect auto` and by each reader by name. Checked: nothing is raised; no finding is an error (a character lost or changed, TEI that is not
well-formed or not valid); for every tenth text, the same bytes again. The certificate of `tei-cable verify`, which knows nothing of readers, is
asked of `auto`; what it refuses is counted apart, since in a heap of doubled pieces two readings may be right. Prints the counts and, for each kind
of failure, the numbers of its texts: --show N prints text N and what is made of it. With --read-only each reader reads each text and nothing more is
done: nothing may be raised, and no character may be left over.
"""

import argparse
import collections
import pathlib
import random
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence

import tei_cable
from tei_cable.model import Severity, Source, Span
from tei_cable.pipeline import Converter
from tei_cable.registry import parts
from tei_cable.tei.fidelity import uncovered
from tei_cable.tei.verify import verify
from tei_cable.text.load import Unreadable, load

ROOT = pathlib.Path(__file__).resolve().parent.parent
_INPUT = re.compile(r"^```text\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_STRANGE = (
    *"\0\x07\x0c\x1b\ufeff\u00ad\u200b\u2028\x85\u00a0\u202e\ufffe\t\v[]()\u201c*<&{\u21a9\u2020\u2014\U0001d400\u5317",
    *"[] [[ ** &amp; ]]> <!-- <TEI> \u00b9\u00b2 e\u0301 \u05d0\u05d1 ... A) xii 12 1. (1) [1] 1962 31.02.1962 13/32/X/62".split(),
    *"[Page 12]|-- 12 --|Page 3 of 9|PAGE 02|- 1.|[2] |\n[1] |\n1. |[12345678901234567890]|-\n|SECRET|\nSECRET\n|NNNN|[sic]|[\u2026]".split("|"),
    *"Citation:|Summary:|Contents:|Subject:|From:|To:|FM |O 301430Z OCT 62|TELEGRAM|Telegram|Message Text|Message Attributes|QUOTE".split("|"),
    *"[garble]|UNQUOTE|Begin Text.|End Text.|Dear Sir:|Source: |Washington, March 3, 1961.".split("|"),
    "9" * 40,
    '"',
)
Fault = Callable[[random.Random, str], str]
# Every so many texts are converted twice; seconds between lines that say how far it is.
_SAMPLE, _REPORT = 10, 60


def specimens() -> list[str]:
    """The texts to damage."""
    found = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "corpus").glob("*.txt"))]
    for path in sorted(pathlib.Path(tei_cable.__file__).parent.glob("*/*/cases/*.md")):
        found += _INPUT.findall(path.read_text(encoding="utf-8"))
    return [text for text in found if text.strip()]


def _lines(edit: Callable[[random.Random, list[str]], object]) -> Fault:
    """A fault of a list of lines as one of a text."""

    def fault(chance: random.Random, text: str) -> str:
        lines = text.split("\n")
        edit(chance, lines)
        return "\n".join(lines)

    return fault


def _place(chance: random.Random, items: Sequence[object]) -> int:
    return chance.randrange(len(items) or 1)


def _delete(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    del lines[at : at + chance.randint(1, 3)]


def _double(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    lines[at:at] = lines[at : at + chance.randint(1, 4)]


def _swap(chance: random.Random, lines: list[str]) -> None:
    a, b = _place(chance, lines), _place(chance, lines)
    lines[a], lines[b] = lines[b], lines[a]


def _join(chance: random.Random, lines: list[str]) -> None:
    at = _place(chance, lines)
    lines[at : at + 2] = [chance.choice(("", " ")).join(lines[at : at + 2])]


def _break(chance: random.Random, text: str) -> str:
    at = _place(chance, text)
    return text[:at] + chance.choice(("\n", "\n\n", "\n\n\n", " \n", "\r", "-\n")) + text[at:]


def _cut(chance: random.Random, text: str) -> str:
    at = _place(chance, text)
    return text[:at] + text[at + chance.choice((1, 2, 5, 20, 100, 1000)) :]


def _insert(chance: random.Random, text: str) -> str:
    at = _place(chance, text)
    return text[:at] + chance.choice(_STRANGE) * chance.choice((1, 1, 1, 1, 2, 30)) + text[at:]


def _replace(chance: random.Random, text: str) -> str:
    at = _place(chance, text)
    return text[:at] + chance.choice(_STRANGE) + text[at + 1 :]


def _case(chance: random.Random, text: str) -> str:
    a, b = sorted((_place(chance, text), _place(chance, text)))
    return chance.choice((text.upper(), text.lower(), text[:a] + text[a:b].swapcase() + text[b:]))


def _ends(chance: random.Random, text: str) -> str:
    return text.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "\n \t\n", " ", "", "\x0c", "\u2028")))


def _blanks(chance: random.Random, text: str) -> str:
    if chance.random() < 0.4:
        return chance.choice((re.sub(r"\n\s*\n", "\n", text), text.replace("\n", "\n    ")))
    return text.replace(" ", chance.choice(("  ", "\t", "\u00a0")))


def _wrap(chance: random.Random, text: str) -> str:
    width = chance.choice((10, 40, 72, 100))
    return "\n".join(line[i : i + width] for line in text.split("\n") for i in range(0, len(line) or 1, width))


def _pages(chance: random.Random, text: str) -> str:
    every = chance.choice((3, 10, 25))
    mark = chance.choice(("[Page {}]", "-- {} --", "{}", "{} Papers of a Legation", "PAGE 0{}  PARIS 0123", "Page {} of 99", "\x0c"))
    lines = text.split("\n")
    return "\n".join(f"{line}\n{mark.format(i // every + 7)}" if i % every == every - 1 else line for i, line in enumerate(lines))


def _numbers(chance: random.Random, text: str) -> str:
    step = chance.randint(-3, 12)
    return re.sub(r"\d+", lambda m: str(max(0, int(m[0][:18]) + step)), text)


_ON_LINES = tuple(map(_lines, (_delete, _double, _swap, _join)))
_FAULTS = (*_ON_LINES, _break, _cut, _insert, _insert, _replace, _replace, _case, _ends, _blanks, _wrap, _pages, _numbers)


def damaged(texts: Sequence[str], seed: int, number: int) -> str:
    """Text `number` of a run."""
    chance = random.Random(f"{seed}:{number}")
    text = chance.choice(texts)
    if chance.random() < 0.25:
        other = chance.choice(texts)
        text = text[: _place(chance, text)] + chance.choice(("", "\n", "\n\n")) + other[_place(chance, other) :]
    for _ in range(chance.randint(1, 5)):
        text = chance.choice(_FAULTS)(chance, text)
    return text


def failures(converters: dict[str, Converter], source: Source, again: bool) -> Iterator[tuple[str, str]]:
    """What is wrong, as the reader and a sentence."""
    for name, converter in converters.items():
        try:
            made = converter.convert(source)
            for code in sorted({f"{d.code} {d.slug}" for d in made.diagnostics if d.severity is Severity.ERROR}):
                yield name, code
            if again and converter.convert(source).tei != made.tei:
                yield name, "not the same bytes again"
            if name == "auto" and not verify(source, made.tei).ok:
                yield name, "certificate refused"
        except Exception as e:  # noqa: BLE001 (whatever it is, it is what we look for)
            where = traceback.extract_tb(e.__traceback__)[-1]
            yield name, f"{type(e).__name__} in {pathlib.Path(where.filename).name}:{where.lineno} {where.name}"


def unread(source: Source) -> Iterator[tuple[str, str]]:
    """What is wrong with the readings of a text, as the reader and a sentence."""
    region = Span(0, len(source.text))
    for name, reader in parts("readers").items():
        try:
            reader.claim(source, region)
            reading = reader.read(source, region)
            if reading.inner is None and uncovered(reading.cable):
                yield name, "characters left over"
        except Exception as e:  # noqa: BLE001 (whatever it is, it is what we look for)
            where = traceback.extract_tb(e.__traceback__)[-1]
            yield name, f"{type(e).__name__} in {pathlib.Path(where.filename).name}:{where.lineno} {where.name}"


def main() -> int:
    """Convert and count; 1 when something failed."""
    args = argparse.ArgumentParser()
    for name, default in (("--count", 2000), ("--seed", 1), ("--first", 0), ("--show", -1)):
        args.add_argument(name, type=int, default=default)
    args.add_argument("--read-only", action="store_true")
    given = args.parse_args()
    converters = {} if given.read_only else {"auto": Converter(), **{name: Converter(dialect=name) for name in parts("readers")}}
    texts = specimens()
    numbers = range(given.first, given.first + given.count) if given.show < 0 else range(given.show, given.show + 1)
    found: dict[tuple[str, str], list[int]] = collections.defaultdict(list)
    refused, begin = 0, time.monotonic()
    for number in numbers:
        text = damaged(texts, given.seed, number)
        try:
            source, _ = load(text.encode("utf-8", "surrogatepass"))
        except Unreadable:
            refused += 1
            continue
        for failure in unread(source) if given.read_only else failures(converters, source, number % _SAMPLE == 0):
            found[failure].append(number)
        if given.show >= 0:
            print(source.text, converters["auto"].convert(source).tei.decode(), sep=f"\n{'-' * 80}\n")
        if time.monotonic() - begin > _REPORT:
            print(f"{number - given.first + 1} texts, {sum(map(len, found.values()))} failures", file=sys.stderr, flush=True)
            begin = time.monotonic()
    _print(len(numbers), refused, len(texts), found)
    return int(any(what != "certificate refused" for _, what in found))


def _print(count: int, refused: int, texts: int, found: dict[tuple[str, str], list[int]]) -> None:
    """The counts, and the texts that failed by what failed."""
    print(f"{count} texts made of {texts} specimens ({refused} empty or binary)")
    for (reader, what), numbers in sorted(found.items(), key=lambda item: -len(item[1])):
        print(f"  {reader}: {what}: {len(numbers)}, texts {', '.join(map(str, numbers[:12]))}")
    if not found:
        print("no failure")


if __name__ == "__main__":
    sys.exit(main())
