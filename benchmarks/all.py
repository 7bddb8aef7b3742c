"""All figures of speed and memory, as Markdown for docs/performance.md: the machine, and each program here with its table.

    all.py BENCH [--runs N] [--count N]

BENCH is the folder with frus-dev, lookup.py, score.py and variants.py. --count is for how many telegrams memory is followed (default 20,000, at least
2,000). The machine should be idle; jing's rows are there when jing is installed, and spaCy's when its pipeline en_core_web_sm is.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

from measure import ENVIRONMENT, PYTHON, machine, run

HERE = pathlib.Path(__file__).parent


def main() -> int:
    """Run one after the other; 1 when one of them says that something is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--count", type=int, default=20_000)
    asked = parser.parse_args()
    print(f"{machine()}\n", flush=True)
    with tempfile.TemporaryDirectory() as tei:
        run(PYTHON, HERE / "convert_volumes.py", asked.bench / "frus-dev", tei)
        statuses = [
            _part("The whole line, and start-up", "speed.py", asked.bench, "--runs", asked.runs),
            _part("By stage", "stages.py", asked.bench, "--runs", asked.runs),
            _part("By layout", "layouts.py", asked.bench),
            _part("Two cores", "many.py", "cores", asked.bench, "--count", min(asked.count, 4000), "--runs", asked.runs),
            _part("Memory and number of telegrams", "many.py", "memory", asked.bench, "--count", asked.count, "--jobs", 2),
            _part("Validation", "validate.py", tei, "--runs", asked.runs),
        ]
    return max(statuses)


def _part(title: str, program: str, *more: object) -> int:
    print(f"## {title}\n\n`{program} {' '.join(map(str, more))}`\n", flush=True)
    status = subprocess.run([PYTHON, HERE / program, *map(str, more)], check=False, env=ENVIRONMENT).returncode
    print(flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
