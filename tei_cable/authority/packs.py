"""Lists made into one pack, with its sources, licence, date and checksum."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tei_cable.authority import formats
from tei_cable.authority.combine import Conflict, combine, unread
from tei_cable.authority.entries import Pack, parted
from tei_cable.authority.formats.tei_writer import checksum
from tei_cable.authority.questions import day


def merge(sources: Sequence[str], title: str = "", licence: str = "", date: str = "") -> tuple[Pack, list[Conflict]]:
    """The lists of these files as one, and where they disagree.

    The licence is the one given, else those that the lists name; the date the one given, else today (UTC). Raises BadList, and BadQuestion for a date
    that is not valid.
    """
    packs = [formats.read_freely(path) for path in sources]
    merged, conflicts = combine(pack.entries for pack in packs)
    conflicts += [Conflict(path, d) for path, pack in zip(sources, packs, strict=True) for d in unread(pack)]
    entries = [parted(e) for e in merged]
    named = licence or "; ".join(dict.fromkeys(pack.licence for pack in packs if pack.licence))
    said = tuple(dict.fromkeys(_source(path, pack) for path, pack in zip(sources, packs, strict=True)))
    on = day(date) if date else datetime.now(UTC).date().isoformat()
    return Pack(entries, title, said, named, on, checksum(entries)), conflicts


def _source(path: str, pack: Pack) -> str:
    """A source in words: the file, its title, its own sources, and the checksum of its bytes."""
    digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    own = f", from: {'; '.join(pack.sources)}" if pack.sources else ""
    dated = f" ({pack.date})" if pack.date else ""
    return f"{pack.title or Path(path).name}{dated}{own}. File {Path(path).name}, SHA-256 {digest}"
