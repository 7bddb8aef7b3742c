"""Settings of a project: `.tei-cable.toml`, or the table `[tool.tei-cable]` of `pyproject.toml`, in this folder or the nearest above that has one.

schema = ["tei_all"]                     # as --schema; paths are relative to the file of the settings
select = ["S", "N"]                      # as --select, --ignore, --fail-on, --baseline
ignore = ["N007"]
fail-on = "warning"
baseline = "known.json"
[per-file-ignores]                       # patterns of paths, relative to the file of the settings
"drafts/*.xml" = ["D", "R001"]
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

_LISTS = ("schema", "select", "ignore")
_KEYS = (*_LISTS, "fail-on", "baseline", "per-file-ignores")


class BadSettings(ValueError):
    """Settings that cannot be used; the message is a sentence that names the file."""


@dataclass(frozen=True)
class Settings:
    """What a project has set; `home` is the folder of its file."""

    home: Path = Path()
    schema: Sequence[str] = ()
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    fail_on: str = ""
    baseline: str = ""
    per_file: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def ignored(self, path: str, code: str) -> bool:
        """Whether findings of that code are not wanted of that file."""
        if not self.per_file:
            return False
        below = Path(os.path.relpath(path, self.home)).as_posix()
        return any(code.startswith(tuple(codes)) for pattern, codes in self.per_file.items() if codes and fnmatch(below, pattern))


def settings(folder: Path) -> Settings:
    """The settings that hold in a folder. Raises OSError and BadSettings."""
    for home in (folder, *folder.parents):
        for name, table in ((".tei-cable.toml", ()), ("pyproject.toml", ("tool", "tei-cable"))):
            path = home / name
            if path.is_file() and (found := _table(path, table)) is not None:
                return _made(path, found)
    return Settings()


def _table(path: Path, keys: Sequence[str]) -> Mapping[str, Any] | None:
    import tomllib

    try:
        found: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        if keys:
            # somebody else's file, of which whoever owns it will tell
            return None
        raise BadSettings(f"{path}: these settings are not TOML ({e}); mend them") from e
    for key in keys:
        found = found.get(key)
        if not isinstance(found, dict):
            return None
    return found  # type: ignore[no-any-return]


def _made(path: Path, found: Mapping[str, Any]) -> Settings:
    for key, value in found.items():
        if key not in _KEYS:
            raise BadSettings(f"{path}: there is no setting {key!r}; there are {', '.join(_KEYS)}")
        wanted = "a list of strings" if key in _LISTS else "a table of patterns and lists of codes" if key == "per-file-ignores" else "a string"
        lists = value.values() if isinstance(value, dict) else [value]
        kind = str if wanted == "a string" else list if key in _LISTS else dict
        right = isinstance(value, kind) and (kind is str or all(map(_strings, lists)))
        if not right:
            raise BadSettings(f"{path}: {key} must be {wanted}")
    if found.get("fail-on", "error") not in ("info", "warning", "error"):
        raise BadSettings(f"{path}: fail-on must be info, warning or error")
    home = path.parent
    return Settings(
        home,
        [_below(home, s) for s in found.get("schema", ())],
        _upper(found.get("select", ())),
        _upper(found.get("ignore", ())),
        found.get("fail-on", ""),
        _below(home, found["baseline"], always=True) if "baseline" in found else "",
        {pattern: _upper(codes) for pattern, codes in found.get("per-file-ignores", {}).items()},
    )


def _upper(codes: Iterable[str]) -> Sequence[str]:
    return [c.upper() for c in codes]


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _below(home: Path, name: str, *, always: bool = False) -> str:
    """A path of the settings; a schema may be a name, which is no path."""
    return os.path.relpath(home / name) if always or (home / name).is_file() else name
