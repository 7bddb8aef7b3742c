"""TEI Publisher: names point by `@key`, notes have `@place` and `@n`, the text is divided by `div`; registers are files of their own."""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.render.reshape import names, office
from tei_cable.tei.names import T


class TeiPublisher(Profile):
    """TEI Publisher and its annotation editor."""

    loses = ()
    tested = "valid by tei_all; each name's `@key` is the id of an entry; every note has `@place`, every numbered one `@n`"

    def shape(self, root: etree._Element) -> etree._Element:
        """`@key` in the place of `@ref`, offices as names; the lists stay in standOff, whence a register is made."""
        for e in names(root):
            e.set("key", e.get("ref", "")[1:])
            del e.attrib["ref"]
            if e.tag == f"{T}rs":
                office(e)
        return root


part = TeiPublisher()
