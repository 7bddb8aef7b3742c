"""A conversion leaves nothing that only a collection of garbage frees: the command line puts collections off (`tei_cable.cli`)."""

import gc
from pathlib import Path

from tei_cable.pipeline import Converter
from tei_cable.text.load import load

CORPUS = Path(__file__).parents[1] / "corpus"


def test_telegrams_are_freed_when_they_are_done() -> None:
    converter = Converter()
    sources = [load(path.read_bytes(), path.name)[0] for path in sorted(CORPUS.glob("*.txt"))]
    # tables and patterns are made at the first use
    converter.convert_batch(sources)
    gc.collect()
    gc.disable()
    try:
        converter.convert_batch(sources)
        assert gc.collect() == 0
    finally:
        gc.enable()
