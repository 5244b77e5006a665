"""Characters that are dashes or strokes and nothing else: where a cell holds only them, it says nothing."""

from __future__ import annotations

_PLAIN = "-‐‑‒–—―_/⁄∕\\、"
_FULL_OR_HALF_WIDTH = "－＿／＼､"
_SMALL = "﹣﹘﹨﹑"
_FOR_VERTICAL_LINES = "︱︲︳︴︑"
_DASHED_OR_WAVY = "﹍﹎﹏"
STROKES = frozenset(_PLAIN + _FULL_OR_HALF_WIDTH + _SMALL + _FOR_VERTICAL_LINES + _DASHED_OR_WAVY)


def says_nothing(text: str) -> bool:
    """Whether what was typed is 无, 暂无, 没有, or nothing but strokes and spaces."""
    words = " ".join(text.split()).replace("⽆", "无")
    return words in ("无", "暂无", "没有") or not set(words) - STROKES - {" "}
