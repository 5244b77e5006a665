"""The text of a page's elements run by run: what the page strikes out, hides or raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def is_hidden(node: Any) -> bool:
    """Whether the page does not show an element."""
    return _hides(node, node.get("style"))


def _hides(node: Any, style: str | None) -> bool:
    return node.get("hidden") is not None or bool(style and re.search(_HIDDEN_STYLE, style))


def look_of(node: Any, around: Unshown | None) -> Unshown | None:
    """How the words of an element look, `around` being how those around it do."""
    style = node.get("style")
    if around is Unshown.HIDDEN or _hides(node, style):
        return Unshown.HIDDEN
    is_struck = node.tag in _STRUCK or bool(style and re.search(_STRUCK_STYLE, style))
    return Unshown.STRUCK if is_struck else around


def runs_of(cell: Any, row: Unshown | None = None) -> Iterator[Run]:
    """The runs of a table's cell, `row` being how its row looks: <br> and <p> are breaks.

    A line break in the page's source is a space, and none in Chinese text.
    """
    return _runs(cell, look_of(cell, row), is_raised=False, depth=0)


def _runs(node: Any, look: Unshown | None, *, is_raised: bool, depth: int) -> Iterator[Run]:
    if depth > DEEPEST or is_silent(node):
        return
    is_block = depth > 0 and node.tag in BLOCKS
    if node.tag == "br" or is_block:
        yield Run("\n")
    if node.text:
        yield Run(compiled(_BLANKS).sub(" ", node.text), look, is_raised)
    for child in node:
        is_higher = is_raised or child.tag == "sup"
        yield from _runs(child, look_of(child, look), is_raised=is_higher, depth=depth + 1)
        if child.tail:
            yield Run(compiled(_BLANKS).sub(" ", child.tail), look, is_raised)
    if is_block:
        yield Run("\n")
