"""Names of files that every system takes."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

# What Windows allows in no name, and which names it keeps for itself.
_FORBIDDEN = frozenset('<>:"/\\|?*')
_KEPT = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
_LONGEST_NAME = 60  # characters; a name may take 255 bytes, a Han character takes three


def without_forbidden(name: str) -> str:
    """`name` with _ for each sign that Windows allows in none, or that is not seen."""
    return "".join(char if char.isprintable() and char not in _FORBIDDEN else "_" for char in name)


def file_names(units: Sequence[str]) -> list[str]:
    """A file's name for each unit, without its ending: good for Windows and Linux, and no two the same."""
    names: list[str] = []
    taken: set[str] = set()
    for unit in units:
        name = base = _safe(unit)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{base}({number})"
        taken.add(name.casefold())
        names.append(name)
    return names


def _safe(unit: str) -> str:
    name = without_forbidden(normalize("NFC", unit))[:_LONGEST_NAME].strip(" .") or "_"
    return f"_{name}" if name.split(".")[0].casefold() in _KEPT or name[0] in "~-" else name
