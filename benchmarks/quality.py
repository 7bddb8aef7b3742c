"""Score conversions of the FRUS benchmark against its editors' own TEI.

    quality.py BENCH [--train DIR] [--show N]

BENCH is the folder with frus-dev, entities-dev, score.py and entities.py; --train a folder of further volumes, unpacked. Converts into a temporary
folder, runs the benchmark's own scoring programs on it and prints what they print.
"""

import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent


def main() -> None:
    """Convert and score each folder, with lists and without."""
    bench = pathlib.Path(sys.argv[1])
    show = ["--show", sys.argv[sys.argv.index("--show") + 1]] if "--show" in sys.argv else []
    with tempfile.TemporaryDirectory() as tmp:
        for gold in [bench / "frus-dev", *([pathlib.Path(sys.argv[sys.argv.index("--train") + 1])] if "--train" in sys.argv else [])]:
            for mode in ([], ["--core-only"]):
                out = f"{tmp}/{gold.name}{''.join(mode)}"
                _run(f"{gold.name}, {'core authority only' if mode else 'with each volume’s list'}", HERE / "convert_volumes.py", gold, out, *mode)
                _run("", bench / "score.py", gold, out, *(["--no-authority"] if mode else []), *show)
        _run("entities-dev, with lists", bench / "entities.py", bench / "entities-dev", f"{tmp}/frus-dev", *show)
        _run("entities-dev, core authority only", bench / "entities.py", bench / "entities-dev", f"{tmp}/frus-dev--core-only", *show)


def _run(title: str, *command: object) -> None:
    if title:
        print(f"\n## {title}", flush=True)
    subprocess.run([sys.executable, *map(str, command)], check=True)


if __name__ == "__main__":
    main()
