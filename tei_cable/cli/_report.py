"""What a run of `validate` found."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tei_cable.model import Diagnostic


@dataclass
class Report:
    """What a run found: findings and fixes by file, the number of files, those that failed and why, schemas with their release."""

    schemas: Mapping[str, str] = field(default_factory=dict)
    findings: dict[str, Sequence[Diagnostic]] = field(default_factory=dict)
    fixed: dict[str, Sequence[Diagnostic]] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    files: int = 0
    known: int = 0
    began: float = field(default_factory=time.time)
