"""LEAF-Writer: a schema that it knows is named by `xml-model`; entities have a URI in `@ref` and a label in `@key`."""

from lxml import etree

from tei_cable.profiles import Profile
from tei_cable.render.facts import ADDRESSES
from tei_cable.render.reshape import entries, instructions, names
from tei_cable.tei.blocks import content
from tei_cable.tei.names import T

_TEI_ALL = "https://www.tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng"


class LeafWriter(Profile):
    """LEAF-Writer, the editor of the Linked Editorial Academic Framework."""

    loses = ()
    tested = "valid by tei_all; names the schema; each `@ref` of a name is a URI or leads to its entry, each with a label"
    prolog = instructions(_TEI_ALL)

    def shape(self, root: etree._Element) -> etree._Element:
        """Names with URIs where an authority file has a number for them, and with labels."""
        listed = entries(root)
        for e in names(root):
            entry = listed.get(e.get("ref", "")[1:])
            if entry is None:
                continue
            name = entry[0] if len(entry) else entry
            e.set("key", " ".join(content(name).split()))
            for number in entry.iterfind(f"{T}idno"):
                if (start := ADDRESSES.get(number.get("type", "").lower())) and number.text:
                    e.set("ref", start + number.text)
                    break
        return root


part = LeafWriter()
