"""Builds the site: `python -m tools.manual FOLDER`. Any warning of Sphinx (a dead link, a dead anchor) fails."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.manual.elements import elements
from tools.manual.gallery import gallery
from tools.manual.reachable import mend
from tools.manual.reference import reference
from tools.manual.staging import ROOT, stage


def main(into: Path) -> int:
    """Build into a folder; the exit status of Sphinx."""
    with tempfile.TemporaryDirectory() as folder:
        staged = Path(folder)
        stage(staged)
        shutil.copytree(ROOT / "schemas", staged / "schemas", dirs_exist_ok=True)
        made = {**reference(), **elements(), **gallery()}
        for name, text in made.items():
            path = staged / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        build = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-n", "-b", "html", "-d", f"{folder}/.doctrees"]
        status = subprocess.run([*build, folder, str(into)], check=False).returncode
    mend(into)
    return status


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.manual FOLDER")
    sys.exit(main(Path(sys.argv[1]).resolve()))
