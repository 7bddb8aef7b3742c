"""Convert every telegram of a folder of volumes, each volume with its own list, in one process.

    convert_volumes.py SRC OUT [--core-only]

SRC/VOLUME/*.txt become OUT/VOLUME/*.xml; SRC/VOLUME/authority.xml is the volume's list. All steps and all checks of `tei-cable convert` run.
Prints how many telegrams, and how many findings of each code.
"""

import atexit
import collections
import gc
import pathlib
import sys

from tei_cable.pipeline import BATCH, Converter
from tei_cable.text.load import load


def main() -> None:
    """Convert, and count what was found."""
    # as the command line does
    gc.set_threshold(500_000)
    atexit.register(gc.freeze)
    source, out = map(pathlib.Path, sys.argv[1:3])
    codes: collections.Counter[str] = collections.Counter()
    done = 0
    for volume in sorted(v for v in source.iterdir() if v.is_dir()):
        lists = [str(f) for f in volume.glob("authority.xml") if "--core-only" not in sys.argv]
        converter = Converter(lists)
        target = out / volume.name
        target.mkdir(parents=True, exist_ok=True)
        files = sorted(volume.glob("d*.txt"))
        for batch in (files[i : i + BATCH] for i in range(0, len(files), BATCH)):
            loaded = [load(f.read_bytes(), str(f)) for f in batch]
            made = converter.convert_batch([telegram for telegram, _ in loaded])
            for f, (_, found), conversion in zip(batch, loaded, made, strict=True):
                (target / f"{f.stem}.xml").write_bytes(conversion.tei)
                codes.update(f"{d.code} {d.slug}" for d in (*found, *conversion.diagnostics))
                done += 1
    print(f"{done} telegrams", dict(sorted(codes.items())))


if __name__ == "__main__":
    main()
