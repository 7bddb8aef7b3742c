"""EVT 3: lists anywhere but in standOff, names with `@ref="#id"`, the first `persName` of a person as label, notes by `@n`, pages by `pb`."""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.render.reshape import evt, numbered


class Evt3(Profile):
    """Edition Visualization Technology 3: the file `assets/data/edition.xml`."""

    loses = ()
    tested = "valid by tei_all; lists outside standOff; names point at entries; every numbered note has `@n`"

    def shape(self, root: etree._Element) -> etree._Element:
        """As for EVT 2; notes say that they are of the editors, which EVT 3 shows with their numbers."""
        for note in numbered(root):
            note.set("type", note.get("type", "footnote"))
        return evt(root)


part = Evt3()
