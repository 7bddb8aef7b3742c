"""TEITOK: it makes tokens of all that stands in `text`, so notes and corrections stand elsewhere, and an anchor keeps each note's place."""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.render.reshape import plain_choices, take_notes
from tei_cable.tei.names import XML, T


class Teitok(Profile):
    """TEITOK, for corpora."""

    loses = ("corrections",)
    tested = "valid by tei_all; no numbered note in the text, each with the anchor it had; one namespace; ids and pointers agree"

    def shape(self, root: etree._Element) -> etree._Element:
        """Notes in standOff, each pointing at its anchor."""
        plain_choices(root)
        notes = take_notes(root, "at-")
        if not notes:
            return root
        stand = root.find(f"{T}standOff")
        if stand is None:
            stand = etree.Element(f"{T}standOff")
            root.insert(1, stand)
        home = etree.SubElement(stand, f"{T}listAnnotation", {"type": "notes"})
        anchors = {e.get(f"{XML}id") for e in root.iter(f"{T}anchor")}
        for note in notes:
            ident = f"at-{note.get(f'{XML}id', '')}"
            if ident in anchors:
                note.set("target", f"#{ident}")
            home.append(note)
        return root


part = Teitok()
