"""Forenames: whether "Alexis", "U. A." or "Bill" may be the forenames of a person on a list."""

from collections import Counter
from functools import lru_cache

from tei_cable.text.regex import regex
from tei_cable.text.shadow import shadow

# English short forms of forenames: "short: full".
_SHORT_FORMS = """
alex: alexander alexis
al: albert alfred alan
andy: andrew
art: arthur
ben: benjamin
bill: william
bob: robert
bobby: robert
charlie: charles
chuck: charles
chet: chester
chris: christian christopher
chip: charles
cy: cyrus
dan: daniel
dave: david
dick: richard
don: donald
doug: douglas
ed: edward edwin edmund
ernie: ernest
frank: francis franklin
fred: frederick alfred
gene: eugene
george: georges
gerry: gerald gerard
hal: harold henry
hank: henry
harry: harold henry
herb: herbert
hugh: hubert
jack: john
jake: jacob
jeff: jeffrey
jerry: gerald jerome
jim: james
jimmy: james
jock: john
joe: joseph
ken: kenneth
larry: lawrence laurence
lew: lewis
lou: louis
mac: mcgeorge
matt: matthew
max: maxwell
mike: michael
nick: nicholas
pat: patrick
pete: peter
phil: philip phillip
ray: raymond
rob: robert
ron: ronald
sam: samuel
steve: stephen steven
stu: stuart stewart
ted: theodore edward
tim: timothy
tom: thomas
tommy: thomas
tony: anthony
walt: walter
will: william
win: winston
"""
_SHORT = {short: full.split() for short, _, full in (line.partition(": ") for line in _SHORT_FORMS.split("\n") if line)}
_WORD = regex(r"[a-z]+")
_APOSTROPHES = str.maketrans("", "", "'’‘")


@lru_cache(maxsize=16384)
def words(names: str) -> tuple[str, ...]:
    """The forenames in small letters without apostrophes, one by one; of an initial its letter."""
    names = names.translate(_APOSTROPHES)
    return tuple(_WORD.findall((names if names.isascii() else shadow(names)).lower()))


@lru_cache(maxsize=65536)
def agree(a: str, b: str) -> bool:
    """Whether two forenames in small letters may be one: the same, one the initial of the other, a short form, or one letter apart."""
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return b in _SHORT.get(a, ()) or a in _SHORT.get(b, ()) or alike(a, b)


def alike(a: str, b: str) -> bool:
    """Whether two names of five letters or more, of one first letter, differ in one letter (more, fewer or other)."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def close(a: str, b: str) -> bool:
    """Whether two forenames are one or are spelt alike but for two letters ("Livingtson", "Livingston")."""
    if agree(a, b):
        return True
    one, other = Counter(a), Counter(b)
    return min(len(a), len(b)) > 4 and a[0] == b[0] and ((one - other).total() + (other - one).total()) <= 2


@lru_cache(maxsize=16384)
def compatible(some: str, others: str) -> bool:
    """Whether both may be forenames of one person: those of the shorter stand, in order, among those of the longer."""
    a, b = words(some), words(others)
    if not a or not b:
        return False
    if len(a) > len(b):
        a, b = b, a
    at = 0
    for name in a:
        while at < len(b) and not agree(name, b[at]):
            at += 1
        if at == len(b):
            return False
        at += 1
    return True


# Forenames of women, besides those in "-ia", "-ina", "-ella" and "-ette".
_WOMEN = frozenset(
    """
    eleanor margaret anne ann clare frances mary phyllis carol elizabeth isabel edith katherine constance josephine nancy ruth
    jane alice helen dorothy joan judith susan marion vivian kathleen rosemary farah jeanne gladys doris evelyn sirimavo rose
    golda indira imelda juliana magda eva anna olga vera
    """.split()
)
_WOMANLY = regex(r"\b(?:Mrs|Miss|Ms|Madame|Mme|Queen|Princess|wife|widow|Lady|Empress|daughter|sister|mother|Congresswoman)\b")


def is_woman(forename: str, note: str) -> bool:
    """Whether forename or note speak of a woman."""
    first = words(forename)[:1]
    return bool(_WOMANLY.search(note)) or any(w in _WOMEN or w.endswith(("ia", "ina", "ella", "ette")) for w in first)
