"""Voyant: all of `text` is counted as words, and every `title` of the header as a title; so notes go, and one title stays."""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.render.reshape import plain_choices, take_notes, unwrap
from tei_cable.tei.names import T


class Voyant(Profile):
    """Voyant Tools: the telegram's own words."""

    loses = ("notes", "corrections")
    tested = "valid by tei_all; its XPaths find one title, and the text without notes"

    def shape(self, root: etree._Element) -> etree._Element:
        """Without notes; titles of the citation are its words and no elements."""
        plain_choices(root)
        take_notes(root, "at-")
        for anchor in list(root.iter(f"{T}anchor")):
            unwrap(anchor)
        header = root.find(f"{T}teiHeader")
        titles = [] if header is None else list(header.iter(f"{T}title"))
        for title in titles[1:]:
            unwrap(title)
        return root


part = Voyant()
