"""EVT 2: lists are children of sourceDesc, standOff is not read; persName, placeName and orgName with `@ref="#id"` are names, and nothing else."""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.render.reshape import evt


class Evt2(Profile):
    """Edition Visualization Technology 2."""

    loses = ()
    tested = "valid by tei_all; lists where it looks; each name it looks for points at an entry; no standOff"

    def shape(self, root: etree._Element) -> etree._Element:
        """Lists in sourceDesc, names that point."""
        return evt(root)


part = Evt2()
