"""The words that name a telegram before its number, as the telegrams of the Foreign Relations volumes print them."""

from collections.abc import Iterable

# What any telegram may be called; the header's list says "Telegram 486" for these.
_GENERIC = (
    "telegram despatch dispatch airgram cable cablegram ciphergram radiogram tel télégramme dépêche telegramm telegrama telegramma despacho dispaccio"
).split()
_PLURALS = "telegrams despatches dispatches airgrams cables cablegrams tels télégrammes dépêches telegramme telegramas telegrammi".split()
# A telegram of one's own post, of the other side, of one's last reference.
_TELS = """
    Embtel Emtel Deptel Depcirtel Contel Legtel Congentel Cirtel Circr Embdes Embdesp Embdespatch Paristel
    urtel ourtel mytel reftel reurtel reourtel redeptel reembtel
""".split()
# Series of a conference, a mission, an agency: named by a code word.
_SERIES = """
    Secto Tosec Delga Gadel Dulte Tedul Polto Topol Delto Todel Cahto Tocah Vanto Tovan Toaid Aidto Icato Toica Murto Vipto Tovip Deldi Toden
    Wirom Unsec Secun Busec Ecbus Colux Luxco Usito Usun Usnato Tofoa Weeka Circular
""".split()
_COMPOUND = ("Joint Weeka", "Polto Circular", "Topol Circular")
# Series of headquarters and services: capitals, and long numbers.
_CAPITALS = """
    JCS CINCPAC CINCUNC CINCFE CINCEUR USCINCEUR USAREUR COMUSMACV MACV MAC MAGCH CNO DA DEF DOD SX CX CAS CAP FE KRA SGN EKN CA ALO USUN USNATO
    TWX ARMA USARMA OUSARMA AIRA USAIRA
""".split()
# Owners of numbers ("Department's 1234"); without the ending "State 213457" alone is one.
_OWNERS = "State Department Dept Embassy Emb Legation Consulate Delegation Mission Secretary"
_OWN = "your our my ur"


def _forms(words: Iterable[str], plural: bool = False) -> list[str]:
    """A word as printed: as it is, capitalised, in capitals, and the plurals."""
    forms = [f for w in words for f in (w, w[0].upper() + w[1:], w.lower(), w.upper())]
    return list(dict.fromkeys(forms + [f + ("S" if f.isupper() else "s") for f in forms if plural]))


# "TEL 6" is a subject of the central files
GENERIC = frozenset(_forms(_GENERIC + _PLURALS)) - {"TEL", "TELS"}
PLURALS = frozenset(_forms(_PLURALS)) | frozenset(f for f in _forms(_TELS + _SERIES, plural=True) if f.lower().endswith("s"))
STRONG = frozenset(
    (
        *_forms(_TELS, plural=True),
        *("ReDeptel", "ReDeptels", "ReEmbtel", "ReEmbtels", "EmbTel", "DepTel", "EmbDesp"),
        *(f for w in _SERIES for f in (w, w.upper(), w + "s")),
        *_COMPOUND,
    )
)
CAPITALS = frozenset((*_CAPITALS, "US ARMA"))
OWNERS = frozenset(_OWNERS.split())
OWN = frozenset(f for w in _OWN.split() for f in (w, w.capitalize(), w.upper()))
CUES = tuple(sorted(GENERIC | STRONG | CAPITALS | OWNERS | OWN))
