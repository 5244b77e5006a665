"""The text of Word's paragraphs run by run: what is struck out, hidden or raised, also by its style."""

from __future__ import annotations

from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.unshown import Run, Unshown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL, _RUN, _PROPERTIES = f"{W}val", f"{W}r", f"{W}rPr"
_OFF = frozenset(("0", "false", "off"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted text, what was moved away, a drawing's fallback, phonetic guides and properties say nothing.
SILENT = frozenset(
    f"{W}{tag}"
    for tag in (
        *(
            "del",
            "moveFrom",
            "pPr",
            "rPr",
            "tblPr",
            "tcPr",
            "trPr",
            "sdtPr",
            "tblGrid",
            "instrText",
            "delText",
        ),
        *("rt", "rubyPr"),
    )
) | {FALLBACK}
_TEXTS = frozenset((f"{W}t", f"{_MATH}t"))
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
# A fraction of the formula editor has no sign between its halves; a text box is no part of the sentence.
_APART = {f"{_MATH}den": "/", f"{W}txbxContent": "\n"}
_PROMPT = "placeholder text"  # the name of Word's own style, in every language of its menus
_DEEPEST = 200


class _RunLook(NamedTuple):
    """What a run's properties say; None where they say nothing, and a style may."""

    is_struck: bool | None = None
    is_hidden: bool | None = None
    is_raised: bool | None = None
    is_prompt: bool | None = None

    def over(self, style: _RunLook) -> _RunLook:
        """What this says, and where it says nothing, what the style says."""
        if self is _PLAIN:
            return style
        return _RunLook(*(one if one is not None else other for one, other in zip(self, style, strict=True)))


_PLAIN = _RunLook()


class RunReader:
    """Reads runs with the styles of the document (word/styles.xml)."""

    def __init__(self, styles: Any) -> None:
        self._styles: dict[str, _RunLook] = {}
        for style in () if styles is None else styles.iterfind(f"{W}style"):
            look = _look_of(style)
            name = style.find(f"{W}name")
            if name is not None and (name.get(_VAL) or "").lower() == _PROMPT:
                look = look._replace(is_prompt=True)
            if look != _PLAIN:
                self._styles[style.get(f"{W}styleId") or ""] = look

    def runs(self, paragraph: Any) -> list[Run]:
        """The text of a paragraph as it stands: insertions in, deletions out."""
        found: list[Run] = []
        self._gather(paragraph, self._style(paragraph, "pPr", "pStyle"), found, 0)
        return found

    def _gather(self, node: Any, look: _RunLook, found: list[Run], depth: int) -> None:
        if depth > _DEEPEST:
            return
        if node.tag == _RUN:
            own = _look_of(node)
            if self._styles or own is not _PLAIN:
                look = own.over(self._style(node, "rPr", "rStyle").over(look))
        for child in node:
            tag = child.tag
            if tag in _TEXTS:
                found.append(_run(child.text or "", look))
            elif tag in _BREAKS:
                found.append(_run(_BREAKS[tag], look))
            elif tag not in SILENT:
                if tag in _APART:
                    found.append(Run(_APART[tag]))
                self._gather(child, look, found, depth + 1)

    def _style(self, node: Any, properties: str, name: str) -> _RunLook:
        if not self._styles:
            return _PLAIN
        named = node.find(f"{W}{properties}/{W}{name}")
        return self._styles.get("" if named is None else named.get(_VAL) or "", _PLAIN)


def _run(text: str, look: _RunLook) -> Run:
    if look is _PLAIN:
        return Run(text)
    why = Unshown.HIDDEN if look.is_hidden else Unshown.STRUCK if look.is_struck else None
    if look.is_prompt:
        why = Unshown.PROMPT
    return Run(text, why, bool(look.is_raised))


def _look_of(node: Any) -> _RunLook:
    properties = node.find(_PROPERTIES)
    if properties is None or not len(properties):
        return _PLAIN
    raised = properties.find(f"{W}vertAlign")
    strikes = [
        is_on(found) for name in ("strike", "dstrike") if (found := properties.find(f"{W}{name}")) is not None
    ]
    hidden = properties.find(f"{W}vanish")
    return _RunLook(
        any(strikes) if strikes else None,
        None if hidden is None else is_on(hidden),
        None if raised is None else raised.get(_VAL) == "superscript",
    )


def is_on(switch: Any) -> bool:
    """Whether a switch of Word's is on; without a value it is."""
    return switch.get(_VAL, "1") not in _OFF
