"""W3C Web Annotation."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from tei_cable.exporters import Exporter
from tei_cable.model import Cable, Entity
from tei_cable.render.facts import addresses, value
from tei_cable.render.occurrences import Occurrence, Reading, reading
from tei_cable.tei.names import NAMES
from tei_cable.text.dates import DATING

_AROUND = 32


class WebAnnotation(Exporter):
    """Stand-off annotations (W3C Web Annotation Data Model): names, dates and references as selections of the reading text, which comes first."""

    suffix = ".jsonld"
    takes = "one"
    loses = ("block kinds", "page marks", "name parts", "corrections", "facts of the header", "lists and labels", "quotations and foreign words")
    tested = "each position and each quotation selects the mention's words in the text that the first annotation holds"

    def write(self, cables: Sequence[Cable]) -> bytes:
        """An AnnotationCollection with one page."""
        cable = cables[0]
        read = reading(cable)
        text = f"urn:sha256:{hashlib.sha256(read.text.encode()).hexdigest()}"
        known = {e.id: e for e in cable.entities}
        shown = [o for o in read.occurrences if o.mention.kind in NAMES | {"date", "ref"}]
        items = [_text(cable, read, text), *(_annotation(o, i, text, read.text, known) for i, o in enumerate(shown, 1))]
        collection = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"{text}#annotations",
            "type": "AnnotationCollection",
            "total": len(items),
            "first": {"id": f"{text}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
        }
        return json.dumps(collection, ensure_ascii=False, indent=1).encode() + b"\n"


def _text(cable: Cable, read: Reading, text: str) -> dict[str, Any]:
    """The annotation that holds the text in which positions are counted: blocks and then notes, each on a line."""
    body = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": cable.lang, "value": read.text}
    return {"id": f"{text}#text", "type": "Annotation", "motivation": "describing", "body": body, "target": value(cable, "uri") or text}


def _annotation(o: Occurrence, i: int, text: str, words: str, known: dict[str, Entity]) -> dict[str, Any]:
    end = o.start + len(o.words)
    selectors = [
        {"type": "TextPositionSelector", "start": o.start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": o.words,
            "prefix": words[max(0, o.start - _AROUND) : o.start],
            "suffix": words[end : end + _AROUND],
        },
    ]
    bodies = list(_bodies(o, known))
    motivation = "identifying" if o.mention.ref else "tagging"
    target = {"source": text, "selector": selectors}
    return {"id": f"{text}#a{i}", "type": "Annotation", "motivation": motivation, "body": bodies, "target": target}


def _bodies(o: Occurrence, known: dict[str, Entity]) -> list[dict[str, Any]]:
    m = o.mention
    bodies: list[dict[str, Any]] = [{"type": "TextualBody", "purpose": "tagging", "value": m.kind}]
    if e := known.get(m.ref):
        linked = addresses(e)
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": linked[0]} if linked else _said(e.name, "identifying"))
    bodies += [_said(f"{k} {v}", "describing") for k, v in m.attrs.items() if k in (*DATING, "n")]
    if m.cert:
        bodies.append(_said(f"certainty {m.cert}", "assessing"))
    return bodies


def _said(text: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": text}


part = WebAnnotation()
