"""How many references to other telegrams are resolved, and how many of these rightly, checked against what the editors of the volumes say.

    network.py TRAIN OUT [--show N]      TRAIN: volumes with dN.txt and dN.gold.xml; OUT: the same converted (OUT/VOLUME/dN.xml)

The resolver reads OUT alone. Three things that it does not look at tell what is right:

* `document`: a note right behind the reference that is nothing but "Document 45.", or words behind it that say "is printed as Document 45"; which
  document that is says the editors' own link (`ref/@target`), in the gold;
* `not printed`: a note right behind the reference that begins "Not printed" or "Not found": nothing in the volume is right;
* `day`: the reference states a day ("Embtel 486 of May 3"), and one telegram of the volume, by the words of its text, has that number and that day,
  within a year. For this the resolver gets the files without the tags of dates in their texts.

Every second volume, in the order of their names, is held out: its misses are not shown, and it is counted apart.
"""

import argparse
import datetime as dt
import pathlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from lxml import etree

from tei_cable.desk.network import Network, network
from tei_cable.text.dates import MONTH_NAMES

T = "{http://www.tei-c.org/ns/1.0}"

DAY = re.compile(rf"({'|'.join(MONTH_NAMES)}) (\d{{1,2}}), (19\d\d)")
NUMBER = re.compile(r"(?:[A-Z][a-z]+ )?(?:[A-Z]{1,3}[-\u2013])?(\d+)\. ")
DOCUMENT = re.compile(r"(?:Printed as )?Document \d+\.?$")
BEFORE = re.compile(r"(?:is|was) printed as Documents? $")
DATED = re.compile(r"(?:\s|,|\(|of|dated)*$")
Key = tuple[str, int]


def main() -> None:
    """Measure each volume, print the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    total: dict[str, Counter[str]] = defaultdict(Counter)
    for at, volume in enumerate(sorted(p for p in asked.out.iterdir() if p.is_dir())):
        half, show = ("held out", 0) if at % 2 else ("looked at", asked.show)
        total[f"{half}, volumes"]["number"] += 1
        files = {p.stem: p.read_bytes() for p in sorted(volume.glob("*.xml"))}
        gold = dict(of_editors(asked.train / volume.name, files))
        counted(total, f"{half}, editors", gold, made(files), show, volume.name)
        counted(total, f"{half}, day", dict(of_days(asked.train / volume.name, files)), made(files, dates=False), show, volume.name)
    for kind in ("editors", "day"):
        total[f"all, {kind}"] = total[f"looked at, {kind}"] + total[f"held out, {kind}"]
    for kind, c in total.items():
        if kind.endswith("volumes"):
            print(f"{kind}: {c['number']}")
            continue
        checked = c["right"] + c["wrong"]
        recall, precision = c["right"] / max(1, c["inside"]), c["right"] / max(1, checked)
        print(f"{kind}: {c['inside']} references whose target is in the volume, {c['right']} resolved rightly, {c['wrong']} wrongly")
        print(f"  ({c['outside']} of those checked lead out of the volume): recall {recall:.3f}, precision {precision:.3f}")


def made(files: Mapping[str, bytes], *, dates: bool = True) -> Mapping[Key, str]:
    """The targets that the resolver finds, by telegram and reference ("" for none)."""
    found: Network = network((f"{name}.xml", data if dates else undated(data)) for name, data in files.items())
    return {(r.citing.id, r.citation.at): r.target.id if r.target else "" for r in found.references if r.citation.at >= 0}


def undated(data: bytes) -> bytes:
    """A file without tags of dates in its running text and notes."""
    # the header and the dateline keep theirs
    end = max(data.find(b"</dateline>"), data.find(b"<head"))
    return data[:end] + re.sub(rb"</?date\b[^>]*>", b"", data[end:])


def counted(total: dict[str, Counter[str]], kind: str, gold: Mapping[Key, str], found: Mapping[Key, str], show: int, volume: str) -> None:
    """Add up; `gold` gives "" for what is not in the volume."""
    for key, right in gold.items():
        ours = found.get(key, "")
        total[kind]["inside" if right else "outside"] += 1
        if ours:
            total[kind]["right" if ours == right else "wrong"] += 1
        if ours != right and total[kind]["shown"] < show:
            total[kind]["shown"] += 1
            print(f"  {kind} {volume} {key[0]} reference {key[1]}: {right or 'none'} is right, {ours or 'none'} was found")


def refs(data: bytes) -> Iterator[tuple[int, etree._Element]]:
    """The references in the order in which they are read: the blocks, then the notes."""
    body = etree.fromstring(data).find(f"{T}text")
    every = list(body.iter(f"{T}ref"))
    outside = [e for e in every if not any(noted(a) for a in e.iterancestors())]
    return enumerate([*outside, *(e for e in every if e not in outside)])


def noted(e: etree._Element) -> bool:
    """Whether an element is a numbered note."""
    return e.tag == f"{T}note" and e.get("place") != "inline"


def of_editors(volume: pathlib.Path, files: Mapping[str, bytes]) -> Iterator[tuple[Key, str]]:
    """What the editors' links and notes say, for the references of our files."""
    for name, data in files.items():
        gold = etree.parse(volume / f"{name}.gold.xml").getroot()
        links = {n.get("n"): link for n in gold.iter(f"{T}note") if (link := alone(n)) is not None}
        linked = [x for x in gold.iter(f"{T}ref") if re.fullmatch(r"#d\d+", x.get("target", ""))]
        inner = [x.get("target")[1:] for x in linked if BEFORE.search("".join(before(x))[-30:])]
        for at, e in refs(data):
            if e.get("type") != "telegram":
                continue
            note = e.getnext()
            if note is not None and note.tag == f"{T}note" and not (e.tail or "").strip(" ,.;)"):
                said = " ".join("".join(note.itertext()).split())
                if note.get("n") in links:
                    target = links[note.get("n")]
                    yield (name, at), target if target in files else ""
                elif said.startswith(("Not printed", "Not found")):
                    yield (name, at), ""
            elif (m := re.match(r" (?:is|was) printed as Document (\d+)", e.tail or "")) and f"d{m[1]}" in inner:
                yield (name, at), f"d{m[1]}" if f"d{m[1]}" in files else ""


def alone(note: etree._Element) -> str | None:
    """The document that a note is nothing but a link to."""
    said = " ".join("".join(note.itertext()).split())
    link = note.find(f".//{T}ref")
    target = "" if link is None else link.get("target", "")
    return target[1:] if DOCUMENT.match(said) and re.fullmatch(r"#d\d+", target) else None


def before(e: etree._Element) -> Iterator[str]:
    """The words between an element and the one before it."""
    previous = e.getprevious()
    yield (previous.tail if previous is not None else e.getparent().text) or ""


def of_days(volume: pathlib.Path, files: Mapping[str, bytes]) -> Iterator[tuple[Key, str]]:
    """What number and stated day say together, where one telegram of the volume has both."""
    known: dict[tuple[str, str], list[str]] = defaultdict(list)
    days: dict[str, dt.date] = {}
    for name in files:
        paragraphs = (volume / f"{name}.txt").read_text(encoding="utf-8").split("\n\n")
        day = next((m for p in paragraphs[:4] if (m := DAY.search(p))), None)
        number = next((m for p in paragraphs[1:6] if (m := NUMBER.match(p))), None)
        if day and number:
            days[name] = dt.date(int(day[3]), MONTH_NAMES.index(day[1]) + 1, int(day[2]))
            known[number[1], days[name].isoformat()].append(name)
    for name, data in files.items():
        for at, e in refs(data):
            date = e.getnext()
            if date is not None and date.tag == f"{T}date" and DATED.match(e.tail or ""):
                right = known.get((e.get("n", ""), date.get("when", "")[:10]), ())
                if len(right) == 1 and right[0] != name and abs((days.get(name, dt.date.min) - days[right[0]]).days) < 366:
                    yield (name, at), right[0]


if __name__ == "__main__":
    main()
