"""The text of a page's elements run by run: what the page strikes out, hides or raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from qjtask.core.text.patterns import compiled
from qjtask.importing.document.unshown import Run, Unshown

DEEPEST = 150
BLOCKS = frozenset(
    (
        *("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header"),
        *("footer", "blockquote", "center", "form", "dd", "dt", "dl", "pre", "tr", "td", "th", "caption"),
    )
)
_SILENT = frozenset(
    ("script", "style", "head", "template", "noscript", "select", "option", "button", "title", "rt", "rp")
)
_STRUCK = frozenset(("s", "strike", "del"))
_HIDDEN_STYLE = (
    r"display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])"
)
_STRUCK_STYLE = r"text-decoration(?:-line)?\s*:[^;]{0,60}line-through"
_BLANKS = r"\s+"
_CLASS = r"\s*(?:[a-z]{0,10})\.([\w-]{1,60})\s*"


def write_struck_classes(root: Any) -> None:
    """Write into the elements what the page's styles strike out by their class, as Excel saves it.

    What they hide stays as it is: a page hides by class what a click then shows.
    """
    struck = {name for style in root.iter("style") for name in _struck_classes(style.text or "")}
    for node in root.iter() if struck else ():
        if not struck.isdisjoint((node.get("class") or "").split()):
            node.set("style", f"{node.get('style') or ''};text-decoration:line-through")


def _struck_classes(style: str) -> Iterator[str]:
    """The classes that a style sheet strikes out."""
    for one in style.split("}"):
        selectors, _, rule = one.rpartition("{")
        if re.search(_STRUCK_STYLE, rule):
            classes = (re.fullmatch(_CLASS, selector) for selector in selectors.split(","))
            yield from (found[1] for found in classes if found)


def is_silent(node: Any) -> bool:
    """Whether an element says nothing to a reader of the page, shown or not."""
    return not isinstance(node.tag, str) or node.tag in _SILENT


def own_look(node: Any) -> Unshown | None:
    """How an element itself makes its words look; None where it says nothing of it."""
    if node.get("hidden") is not None:
        return Unshown.HIDDEN
    style = node.get("style")
    look = _look_of_style(style) if style else None
    return Unshown.STRUCK if look is None and node.tag in _STRUCK else look


@lru_cache(maxsize=256)  # a page writes the same style into each of its cells
def _look_of_style(style: str) -> Unshown | None:
    if compiled(_HIDDEN_STYLE).search(style):
        return Unshown.HIDDEN
    return Unshown.STRUCK if compiled(_STRUCK_STYLE).search(style) else None


def within(own: Unshown | None, around: Unshown | None) -> Unshown | None:
    """How words look by their element's own look and that of what is around it."""
    return around if own is None or around is Unshown.HIDDEN else own


def runs_of(cell: Any, look: Unshown | None) -> Iterator[Run]:
    """The runs of a table's cell, `look` being how it looks in its row: <br> and <p> are breaks.

    A line break in the page's source is a space, and none in Chinese text.
    """
    return _runs(cell, look, is_raised=False, depth=0)


def _runs(node: Any, look: Unshown | None, *, is_raised: bool, depth: int) -> Iterator[Run]:
    if depth > DEEPEST or is_silent(node):
        return
    is_block = depth > 0 and node.tag in BLOCKS
    if node.tag == "br" or is_block:
        yield Run("\n")
    if node.text:
        yield Run(_in_one_line(node.text), look, is_raised)
    for child in node:
        is_higher = is_raised or child.tag == "sup"
        yield from _runs(child, within(own_look(child), look), is_raised=is_higher, depth=depth + 1)
        if child.tail:
            yield Run(_in_one_line(child.tail), look, is_raised)
    if is_block:
        yield Run("\n")


def _in_one_line(text: str) -> str:
    """The text with a space for what breaks its lines; one that is printable has no such sign."""
    return text if text.isprintable() else compiled(_BLANKS).sub(" ", text)
