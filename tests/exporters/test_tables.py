"""Formats of data that need a library: Parquet, read by DuckDB, and spaCy's DocBin, read by spaCy."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from exporters.telegrams import squeezed, told
from tei_cable.model import Cable
from tei_cable.registry import parts
from tei_cable.render.occurrences import outermost, reading
from tei_cable.render.view import read
from tei_cable.tei.names import NAMES

Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture(scope="module", params=["specimens", "quarter"])
def cables(request: pytest.FixtureRequest) -> list[Cable]:
    found: list[Cable] = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def ask(cables: list[Cable], tmp_path: Path) -> Iterator[Ask]:
    """Answers of DuckDB about the tables of the telegrams."""
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    base = duckdb.connect()
    for name, data in parts("exporters")["parquet"].write(cables).items():
        (tmp_path / name).write_bytes(data)
        base.from_parquet(str(tmp_path / name)).create_view(name.partition(".")[0])
    yield lambda question: base.execute(question).fetchall()
    base.close()


def whole(cable: Cable) -> str:
    words, notes = told(cable, lambda n: "", lambda n: "")
    return words + "".join(text for _, text in notes)


def test_the_text_of_the_documents_is_that_of_the_tei(ask: Ask, cables: list[Cable]) -> None:
    assert [squeezed(text) for (text,) in ask("select text from documents")] == [whole(c) for c in cables]


def test_notes_keep_numbers_places_and_words(ask: Ask, cables: list[Cable]) -> None:
    rows = ask("select n.n, n.text, d.text[n.start + 1 : n.end], n.anchor from notes n join documents d using (telegram)")
    assert [(n, squeezed(text)) for n, text, _, _ in rows] == [note for c in cables for note in told(c, lambda n: "", lambda n: "")[1]]
    assert all(text == cut for _, text, cut, _ in rows)
    assert [anchor for *_, anchor in rows] == [reading(c).anchors.get(n.id) for c in cables for n in read(c).notes()]


def test_places_cut_the_words_out_of_the_text(ask: Ask, cables: list[Cable]) -> None:
    for table in ("mentions", "references"):
        assert ask(f'select count(*) from "{table}" t join documents d using (telegram) where d.text[t.start + 1 : t.end] <> t.words') == [(0,)]
    kinds = [o.mention.kind for c in cables for o in reading(c).occurrences]
    assert ask("select count(*) from mentions") == [(sum(kind in NAMES | {"roleName", "date"} for kind in kinds),)]
    assert ask('select count(*) from "references"') == [(kinds.count("ref"),)]


def test_tables_join_and_dates_sort(ask: Ask, cables: list[Cable]) -> None:
    assert ask("select count(*), count(distinct telegram) from documents") == [(len(cables), len(cables))]
    lost = ask("select m.entity from mentions m left join entities e using (telegram, entity) where m.entity is not null and e.name is null")
    known = {e.id for c in cables for e in c.entities}
    assert not {entity for (entity,) in lost} & known
    assert ask("select count(*) from documents where date = ''") == [(0,)]


def docs_of(cables: list[Cable]) -> list[Any]:
    spacy = pytest.importorskip("spacy")
    data = parts("exporters")["spacy"].write(cables)
    return list(spacy.tokens.DocBin().from_bytes(data).get_docs(spacy.blank("xx").vocab))


@pytest.fixture(scope="module")
def docs(cables: list[Cable]) -> list[Any]:
    return docs_of(cables)


def test_spacy_reads_the_text_of_the_tei(cables: list[Cable], docs: list[Any]) -> None:
    for cable, doc in zip(cables, docs, strict=True):
        assert doc.text == reading(cable).text
        assert squeezed(doc.text) == whole(cable)


def test_entities_are_the_outermost_names_with_their_ids(cables: list[Cable], docs: list[Any]) -> None:
    labels = {"persName": "PER", "placeName": "LOC", "orgName": "ORG", "date": "DATE"}
    for cable, doc in zip(cables, docs, strict=True):
        named = outermost([o for o in reading(cable).occurrences if o.mention.kind in labels and o.words.strip()])
        expected = [(o.words.strip(), labels[o.mention.kind], o.mention.ref) for o in named]
        assert [(e.text, e.label_, e.kb_id_) for e in doc.ents] == expected


def test_every_mention_is_a_span_and_notes_keep_numbers(cables: list[Cable], docs: list[Any]) -> None:
    for cable, doc in zip(cables, docs, strict=True):
        spoken = sorted((o.words.strip(), o.mention.kind) for o in reading(cable).occurrences if o.words.strip())
        assert sorted((s.text, s.label_) for s in doc.spans["sc"]) == spoken
        notes = [(n["n"], squeezed(doc.text[n["start"] : n["end"]])) for n in doc.user_data["notes"]]
        assert notes == told(cable, lambda n: "", lambda n: "")[1]


def test_spacy_learns_from_it(specimens: list[Cable]) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.training import Example

    nlp = spacy.blank("en")
    recogniser = nlp.add_pipe("ner")
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs_of(specimens)]
    nlp.initialize(lambda: examples)
    assert {"PER", "LOC", "DATE"} <= set(recogniser.labels)
    assert nlp.update(examples)["ner"] > 0
