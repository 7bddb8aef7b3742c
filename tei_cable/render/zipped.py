"""Zip files that are the same for the same content."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# The first moment that a zip file can tell: no clock, so that the same telegrams give the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], stored: str = "") -> bytes:
    """A zip file of `files` in their order; `stored` names the one that is not compressed."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in files.items():
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_STORED if name == stored else ZIP_DEFLATED
            info.create_system = 3  # the same on every system
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return out.getvalue()
