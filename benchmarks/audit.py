"""Plant inconsistencies in a corpus that has none, audit it, and count those that are found, and what is found beside them.

    audit.py OUT [--volumes N] [--each N]     OUT: telegrams converted from FRUS, OUT/VOLUME/dN.xml

What the audit finds before anything is planted is printed: in telegrams whose text nobody has changed, these are the false findings (or real ones).
"""

import argparse
import itertools
import pathlib
import random
import re
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from tei_cable import api

NAME = re.compile(r'<persName ref="#(\w+)">([^<]+)</persName>')
OFFICE = re.compile(r'<rs ref="#(\w+)" type="person">([^<]+)</rs>')
DAY = re.compile(r'(<creation><date when=")(\d{4}-\d\d-\d\d)')
DIV = re.compile(r'(<div type="telegram" n=")(\d+)(")')
PARTIES = re.compile(
    r'type="sent">\s*<orgName[^>]*>([^<]+)</orgName>\s*<placeName[^>]*>([^<]+)<.*?type="received">\s*<orgName[^>]*>([^<]+)<', re.DOTALL
)
TARGET = re.compile(r'<ref type="telegram"[^>]* target="([^"]+)">')
Texts = dict[pathlib.Path, str]
# a file, the code that must be found in it, and the files as they are then
Planted = tuple[pathlib.Path, str, Texts]


def main() -> None:
    """Plant and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--volumes", type=int, default=4)
    parser.add_argument("--each", type=int, default=20)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        volumes = sorted((p for p in asked.out.iterdir() if p.is_dir()), key=lambda p: -len(list(p.iterdir())))[: asked.volumes]
        for volume in volumes:
            shutil.copytree(volume, home / volume.name)
        for volume in volumes:
            list(api.write_targets(api.corpus_network([str(home / volume.name)])))
        before = found(home)
        print(f"{sum(1 for _ in home.glob('*/*.xml'))} telegrams, before anything is planted: {dict(Counter(c for _, c in before.elements()))}")
        for path, code in before:
            print(f"  {code} {path}")
        planted = plant(home, asked.each)
        after = found(home)
        hit = [p for p in planted if after[p] > before[p]]
        missed = Counter(code for path, code in planted if (path, code) not in hit)
        print(f"{len(planted)} planted {dict(Counter(code for _, code in planted))}: {len(hit)} found, missed {dict(missed)}")
        for path, code in planted:
            if (path, code) not in hit:
                print(f"  {code} {path}")


def found(home: pathlib.Path) -> Counter[tuple[str, str]]:
    """How often each code is found in each file."""
    audit = api.corpus_audit([str(home)])
    return Counter((file, d.code) for file, ds in audit.findings.items() for d in ds)


def plant(home: pathlib.Path, each: int) -> list[tuple[str, str]]:
    """Change files, each at most once; the file and code of each inconsistency."""
    draw = random.Random(8)
    texts: Texts = {p: p.read_text(encoding="utf-8") for p in sorted(home.glob("*/*.xml"))}
    used: set[pathlib.Path] = set()
    planted: list[tuple[str, str]] = []
    for kind in KINDS:
        done = 0
        for path, code, changed in kind(texts, draw):
            if done == each:
                break
            if used & changed.keys():
                continue
            used |= changed.keys()
            for p, text in changed.items():
                p.write_text(text, encoding="utf-8")
            planted.append((str(path), code))
            done += 1
    return planted


def body(text: str) -> str:
    """A file without its header and lists."""
    return text.partition("<text")[2]


def shuffled(texts: Texts, draw: random.Random) -> list[tuple[pathlib.Path, str]]:
    """The files in an order drawn by lot."""
    every = list(texts.items())
    draw.shuffle(every)
    return every


def used_names(texts: Texts) -> dict[tuple[str, str, str], int]:
    """In how many files of a volume each name points to each id."""
    return Counter((p.parent.name, *m) for p, t in texts.items() for m in set(NAME.findall(body(t))))


def other_id(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """The same full name by another id."""
    often = used_names(texts)
    for p, t in shuffled(texts, draw):
        if m := next((m for m in NAME.findall(body(t)) if re.search(r"\w\w.* .*\w\w", m[1]) and often[p.parent.name, *m] > 3), None):
            yield p, "K001", {p: re.sub(rf'(#|xml:id="){m[0]}"', rf'\1{m[0]}{p.stem}"', t)}


def other_entry(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """The same id for somebody else."""
    often = used_names(texts)
    for p, t in shuffled(texts, draw):
        if m := next((m for m in NAME.findall(body(t)) if often[p.parent.name, *m] > 5), None):
            changed = re.sub(rf'(<person xml:id="{m[0]}"[^>]*><persName>).*?(</persName>)', rf"\1Zbigniew Quux{p.stem}\2", t)
            if changed != t:
                yield p, "K002", {p: changed}


def other_link(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """The same surname, in the same telegram, for another person."""
    for p, t in shuffled(texts, draw):
        names = NAME.findall(body(t))
        one = next((m for m in names if " " not in m[1]), None)
        if one and (other := next((m for m in names if m[0] != one[0]), None)):
            yield p, "K003", {p: appended(t, f'<p><persName ref="#{other[0]}">{one[1]}</persName> agreed.</p>')}


def other_holder(texts: Texts, _: random.Random) -> Iterator[Planted]:
    """An office that another holds for one telegram."""
    held: dict[tuple[str, ...], list[tuple[str, pathlib.Path, str]]] = defaultdict(list)
    for p, t in texts.items():
        if (parties := PARTIES.search(t)) and (day := DAY.search(t)):
            for ref, words in dict.fromkeys(OFFICE.findall(t)):
                if " " in words:
                    held[p.parent.name, parties[1], parties[3], words].append((day[2], p, ref))
    for (*_, words), said in sorted(held.items()):
        said.sort()
        for (d1, _, a), (d2, p, b), (d3, _, c) in list(zip(said, said[1:], said[2:], strict=False))[::3]:
            other = next((m[0] for m in NAME.findall(body(texts[p])) if m[0] != b), "")
            if a == b == c and d1 < d2 < d3 and other:
                yield p, "K004", {p: texts[p].replace(f'<rs ref="#{b}" type="person">{words}<', f'<rs ref="#{other}" type="person">{words}<')}


def later(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """A telegram that is cited, and dated years later."""
    for p, t in shuffled(texts, draw):
        inner = body(t)
        if m := next((m for m in TARGET.finditer(inner) if "<note" not in inner[: m.start()].rpartition("</note>")[2]), None):
            cited = p.parent / m[1]
            head, _, text = texts[cited].partition("<text")
            yield p, "K005", {p: t, cited: re.sub(r'when="19\d\d-', 'when="1979-', head) + "<text" + text}


def series(texts: Texts) -> Iterator[list[tuple[str, int, pathlib.Path]]]:
    """The telegrams of a volume by series, in the order of their days."""
    found: dict[tuple[str, ...], list[tuple[str, int, pathlib.Path]]] = defaultdict(list)
    for p, t in texts.items():
        if (parties := PARTIES.search(t)) and (day := DAY.search(t)) and (n := DIV.search(t)):
            found[p.parent.name, parties[1], parties[3]].append((day[2], int(n[2]), p))
    yield from (sorted(of) for _, of in sorted(found.items()))


def twice(texts: Texts, _: random.Random) -> Iterator[Planted]:
    """The number of the one before."""
    for of in list(series(texts))[::2]:
        for (d1, n, before), (d2, _, p) in list(itertools.pairwise(of))[1::4]:
            if d1[:7] == d2[:7] and int(d2[8:]) - int(d1[8:]) > 1:
                yield p, "K006", {before: texts[before], p: DIV.sub(rf"\g<1>{n}\3", texts[p])}


def missing(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """A series of a dozen, of which one is not there."""
    for k, (p, t) in enumerate(shuffled(texts, draw)):
        if (parties := PARTIES.search(t)) and DAY.search(t) and DIV.search(t):
            office = f"Delegation to Conference {k}"
            made = t.replace(f">{parties[1]}</orgName>", f">{office}</orgName>", 1) if parties[1].startswith("Embassy") else ""
            if not made:
                continue
            made = re.sub(r' target="[^"]*"', "", made)
            days = {p.parent / f"series{k}-{n}.xml": dated(made, n) for n in range(1, 13) if n != 6}
            yield p.parent / f"series{k}-7.xml", "K007", days


def dated(text: str, n: int) -> str:
    """The text with a number, and the day in January that goes with it."""
    return re.sub(r'when="19\d\d-\d\d-\d\d', f'when="1959-01-{n + 9:02}', DIV.sub(rf"\g<1>{n}\3", text))


def out_of_order(texts: Texts, _: random.Random) -> Iterator[Planted]:
    """A number that is thousands away."""
    for of in list(series(texts))[1::2]:
        for a, b, t, c, d in list(zip(of, of[1:], of[2:], of[3:], of[4:], strict=False))[::4]:
            near = b[0][:7] == t[0][:7] == c[0][:7] and int(t[0][8:]) - int(b[0][8:]) > 2 and int(c[0][8:]) - int(t[0][8:]) > 2
            if near and a[1] < b[1] < c[1] < d[1]:
                kept = {x[2]: texts[x[2]] for x in (a, b, c, d)}
                yield t[2], "K008", {**kept, t[2]: DIV.sub(rf"\g<1>{t[1] + 5000}\3", texts[t[2]])}


def elsewhere(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """An embassy that sends from a place of its own."""
    often = Counter(m[1] for t in texts.values() if (m := PARTIES.search(t)))
    for p, t in shuffled(texts, draw):
        if (m := PARTIES.search(t)) and m[1].startswith("Embassy") and often[m[1]] > 20:
            yield p, "K009", {p: t[: m.start(2)] + f"Port {p.stem}" + t[m.end(2) :]}


def answers_later(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """A reference to a telegram of a later day."""
    for p, t in shuffled(texts, draw):
        yield p, "D005", {p: appended(t, '<p>Your <ref type="telegram" n="5">telegram 5</ref> of <date when="1979-05-01">May 1</date> came.</p>')}


def unborn(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """A person born after the telegram."""
    entry = '<person xml:id="unborn"><persName>Ada Bell</persName><birth when="1985"/></person></listPerson>'
    for p, t in shuffled(texts, draw):
        if "</listPerson>" in t:
            yield p, "P005", {p: appended(t.replace("</listPerson>", entry, 1), '<p><persName ref="#unborn">Bell</persName> agreed.</p>')}


def dead(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """A sender dead for fifty years."""
    entry = '<person xml:id="dead"><persName>Ada Bell</persName><death when="1905"/></person></listPerson>'
    for p, t in shuffled(texts, draw):
        if "</listPerson>" in t and '<correspAction type="sent">' in t:
            sent = '<correspAction type="sent"><persName ref="#dead">Ada Bell</persName>'
            yield p, "P006", {p: t.replace("</listPerson>", entry, 1).replace('<correspAction type="sent">', sent, 1)}


def renamed(texts: Texts, draw: random.Random) -> Iterator[Planted]:
    """A place by the name that it had at another time."""
    entry = '<place xml:id="renamed"><placeName to="1914">Christburg</placeName><placeName from="1914">Newburg</placeName></place></listPlace>'
    for p, t in shuffled(texts, draw):
        if "</listPlace>" in t:
            said = '<p>In <placeName ref="#renamed">Christburg</placeName> all is quiet.</p>'
            yield p, "P007", {p: appended(t.replace("</listPlace>", entry, 1), said)}


def appended(text: str, paragraph: str) -> str:
    """A telegram with one more paragraph."""
    at = text.rfind("</p>") + 4
    closing = text.find("</div>", text.find('<div type="telegram"'))
    return text[:closing] + paragraph + text[closing:] if closing > 0 else text[:at] + paragraph + text[at:]


KINDS: tuple[Callable[[Texts, random.Random], Iterator[Planted]], ...] = (
    other_holder, out_of_order, twice, later, other_id, other_entry, other_link, missing, elsewhere, answers_later, unborn, dead, renamed,
)  # fmt: skip

if __name__ == "__main__":
    main()
