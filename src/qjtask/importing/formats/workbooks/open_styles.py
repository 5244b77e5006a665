"""The styles of an OpenDocument file: what is struck, raised or hidden, and how a date is shown."""

from __future__ import annotations

from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.unshown import Unshown
from qjtask.importing.formats.workbooks.number_formats import NumberFormat, number_format

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_DISPLAY = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}display"
_TEXT_DISPLAY = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}display"
_CODES = {"year": "yyyy", "month": "m", "day": "d", "hours": "h", "minutes": "m", "seconds": "s"}
_LONGEST_CHAIN = 20  # of styles, each the child of the next


class _OpenStyle(NamedTuple):
    """What a style says itself; None where its parent says it."""

    parent: str
    look: Unshown | None
    is_raised: bool
    data_style: str
    is_hidden: bool


class OpenStyles:
    """The styles of a file by name: those of its content, and those that it shares."""

    def __init__(self, content: Any, more: Any) -> None:
        self._styles: dict[str, _OpenStyle] = {}
        self._dates: dict[str, NumberFormat] = {}
        for root in (more, content):
            if root is None:
                continue
            for style in root.iter(f"{_STYLE}style"):
                self._styles[style.get(f"{_STYLE}name") or ""] = _read(style)
            for style in root.iter(f"{_NUMBER}date-style"):
                self._dates[style.get(f"{_STYLE}name") or ""] = number_format(_code(style))

    def look(self, name: str | None) -> Unshown | None:
        """Whether a style strikes or hides its text."""
        return next((style.look for style in self._chain(name) if style.look is not None), None)

    def is_raised(self, name: str | None) -> bool:
        """Whether a style makes its text a superscript."""
        return any(style.is_raised for style in self._chain(name))

    def form(self, name: str | None) -> NumberFormat | None:
        """How a cell of this style shows a date; None when the style does not say."""
        named = next((style.data_style for style in self._chain(name) if style.data_style), "")
        return self._dates.get(named)

    def is_hidden_table(self, name: str | None) -> bool:
        """Whether tables of this style are not shown."""
        return any(style.is_hidden for style in self._chain(name))

    def _chain(self, name: str | None) -> list[_OpenStyle]:
        found: list[_OpenStyle] = []
        while name and name in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[name])
            name = found[-1].parent
        return found


def _read(style: Any) -> _OpenStyle:
    text = style.find(f"{_STYLE}text-properties")
    table = style.find(f"{_STYLE}table-properties")
    look = None
    is_raised = False
    if text is not None:
        line = text.get(f"{_STYLE}text-line-through-style") or text.get(f"{_STYLE}text-line-through-type")
        is_struck = line is not None and line != "none"
        look = Unshown.HIDDEN if text.get(_TEXT_DISPLAY) == "none" else Unshown.STRUCK if is_struck else None
        is_raised = (text.get(f"{_STYLE}text-position") or "").startswith("super")
    return _OpenStyle(
        style.get(f"{_STYLE}parent-style-name") or "",
        look,
        is_raised,
        style.get(f"{_STYLE}data-style-name") or "",
        table is not None and table.get(_DISPLAY) == "false",
    )


def _code(style: Any) -> str:
    """A date's style as a number format's code."""
    pieces = []
    for part in style:
        name = part.tag.removeprefix(_NUMBER) if isinstance(part.tag, str) else ""
        pieces.append(
            _CODES.get(name) or (f'"{(part.text or "").replace(chr(34), "")}"' if name == "text" else "")
        )
    return "".join(pieces)
