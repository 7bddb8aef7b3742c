"""Regular expressions that are compiled when they are first used: one telegram needs less than half of ours, and all take a tenth of a second."""

import re
from typing import Any, AnyStr, cast


class _Regex:
    """Stands for a pattern, and takes over its methods one by one as they are asked for."""

    def __init__(self, pattern: str | bytes, flags: int):
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, value)
        return value


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A pattern as `re.compile` gives it; one that is no regular expression raises `re.error` at its first use."""
    return cast("re.Pattern[AnyStr]", _Regex(pattern, flags))
