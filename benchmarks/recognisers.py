"""What a recogniser adds: figures on telegrams annotated in full, without it and with it.

    python benchmarks/recognisers.py SHARED spacy:PIPELINE
    python benchmarks/recognisers.py SHARED --train VOLUMES PIPELINE     first train a small pipeline on these folders of telegrams, and save it there

SHARED is the folder with `bench/`: entities.py, entities-dev and frus-dev. The pipeline is trained on the tags of tei-cable itself, with the
volumes' lists.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any

from tei_cable.pipeline import Converter
from tei_cable.recognisers import Recogniser
from tei_cable.recognisers.asking import opened
from tei_cable.text.load import load
from tei_cable.text.settle import regions

LABELS = {"persName": "PERSON", "placeName": "GPE", "orgName": "ORG"}
VOLUMES, TELEGRAMS, ROUNDS, SHORTEST = 12, 50, 3, 40


def main() -> None:
    """Train, if that is asked for, and measure."""
    bench = Path(sys.argv[1]) / "bench"
    name = train(Path(sys.argv[3]), sys.argv[4]) if sys.argv[2] == "--train" else sys.argv[2]
    for recognisers in ((), opened([name])):
        print(recognisers[0].name if recognisers else "without a recogniser")
        measure(bench, recognisers)


def measure(bench: Path, recognisers: tuple[Recogniser, ...]) -> None:
    """Convert the annotated telegrams and print what entities.py says of them."""
    with tempfile.TemporaryDirectory() as out:
        for volume in sorted(p for p in (bench / "entities-dev").iterdir() if p.is_dir()):
            texts = bench / "frus-dev" / volume.name
            converter = Converter([str(texts / "authority.xml")], recognisers=recognisers)
            (Path(out) / volume.name).mkdir()
            for gold in volume.glob("*.ent.xml"):
                number = gold.name.partition(".")[0]
                made = converter.convert(load((texts / f"{number}.txt").read_bytes())[0])
                (Path(out) / volume.name / f"{number}.xml").write_bytes(made.tei)
        subprocess.run([sys.executable, str(bench / "entities.py"), str(bench / "entities-dev"), out], check=True)


def train(volumes: Path, folder: str) -> str:
    """The name of a pipeline trained on telegrams of these volumes and saved in the folder."""
    import spacy
    from spacy.training import Example
    from spacy.util import filter_spans, minibatch

    random = Random(1)
    nlp: Any = spacy.blank("en")
    recogniser = nlp.add_pipe("ner")
    for label in LABELS.values():
        recogniser.add_label(label)
    examples = []
    for words, names in passages(volumes, random):
        doc, right = nlp.make_doc(words), nlp.make_doc(words)
        right.ents = filter_spans([span for a, b, label in names if (span := right.char_span(a, b, label=label))])
        examples.append(Example(doc, right))
    optimizer = nlp.initialize(lambda: examples[:200])
    for _ in range(ROUNDS):
        random.shuffle(examples)
        for batch in minibatch(examples, 64):
            nlp.update(batch, drop=0.2, sgd=optimizer)
    nlp.to_disk(folder)
    return f"spacy:{folder}"


def passages(volumes: Path, random: Random) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Blocks and notes with the names in them."""
    found = []
    for volume in sorted(p for p in volumes.iterdir() if p.is_dir())[:VOLUMES]:
        converter = Converter([str(volume / "authority.xml")])
        files = sorted(volume.glob("d*.txt"))
        for file in random.sample(files, min(TELEGRAMS, len(files))):
            source = load(file.read_bytes())[0]
            cable = converter.convert(source).cable
            names = [(*m.span, LABELS[m.kind]) for m in cable.mentions if m.kind in LABELS]
            for (start, end), _ in regions(cable):
                if end - start >= SHORTEST:
                    inside = [(a - start, b - start, label) for a, b, label in names if start <= a and b <= end]
                    found.append((source.text[start:end].replace("\n", " "), inside))
    return found


if __name__ == "__main__":
    main()
