"""Inconsistencies to plant into telegrams converted from FRUS: for each code of the audit, ways in which telegrams come to have it.

Each way is a function of the texts by path, and of a lot; it gives, one inconsistency after the other, the path in which it must be found and the
texts that are other than they were, or must stay as they are.
"""

import datetime as dt
import itertools
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from tei_cable.authority import core, tenures
from tei_cable.authority.tenures import Tenure

Texts = Mapping[str, str]
Planted = Iterator[tuple[str, dict[str, str]]]
Kind = Callable[[Texts, random.Random], Planted]

NAME = re.compile(r'<persName ref="#(\w+)">([^<]+)</persName>')
OFFICE = re.compile(r'<rs ref="#(\w+)" type="person">([^<]+)</rs>')
DAY = re.compile(r'<creation><date when="(\d{4}-\d\d-\d\d)')
DIV = re.compile(r'(<div type="telegram" n=")(\d+)(")')
PARTIES = re.compile(
    r'type="sent">\s*<orgName[^>]*>([^<]+)</orgName>\s*<placeName[^>]*>([^<]+)<.*?type="received">\s*<orgName[^>]*>([^<]+)<', re.DOTALL
)
TARGET = re.compile(r'<ref type="telegram"[^>]* target="([^"]+)">')
SENT = '<correspAction type="sent">'
SECRETARY = ("Secretary of State", "united-states", "")


def body(text: str) -> str:
    """A file without its header and lists."""
    return text.partition("<text")[2]


def volume(path: str) -> str:
    """The folder of a file."""
    return path.rpartition("/")[0]


def shuffled(texts: Texts, draw: random.Random) -> list[tuple[str, str]]:
    """The files in an order drawn by lot."""
    every = list(texts.items())
    draw.shuffle(every)
    return every


def written(text: str) -> dt.date | None:
    """The day of a telegram."""
    m = DAY.search(text)
    return dt.date.fromisoformat(m[1]) if m else None


def moved(text: str, days: int) -> str:
    """A telegram so many days later, in its header."""
    day = written(text)
    head, mark, rest = text.partition("<text")
    return head.replace(f'when="{day}', f'when="{day + dt.timedelta(days)}') + mark + rest if day else text


def numbered(text: str, n: int) -> str:
    """A telegram of another number."""
    return DIV.sub(rf"\g<1>{n}\3", text)


def appended(text: str, paragraph: str) -> str:
    """A telegram with one more paragraph."""
    closing = text.find("</div>", text.find('<div type="telegram"'))
    return text[:closing] + paragraph + text[closing:]


def listing(text: str, entry: str) -> str:
    """A telegram whose list has one more person."""
    return text.replace("</listPerson>", f"{entry}</listPerson>", 1)


def copies(texts: Texts, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Telegrams of embassies as of senders of their own, without what would lead to others: a place for them, and the text."""
    for k, (p, t) in enumerate(shuffled(texts, draw)):
        parties = PARTIES.search(t)
        if parties and parties[1].startswith("Embassy") and written(t) and DIV.search(t):
            made = t.replace(f">{parties[1]}</orgName>", f">Delegation to Conference {k}</orgName>", 1)
            yield f"{volume(p)}/series{k}", re.sub(r' target="[^"]*"', "", made)


def used_names(texts: Texts) -> Counter[tuple[str, str, str]]:
    """In how many files of a volume each name points to each id."""
    return Counter((volume(p), *m) for p, t in texts.items() for m in set(NAME.findall(body(t))))


# K001
def other_id(texts: Texts, draw: random.Random) -> Planted:
    """The same full name by another id."""
    often, spent = used_names(texts), Counter[str]()
    for p, t in shuffled(texts, draw):
        full = (m for m in NAME.findall(body(t)) if re.search(r"\w\w.* .*\w\w", m[1]))
        # most files must have the id still
        if m := next((m for m in full if often[volume(p), *m] > 3 * spent[m[0]] + 3), None):
            spent[m[0]] += 1
            yield p, {p: re.sub(rf'(#|xml:id="){m[0]}"', rf'\1{m[0]}{p.rpartition("/")[2][:-4]}"', t)}


def listed_twice(texts: Texts, draw: random.Random) -> Planted:
    """A full name that other files have, in a telegram that has not yet named it, by an entry of its own."""
    often = used_names(texts)
    full = {(v, i, n): c for (v, i, n), c in often.items() if c > 3 and re.search(r"\w\w.* .*\w\w", n)}
    for p, t in shuffled(texts, draw):
        free = [(i, n) for v, i, n in full if v == volume(p) and n not in t and f'"{i}"' not in t]
        source = re.search(r'<person xml:id="\w+" (source="#list1")>', t)
        if free and source:
            _, name = draw.choice(free)
            id = f"twice-{p.rpartition('/')[2][:-4]}"
            person = f'<person xml:id="{id}" {source[1]}><persName>{name}</persName></person>'
            yield p, {p: appended(listing(t, person), f'<p><persName ref="#{id}">{name}</persName> agreed.</p>')}


# K002
def other_entry(texts: Texts, draw: random.Random) -> Planted:
    """The same id for somebody else."""
    often = used_names(texts)
    for p, t in shuffled(texts, draw):
        if m := next((m for m in NAME.findall(body(t)) if often[volume(p), *m] > 5), None):
            stranger = f"Zbigniew Quux{p.rpartition('/')[2][:-4]}"
            changed = re.sub(rf'(<person xml:id="{m[0]}"[^>]*><persName>).*?(</persName>)', rf"\1{stranger}\2", t)
            if changed != t:
                yield p, {p: changed}


# K003
def other_link(texts: Texts, draw: random.Random) -> Planted:
    """The same surname, in the same telegram, for another person."""
    for p, t in shuffled(texts, draw):
        names = NAME.findall(body(t))
        one = next((m for m in names if " " not in m[1]), None)
        if one and (other := next((m for m in names if m[0] != one[0]), None)):
            yield p, {p: appended(t, f'<p><persName ref="#{other[0]}">{one[1]}</persName> agreed.</p>')}


# K004
def of_the_list(text: str) -> list[str]:
    """The persons of the volume's list whom a telegram lists."""
    return re.findall(r'<person xml:id="(\w+)" source="#list1">', text)


def other_holder(texts: Texts, _: random.Random) -> Planted:
    """An office that another holds for one telegram."""
    held: dict[tuple[str, ...], list[tuple[dt.date, str, str]]] = defaultdict(list)
    for p, t in texts.items():
        if (parties := PARTIES.search(t)) and (day := written(t)):
            for ref, words in dict.fromkeys(OFFICE.findall(t)):
                if " " in words:
                    held[volume(p), parties[1], parties[3], words].append((day, p, ref))
    for (*_rest, words), said in sorted(held.items()):
        said.sort()
        for (d1, p1, a), (d2, p, b), (d3, p3, c) in list(zip(said, said[1:], said[2:], strict=False))[::3]:
            other = next((i for i in of_the_list(texts[p]) if i != b), "")
            if a == b == c and d1 < d2 < d3 and other and b in of_the_list(texts[p]):
                link = f'<rs ref="#{b}" type="person">{words}<'
                changed = texts[p].replace(link, link.replace(f"#{b}", f"#{other}"))
                yield p, {p1: texts[p1], p3: texts[p3], p: changed}


def other_holder_in_copies(texts: Texts, draw: random.Random) -> Planted:
    """The same in three to five copies, a week apart from one another."""
    for home, t in copies(texts, draw):
        ids = of_the_list(t)
        if len(ids) > 1:
            number, odd = draw.choice(((3, 1), (4, 2), (5, 1), (5, 3)))
            said = '<p>The <rs ref="#{}" type="person">Minister of Fisheries</rs> agreed.</p>'
            made = {f"{home}-{n}.xml": numbered(moved(appended(t, said.format(ids[n == odd])), 7 * n), 40 + 9 * n) for n in range(number)}
            yield f"{home}-{odd}.xml", made


# K005
def cited_later(texts: Texts, draw: random.Random) -> Planted:
    """A telegram that is cited, and dated months later."""
    for p, cited, days in citing(texts, draw):
        yield p, {p: texts[p], cited: moved(texts[cited], days + draw.randint(2, 400))}


def citing_earlier(texts: Texts, draw: random.Random) -> Planted:
    """A telegram that cites another, and is dated before it."""
    for p, cited, days in citing(texts, draw):
        yield p, {p: moved(texts[p], -days - draw.randint(2, 60)), cited: texts[cited]}


def cited_later_in_copies(texts: Texts, draw: random.Random) -> Planted:
    """Two copies, of which one cites the other and is older."""
    for home, t in copies(texts, draw):
        cited = f'<p>See <ref type="telegram" n="5" target="{home.rpartition("/")[2]}-1.xml">telegram 5</ref>.</p>'
        yield f"{home}-2.xml", {f"{home}-1.xml": moved(t, draw.randint(2, 400)), f"{home}-2.xml": appended(t, cited)}


def citing(texts: Texts, draw: random.Random) -> Iterator[tuple[str, str, int]]:
    """Telegrams with one that they cite, not in a note, and by how many days it is before them."""
    for p, t in shuffled(texts, draw):
        inner = body(t)
        for m in TARGET.finditer(inner):
            cited = f"{volume(p)}/{m[1]}"
            late, early = written(t), written(texts[cited])
            if "<note" not in inner[: m.start()].rpartition("</note>")[2] and late and early and late >= early:
                yield p, cited, (late - early).days


# K006 to K008
def series(texts: Texts) -> Iterator[list[tuple[dt.date, int, str]]]:
    """The telegrams of a volume by series, in the order of their days."""
    found: dict[tuple[str, ...], list[tuple[dt.date, int, str]]] = defaultdict(list)
    for p, t in texts.items():
        if (parties := PARTIES.search(t)) and (day := written(t)) and (n := DIV.search(t)):
            found[volume(p), parties[1], parties[3]].append((day, int(n[2]), p))
    yield from (sorted(of) for _, of in sorted(found.items()))


def number_of_the_one_before(texts: Texts, _: random.Random) -> Planted:
    """The number of the one before."""
    for of in series(texts):
        for (d1, n, before), (d2, _n, p) in list(itertools.pairwise(of))[1::4]:
            if 1 < (d2 - d1).days < 100:
                yield p, {before: texts[before], p: numbered(texts[p], n)}


def sent_again(texts: Texts, draw: random.Random) -> Planted:
    """A copy by the same number, days or weeks later."""
    for home, t in copies(texts, draw):
        again = f"{home}-2.xml"
        yield again, {f"{home}-1.xml": t, again: moved(t, draw.randint(2, 100))}


def left_out(texts: Texts, draw: random.Random) -> Planted:
    """A run of copies, of which one or two are not there."""
    for home, t in copies(texts, draw):
        first, gap, out = draw.randint(1, 900), draw.randint(3, 9), draw.choice((1, 1, 2))
        days = {n: f"{home}-{n}.xml" for n in range(1, 25) if not gap <= n < gap + out}
        yield days[gap + out], {p: numbered(moved(t, n), first + n) for n, p in days.items()}


def misread_number(texts: Texts, draw: random.Random) -> Planted:
    """A number with a figure too many, or too few."""
    for of in series(texts):
        for a, b, t, c, d in list(zip(of, of[1:], of[2:], of[3:], of[4:], strict=False))[::4]:
            if a[1] < b[1] < c[1] < d[1] and 2 < (t[0] - b[0]).days < 45 and 2 < (c[0] - t[0]).days < 45:
                kept = {x[2]: texts[x[2]] for x in (a, b, c, d)}
                misread = int(draw.choice((f"{t[1]}{draw.randint(0, 9)}", f"{draw.randint(1, 9)}{t[1]}", str(t[1])[:-1] or "9999")))
                if abs(misread - b[1]) > 2 * (c[1] - b[1]) + 1:
                    yield t[2], {**kept, t[2]: numbered(texts[t[2]], misread)}


def misread_number_in_copies(texts: Texts, draw: random.Random) -> Planted:
    """Five copies a few days apart, of which one has two figures changed about, or one misread."""
    for home, t in copies(texts, draw):
        first, step = draw.randint(120, 4000), draw.randint(2, 9)
        numbers = [first + step * n for n in range(5)]
        right = str(numbers[2])
        at = draw.randrange(len(right) - 1)
        swapped = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
        wrong = int(draw.choice((swapped, right[:at] + str((int(right[at]) + 3) % 10) + right[at + 1 :])))
        # nearer than that, telegrams overtake one another
        if abs(wrong - numbers[2]) > 3 * step:
            numbers[2] = wrong
            yield f"{home}-2.xml", {f"{home}-{n}.xml": numbered(moved(t, 4 * n), number) for n, number in enumerate(numbers)}


def misread_month_in_copies(texts: Texts, draw: random.Random) -> Planted:
    """Nine copies a few days apart, of which one is dated weeks later."""
    for home, t in copies(texts, draw):
        first, step = draw.randint(120, 4000), draw.randint(3, 9)
        days = {n: 4 * n for n in range(9)} | {2: 4 * 6 + 2}
        # it stands among those of its day, with the number of its own
        yield f"{home}-2.xml", {f"{home}-{n}.xml": numbered(moved(t, 2 * on), first + step * n) for n, on in days.items()}


# K009
def elsewhere(texts: Texts, draw: random.Random) -> Planted:
    """An embassy that sends from a place of its own."""
    often = Counter(m[1] for t in texts.values() if (m := PARTIES.search(t)))
    for p, t in shuffled(texts, draw):
        if (m := PARTIES.search(t)) and m[1].startswith("Embassy") and often[m[1]] > 20 and m[2] != "Washington":
            yield p, {p: t[: m.start(2)] + f"Port {p.rpartition('/')[2][1:-4]}" + t[m.end(2) :]}


# K010
def exact(office: tuple[str, str, str]) -> list[Tenure]:
    """The tenures of an office whose dates are exact to the day."""
    held = [t for of in (*tenures.known().values(), tenures.all_others()) for o, t in of if o == office]
    return sorted((t for t in held if len(t.start) == len(t.end) == 10), key=lambda t: t.start)


def outside(office: tuple[str, str, str], day: dt.date, draw: random.Random, *, late: bool = False) -> Tenure | None:
    """One who held an office at another time than a day on which somebody else did."""
    every = exact(office)
    now = [t for t in every if t.start <= str(day) <= t.end]
    others = {t.person for t in now}
    once = [t for t in every if t.person not in others and t.end < str(day - dt.timedelta(60))]
    then = [] if late else [t for t in every if t.person not in others and min(t.start, t.appointed or t.start) > str(day + dt.timedelta(60))]
    # one who held it more than once is taken when no time of his is near
    fit = [t for t in (*once, *then) if all(abs(int(x.start[:4]) - day.year) > 1 for x in every if x.person == t.person)]
    return draw.choice(fit) if now and fit else None


def entry(t: Tenure) -> tuple[str, str]:
    """The surname and the entry of who held an office."""
    known = core.person(t.person) or tenures.person(t.person)
    if known is None:
        return "", ""
    numbers = "".join(f'<idno type="{kind}">{n}</idno>' for kind, n in known.idno)
    return known.surname, f'<person xml:id="{t.person}"><persName>{known.name}</persName>{numbers}</person>'


def titled(texts: Texts, draw: random.Random) -> Planted:
    """A secretary of state of another time, by name and title."""
    for p, t in shuffled(texts, draw):
        if (day := written(t)) and "</listPerson>" in t and (held := outside(SECRETARY, day, draw)) and f'"{held.person}"' not in t:
            surname, person = entry(held)
            said = f'<p><persName ref="#{held.person}"><roleName>Secretary of State</roleName> {surname}</persName> agreed.</p>'
            yield p, {p: appended(listing(t, person), said)}


def meant(texts: Texts, draw: random.Random) -> Planted:
    """An ambassador of another time, meant by the office."""
    posts = {"Paris": "france", "London": "united-kingdom", "Tokyo": "japan", "Rome": "italy", "Moscow": "ussr", "Cairo": "egypt"}
    for p, t in shuffled(texts, draw):
        city = draw.choice(list(posts))
        held = outside(("Ambassador", "united-states", posts[city]), day, draw) if (day := written(t)) else None
        if held and "</listPerson>" in t and f'"{held.person}"' not in t:
            said = f'<p>The <rs type="person" ref="#{held.person}">Ambassador in {city}</rs> agreed.</p>'
            yield p, {p: appended(listing(t, entry(held)[1]), said)}


def signed(texts: Texts, draw: random.Random) -> Planted:
    """An ambassador of an earlier time who signs for the embassy."""
    for p, t in shuffled(texts, draw):
        parties, day = PARTIES.search(t), written(t)
        if parties and day and parties[1].startswith("Embassy in ") and "</listPerson>" in t:
            state = re.sub(r"\W+", "-", parties[1].removeprefix("Embassy in ").removeprefix("the ").casefold())
            held = outside(("Ambassador", "united-states", state), day, draw, late=True)
            if held and f'"{held.person}"' not in t:
                surname, person = entry(held)
                yield p, {p: appended(listing(t, person), f'<closer><signed><persName ref="#{held.person}">{surname}</persName></signed></closer>')}


# D005, H114, P005 to P007
def answers_later(texts: Texts, draw: random.Random) -> Planted:
    """A reference to a telegram of a later day."""
    for p, t in shuffled(texts, draw):
        if day := written(t):
            later = day + dt.timedelta(draw.randint(2, 400))
            yield p, {p: appended(t, f'<p>Your <ref type="telegram" n="5">telegram 5</ref> of <date when="{later}">that day</date> came.</p>')}


def received_early(texts: Texts, draw: random.Random) -> Planted:
    """A telegram that came days, or a year, before it was sent."""
    for p, t in shuffled(texts, draw):
        if (day := written(t)) and SENT in t and '<correspAction type="received">' in t:
            came = day - dt.timedelta(draw.choice((2, 3, 10, 31, 365)))
            before, mark, after = t.partition('<correspAction type="received">')
            yield p, {p: before + mark + after.replace("</correspAction>", f'<date when="{came}"/></correspAction>', 1)}


def unborn(texts: Texts, draw: random.Random) -> Planted:
    """A person born after the telegram."""
    for p, t in shuffled(texts, draw):
        if (day := written(t)) and "</listPerson>" in t:
            person = f'<person xml:id="unborn"><persName>Ada Bell</persName><birth when="{day.year + draw.randint(1, 30)}"/></person>'
            yield p, {p: appended(listing(t, person), '<p><persName ref="#unborn">Bell</persName> agreed.</p>')}


def dead(texts: Texts, draw: random.Random) -> Planted:
    """A sender who was dead."""
    for p, t in shuffled(texts, draw):
        if (day := written(t)) and "</listPerson>" in t and SENT in t:
            person = f'<person xml:id="dead"><persName>Ada Bell</persName><death when="{day.year - draw.randint(1, 60)}"/></person>'
            yield p, {p: listing(t, person).replace(SENT, f'{SENT}<persName ref="#dead">Ada Bell</persName>', 1)}


def renamed(texts: Texts, draw: random.Random) -> Planted:
    """A place by the name that its entry gives it at another time."""
    for p, t in shuffled(texts, draw):
        if (day := written(t)) and "</listPlace>" in t:
            year = day.year + draw.choice((-30, -1, 1, 30))
            old = f'<placeName to="{year}">Christburg</placeName>'
            new = f'<placeName from="{year}">Newburg</placeName>'
            said = "Christburg" if year < day.year else "Newburg"
            place = f'<place xml:id="renamed">{old}{new}</place></listPlace>'
            yield p, {p: appended(t.replace("</listPlace>", place, 1), f'<p>In <placeName ref="#renamed">{said}</placeName> all is quiet.</p>')}


def renamed_later(texts: Texts, draw: random.Random) -> Planted:
    """A place by the name that the core authority knows it got later."""
    place = '<place xml:id="later"><placeName>Saigon</placeName><idno type="GeoNames">1566083</idno></place></listPlace>'
    for p, t in shuffled(texts, draw):
        if (day := written(t)) and day.year < 1975 and "</listPlace>" in t:
            said = '<p>In <placeName ref="#later">Ho Chi Minh City</placeName> all is quiet.</p>'
            yield p, {p: appended(t.replace("</listPlace>", place, 1), said)}


KINDS: Mapping[str, Sequence[Kind]] = {
    "K001": (other_id, listed_twice),
    "K002": (other_entry,),
    "K003": (other_link,),
    "K004": (other_holder, other_holder_in_copies),
    "K005": (cited_later, citing_earlier, cited_later_in_copies),
    "K006": (number_of_the_one_before, sent_again),
    "K007": (left_out,),
    "K008": (misread_number, misread_number_in_copies, misread_month_in_copies),
    "K009": (elsewhere,),
    "K010": (titled, meant, signed),
    "D005": (answers_later,),
    "H114": (received_early,),
    "P005": (unborn,),
    "P006": (dead,),
    "P007": (renamed, renamed_later),
}
