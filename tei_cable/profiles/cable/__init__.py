"""Our own TEI."""

from collections.abc import Sequence

from lxml import etree

from tei_cable.model import Cable
from tei_cable.profiles import Profile
from tei_cable.tei.build import build


class CableTei(Profile):
    """TEI as `convert` writes it: what was adopted from another house becomes ours."""

    loses = ()
    tested = "valid by cable.rng; of our own TEI the same bytes"

    def shape(self, root: etree._Element) -> etree._Element:
        """The tree as it is."""
        return root

    def write(self, cables: Sequence[Cable]) -> bytes:
        """The TEI document as `build` writes it."""
        return build(cables[0]).encode()


part = CableTei()
