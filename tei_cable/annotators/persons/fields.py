"""Persons of the header: sender, recipient, author."""


from tei_cable.authority.given import compatible
from tei_cable.authority.lexicon import hits
from tei_cable.authority.scene import Scene
from tei_cable.model import Cable, Field
from tei_cable.text.regex import regex
from tei_cable.text.shadow import shadow

_INITIALS = regex(r"(?<!\w)[A-Z]\.")
_NAMES = frozenset({"author", "sent/persName", "received/persName", "forwarded/persName"})


def linked(cable: Cable, scene: Scene) -> Cable:
    """The cable with `ref` on its fields that name a person of the lists, and on the mentions whose words they are."""
    if not any(f.name in _NAMES and "ref" not in f.attrs for f in cable.fields):
        return cable
    fields = tuple(_linked(f, scene) if f.name in _NAMES and "ref" not in f.attrs else f for f in cable.fields)
    known = {f.span: f.attrs["ref"] for f in fields if f.span and f.name in _NAMES and "ref" in f.attrs}
    mentions = tuple(m._replace(ref=known[m.span]) if m.kind == "persName" and not m.ref and m.span in known else m for m in cable.mentions)
    return cable._replace(fields=fields, mentions=mentions)


def _linked(f: Field, scene: Scene) -> Field:
    authority = scene.authority
    found = hits(authority.lexicons, shadow(f.value)).get("person", ())
    last = max((h.end for h in found), default=0)
    ids = dict.fromkeys(authority.resolve(i) for h in found if h.end == last for i in h.form.ids)
    start = max((h.start for h in found if h.end == last), default=0)
    given = f.value[:start]
    if given.strip() and (len(ids) > 1 or _INITIALS.search(given)):
        ids = {i: None for i in ids if (p := authority.person(i)) and compatible(given, p.given)}
    return f._replace(attrs={**f.attrs, "ref": next(iter(ids))}) if len(ids) == 1 else f
