"""Whatever a file holds, there is a document or a finding."""

import pytest

from tei_cable.model import Diagnostic
from tei_cable.rules import Document
from tei_cable.rules.schema.engines import engines
from tei_cable.validation import opening
from tei_cable.validation.opening import opened

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "F003"),
        (b"<a>", "F003"),
        (b"<a>\xff</a>", "F003"),
        (b"<a>\0</a>", "F003"),
        (b"<a b='1' b='2'/>", "F003"),
        (b"<p>" * 100_000, "F003"),
        (b'<!DOCTYPE a [<!ENTITY a "x">]><a>&a;</a>', "F008"),
        ('<!DOCTYPE a [<!ENTITY a "x">]><a>&a;</a>'.encode("utf-16"), "F008"),
        (b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY a "x"+AD4AXQA+-<a/>', "F008"),
        (b'<!DOCTYPE a [<!ENTITY % a SYSTEM "file:///etc/hostname"> %a;]><a/>', "F008"),
    ],
)
def test_no_document(data: bytes, code: str) -> None:
    found = opened(data)
    assert isinstance(found, Diagnostic)
    assert found.code == code
    assert found.message.endswith(".")


def test_an_encoding_that_expat_does_not_know_has_places_by_line() -> None:
    document = opened(f'<?xml version="1.0" encoding="UTF-7"?>\n<TEI {NS}>\n<x/></TEI>'.replace("+", "+-").encode("utf-7"))
    assert isinstance(document, Document)
    assert document.place(document.tree[0]).line == 3


@pytest.mark.parametrize("address", ["http://example.org/x.dtd", "/etc/hostname", "x.dtd"])
def test_no_external_dtd_is_read(address: str) -> None:
    document = opened(f'<!DOCTYPE TEI SYSTEM "{address}"><TEI {NS}/>'.encode())
    assert isinstance(document, Document)


def test_nothing_is_included() -> None:
    document = opened(f'<TEI {NS}><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname"/></TEI>'.encode())
    assert isinstance(document, Document)
    assert any("include" in d.message for d in engines("cable.rng")[0](document))


MANY = " ".join(f"a{i}='1'" for i in range(20_000))


@pytest.mark.parametrize("inner", ["<p>" * 1500 + "</p>" * 1500, f"<p {MANY}/>", "<p/>" * 20_000], ids=["deep", "attributes", "elements"])
def test_what_is_deep_or_wide_is_found_faulty(inner: str) -> None:
    document = opened(f"<TEI {NS}>{inner}</TEI>".encode())
    assert isinstance(document, Document)
    for engine in engines("cable"):
        assert engine.kind.code == "S003" or list(engine(document))


def test_a_file_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 10)
    found = opened(b"<a>0123456789</a>")
    assert isinstance(found, Diagnostic)
    assert found.code == "F009"
