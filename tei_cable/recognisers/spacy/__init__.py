"""Names that a pipeline of spaCy finds."""

import importlib
from collections.abc import Sequence
from typing import Any

from tei_cable.recognisers import BadRecogniser, Proposal, Proposed
from tei_cable.text.regex import regex

# The labels of spaCy's own pipelines (OntoNotes in English, WikiNER elsewhere), and those of a pipeline trained on TEI. Not NORP: "Soviet" is no name
# of a place or body; nor FAC, buildings and streets.
_LABELS = {
    "PERSON": "persName", "PER": "persName", "persName": "persName",
    "GPE": "placeName", "LOC": "placeName", "placeName": "placeName",
    "ORG": "orgName", "orgName": "orgName",
}  # fmt: skip
_NO_NAME = regex(r"[^A-Za-z0-9_.-]+")


class Pipeline:
    """One pipeline that is loaded."""

    sends_to = ""

    def __init__(self, nlp: Any, version: str):
        self.nlp = nlp
        called = f"{nlp.meta['lang']}_{nlp.meta['name']}"
        self.id = "spacy-" + _NO_NAME.sub("-", called)
        self.name = f"spaCy {version}, {called} {nlp.meta['version']}"

    def propose(self, telegrams: Sequence[Sequence[str]]) -> Sequence[Proposed]:
        """What the pipeline finds; passages of all telegrams pass it together, which spaCy does faster."""
        longest = self.nlp.max_length
        readable = [t for t, passages in enumerate(telegrams) if max(map(len, passages), default=0) <= longest]
        places = [(t, n) for t in readable for n in range(len(telegrams[t]))]
        found: list[list[Proposal]] = [[] for _ in telegrams]
        for (t, n), doc in zip(places, self.nlp.pipe(telegrams[t][n] for t, n in places), strict=True):
            found[t] += (Proposal(n, e.start_char, e.end_char, _LABELS[e.label_], e.label_) for e in doc.ents if e.label_ in _LABELS)
        why = f"a passage is longer than the {longest} characters that the pipeline reads."
        return [Proposed(names, failure="" if t in readable else why) for t, names in enumerate(found)]


class Spacy:
    """A pipeline of spaCy: the name of an installed package, or the folder where it was saved."""

    def open(self, what: str) -> Pipeline:
        """Load a pipeline. Raises BadRecogniser when spaCy or the pipeline is missing, or finds no names."""
        try:
            spacy: Any = importlib.import_module("spacy")
        except ImportError as e:
            raise BadRecogniser("this recogniser needs the library spaCy; install it with: pip install 'tei-cable[spacy]'") from e
        try:
            nlp = spacy.load(what)
        except OSError as e:
            way = f"install it (python -m spacy download {what}), or name the folder where one was saved"
            raise BadRecogniser(f"spaCy has no pipeline {what!r}; {way}") from e
        except (ImportError, KeyError, TypeError, ValueError) as e:
            said = " ".join(str(e).split())[:200]
            raise BadRecogniser(f"spaCy {spacy.__version__} cannot load the pipeline {what!r} ({said}); take one made for this version") from e
        labels = {label for of_pipe in nlp.pipe_labels.values() for label in of_pipe}
        if not labels & set(_LABELS):
            raise BadRecogniser(f"the pipeline {what!r} finds no names: none of its labels is one of {', '.join(_LABELS)}; take another")
        return Pipeline(nlp, spacy.__version__)


part = Spacy()
