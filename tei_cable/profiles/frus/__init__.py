"""FRUS, the series of the Office of the Historian: no processing instructions, five typed titles, persons as a list in `front`, `@corresp`.

Notes have the ids `d1fn1`, two that meet have a blank between them; the time of day has an offset in figures.
"""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.profiles.frus.body import body
from tei_cable.profiles.frus.header import header
from tei_cable.profiles.frus.lists import front
from tei_cable.render.elements import el
from tei_cable.render.reshape import entries
from tei_cable.tei.names import NS, T


class Frus(Profile):
    """The TEI of Foreign Relations of the United States, as a volume of one document."""

    loses = (
        "block kinds", "facts of the header", "entities", "doubts", "corrections", "gaps and supplied words", "name parts",
        "quotations and foreign words", "broken words",
    )  # fmt: skip
    tested = "valid by the series' own schema (frus-2015.rnc, jing); every `@corresp` and note id as its rules ask; the text is the TEI's"

    def shape(self, root: etree._Element) -> etree._Element:
        """A volume: header, lists, one document."""
        made = el(f"{T}TEI", {"xmlns": NS, "xml:id": "volume"})
        made.append(header(root))
        text = etree.SubElement(made, f"{T}text")
        listed = entries(root)
        document = body(root, listed)
        if (lists := front(document, listed)) is not None:
            text.append(lists)
        etree.SubElement(text, f"{T}body").append(document)
        return made


part = Frus()
