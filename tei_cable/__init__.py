"""tei-cable: plain-text diplomatic telegrams into scholarly TEI XML.

The functions mirror the command line, with the same names and defaults; `__all__` lists them. They are imported when they are first asked for, so
that importing this package costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tei_cable.api import (
        authority_check,
        authority_import,
        authority_show,
        convert,
        convert_all,
        corpus_audit,
        corpus_compare,
        corpus_index,
        corpus_network,
        dialects,
        evaluate,
        export,
        fix,
        formats,
        office,
        offices,
        review_apply,
        review_export,
        review_serve,
        review_sources,
        review_table,
        validate,
        verify,
    )

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "authority_check",
    "authority_import",
    "authority_show",
    "convert",
    "convert_all",
    "corpus_audit",
    "corpus_compare",
    "corpus_index",
    "corpus_network",
    "dialects",
    "evaluate",
    "export",
    "fix",
    "formats",
    "office",
    "offices",
    "review_apply",
    "review_export",
    "review_serve",
    "review_sources",
    "review_table",
    "validate",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(importlib.import_module("tei_cable.api"), name)
    raise AttributeError(f"module 'tei_cable' has no attribute '{name}'")


def __dir__() -> list[str]:
    return __all__
