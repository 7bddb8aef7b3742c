"""RELAX NG: libxml2 says whether a document is valid, `explain` says what is wrong with one that is not.

A large grammar is cut down to the names of the documents (`prune`) and grows with them. What the cut grammar accepts is valid, so only a document
that it refuses is asked for names that it does not know yet.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from tei_cable.model import Code, Diagnostic, Severity
from tei_cable.rules import Document
from tei_cable.rules.schema.flatten import R, flatten, names, read
from tei_cable.tei.names import XML
from tei_cable.tei.places import line, name
from tei_cable.text.regex import regex

if TYPE_CHECKING:
    # what is valid needs none of them
    from tei_cable.rules.schema.explain import Fault
    from tei_cable.rules.schema.grammar import Grammar

NOT_VALID = Code("S001", "not-valid", Severity.ERROR)
# libxml2 compiles so many element patterns in no time.
_SMALL = 200
_XML_ID = f"{XML}id"
_XML_IDS = etree.XPath("//@xml:id", smart_strings=False)
_RELEASE = regex(rb"TEI Edition: [^\n]*?(\d+\.\d+\.\d+)")


class RelaxNG:
    """A schema in the XML syntax. `release` is the edition of TEI that it states, `remark` a sentence when it could not be cut down.

    Raises OSError, ValueError and etree.LxmlError for a file that is not there or not correct.
    """

    kind = NOT_VALID

    def __init__(self, path: Path):
        self._path = path
        self._root = flatten(read(path))
        m = _RELEASE.search(path.read_bytes()[:4000])
        self.release = f"TEI P5 {m[1].decode()}" if m else ""
        self.remark = ""
        self._known: set[str] | None = set()
        self._seen: Sequence[etree._Element] = ()
        self._schema: etree.RelaxNG | None = None
        if sum(1 for _ in self._root.iter(f"{R}element")) <= _SMALL:
            self._whole()

    def __call__(self, document: Document, _covered: Collection[str] = ()) -> Iterator[Diagnostic]:
        """Each fault once."""
        found = self._faults(document.tree)
        if not found:
            return
        from tei_cable.rules.schema.mending import mended

        for f in found:
            yield document.at(NOT_VALID, f.at, f.message, f.hint, mended(document, f.at, f.mending) if f.mending else None)

    def valid(self, root: etree._Element) -> bool:
        """Whether the document is valid; not every libxml2 looks for ids given twice."""
        if self._schema is not None and self._schema.validate(root):
            return True
        if self._known is None or (new := names(root)) <= self._known:
            return False
        self._grow(new)
        return bool(self._schema and self._schema.validate(root))

    def learn(self, roots: Sequence[etree._Element]) -> None:
        """See the documents that will be checked: if the grammar must grow for one of them, it grows for all."""
        self._seen = roots

    def _grow(self, new: set[str]) -> None:
        from tei_cable.rules.schema.prune import pruned

        known = self._known = (self._known or set()).union(new, *map(names, self._seen))
        try:
            self._schema = etree.RelaxNG(pruned(self._root, known))
        except (etree.RelaxNGError, RecursionError) as e:
            self.remark = f"{self._path}: compiled as a whole, which takes its time, since it could not be cut down to what is used ({e})."
            self._whole()

    def _whole(self) -> None:
        self._known = None
        self._schema = etree.RelaxNG(etree.parse(self._path, etree.XMLParser(no_network=True)))

    @cached_property
    def _grammar(self) -> "Grammar":
        from tei_cable.rules.schema.grammar import Grammar

        return Grammar(self._root)

    def _faults(self, root: etree._Element) -> "list[Fault]":
        if self.valid(root):
            return list(self.twice(root))
        from tei_cable.rules.schema.explain import Fault, faults

        try:
            found = faults(self._grammar.start, root, self._elements)
            # libxml2 errs, in lists that end in a value for one; but of ids in attributes other than xml:id it alone knows
            in_doubt = self._has_ids
        except RecursionError:
            found, in_doubt = [], True
        found += self.twice(root)
        return found or ([Fault(root, self._said())] if in_doubt else [])

    def _said(self) -> str:
        """What libxml2 says: of a document too deep to be explained, or of ids."""
        log = self._schema.error_log if self._schema is not None else ()
        return f"The document is not valid: {log[0].message} (line {log[0].line})." if log else "The document is not valid."

    @cached_property
    def _has_ids(self) -> bool:
        return any(d.get("type") == "ID" for d in self._root.iter(f"{R}data"))

    @cached_property
    def _elements(self) -> frozenset[str]:
        """The elements that the schema knows by name; in what stands under a wildcard an xml:id is no ID."""
        from tei_cable.rules.schema.grammar import element_names

        return frozenset(n.tag for e in self._root.iter(f"{R}element") for n in element_names(e) if n.local)

    def twice(self, root: etree._Element) -> "Iterator[Fault]":
        """Ids that another element has before, if the schema types xml:id as ID."""
        ids: Any = _XML_IDS(root) if self._has_ids else []
        if len(ids) == len(set(ids)):
            return
        from tei_cable.rules.schema.explain import Fault

        first: dict[str, etree._Element] = {}
        for e in root.iter(*self._elements):
            other = first.setdefault(e.get(_XML_ID, ""), e)
            if other is not e and e.get(_XML_ID):
                message = f"@xml:id of {name(e.tag)} is “{e.get(_XML_ID)}”, and so is that of {name(other.tag)} in line {line(other)}."
                yield Fault(e, message, "Give one of them another id, and mend the pointers to it.")
