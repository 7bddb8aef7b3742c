"""Libraries that not everybody needs: the optional extras of the package."""

import importlib
from types import ModuleType


class Missing(ValueError):
    """A library is needed that is not installed. The message is a sentence that says how to get it."""


def needed(module: str, extra: str) -> ModuleType:
    """The module of an optional library. Raises Missing."""
    try:
        return importlib.import_module(module)
    except ImportError as e:
        raise Missing(f"this needs the library {module.partition('.')[0]}; install it with: pip install 'tei-cable[{extra}]'") from e
