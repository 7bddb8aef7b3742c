import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import tei_cable
from tei_cable.text.regex import regex


def values(value: Any) -> Iterator[Any]:
    """What a module's name stands for, and what is in it when it is a table."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for one in value:
            yield from values(one)
    else:
        yield value


def test_it_matches_as_a_pattern_does() -> None:
    late = regex(r"(?P<day>\d+)\s+may", re.IGNORECASE)
    assert late.pattern == r"(?P<day>\d+)\s+may"
    for _ in range(2):
        m = late.search("on 5 MAY")
        assert m
        assert m["day"] == "5"
        assert m.re == re.compile(late.pattern, re.IGNORECASE)
    assert late.sub("then", "5 May") == "then"
    assert dict(late.groupindex) == {"day": 1}
    assert regex(rb"\d").findall(b"1 2") == [b"1", b"2"]


def test_every_pattern_of_the_package_compiles() -> None:
    kind = type(regex(""))
    seen = 0
    for module in pkgutil.walk_packages(tei_cable.__path__, "tei_cable."):
        if module.name.endswith("__main__"):
            continue
        for name, made in vars(importlib.import_module(module.name)).items():
            for one in values(made):
                if isinstance(one, kind):
                    seen += 1
                    try:
                        assert one.groups >= 0  # type: ignore[attr-defined]
                    except re.error as e:
                        pytest.fail(f"{module.name}.{name}: {e}")
    assert seen > 200
