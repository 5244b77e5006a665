"""The comments of a plan's file, read by what they stand at.

YAML's parsers pass over comments. But every # outside of a text begins one, and the parser's marks say where
the texts are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.remarks import KeyPath, Remarks, holders

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where libyaml is there
_BREAK = "\r\n|[\n\r\x85\u2028\u2029]"  # what the parser counts as lines
_COMMENT = "#([^\n\r\x85\u2028\u2029]*)"
_BLANKS = re.compile(" *")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "false", "False", "FALSE"})


def read_comments(text: str) -> Remarks:
    """The comments of a plan that reads without fault."""
    places = _Places(text)
    places.look(yaml.compose(text, Loader=_Loader), ())
    above: dict[KeyPath, list[str]] = {}
    beside: dict[KeyPath, str] = {}
    below: dict[KeyPath, list[str]] = {}
    for comment in places.comments():
        before, after, ended = places.around(comment)
        if comment.is_beside and before is not None and before not in beside:
            beside[before] = comment.text
        elif ended is None:
            above.setdefault(after or (), []).append(comment.text)
        else:
            below.setdefault(ended, []).append(comment.text)
    return Remarks(above, beside, below, frozenset(places.written))


class _Comment(NamedTuple):
    """A comment: its line and column, counted from 0, what it says, whether it stands behind something."""

    line: int
    column: int
    text: str
    is_beside: bool


class _Places:
    """What stands where in a plan's file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer(_BREAK, text))]  # of the lines
        self._lines: list[int] = []  # those on which a place begins,
        self._begun: list[KeyPath] = []  # and the outermost one that does
        self._inside: dict[KeyPath, int] = {}  # the column where the lines inside a place begin
        self._texts: list[tuple[int, int]] = []  # where each text begins and ends
        self.written: set[KeyPath] = set()
        """The keys that say no more than their absence, and all rules."""

    def look(self, node: Any, place: KeyPath) -> None:
        """Note what is inside a node, and where."""
        is_nothing = node.value in _NOTHING if isinstance(node.value, str) else not node.value
        if is_nothing or place[:1] == ("rules",):
            self.written.add(place)
        if isinstance(node, yaml.ScalarNode):
            self._texts.append((node.start_mark.index, node.end_mark.index))
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                self._texts.append((key.start_mark.index, key.end_mark.index))
                self._enter(node, place, key, (*place, key.value))
                self.look(value, (*place, key.value))
        else:
            for number, value in enumerate(node.value):
                here = _place_by_id(value) if place[-1] in {"groups", "items"} else (*place, str(number))
                self._enter(node, place, value, here)
                self.look(value, here)

    def _enter(self, holder: Any, place: KeyPath, node: Any, here: KeyPath) -> None:
        """Note where a place begins, and how what is inside its holder is indented."""
        line = self._line_of(node.start_mark.index)
        if not self._lines or self._lines[-1] < line:
            self._lines.append(line)
            self._begun.append(here)
        if not holder.flow_style:
            is_key = isinstance(holder, yaml.MappingNode)  # it stands behind the dash, where there is one
            self._inside.setdefault(place, node.start_mark.column if is_key else self._indent(line))

    def _line_of(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def _indent(self, line: int) -> int:
        found = _BLANKS.match(self._text, self._starts[line])
        return len(found[0]) if found else 0

    def comments(self) -> Iterator[_Comment]:
        """The comments, in the file's order."""
        edges = [(0, 0), *sorted(self._texts), (len(self._text), len(self._text))]
        for (_, end), (start, _) in pairwise(edges):
            for found in re.finditer(_COMMENT, self._text[end:start]):
                at = end + found.start()
                line = self._line_of(at)
                begin = self._starts[line]
                is_beside = bool(self._text[begin:at].strip())
                yield _Comment(line, at - begin, found[1].removeprefix(" ").rstrip(), is_beside)

    def around(self, comment: _Comment) -> tuple[KeyPath | None, KeyPath | None, KeyPath | None]:
        """The place that began last, the one that begins next, and the one whose end a comment follows.

        It follows an end where it is indented like what is inside, deeper than what comes next. Over the
        first place of all it speaks of the file.
        """
        at = bisect_right(self._lines, comment.line)
        if at == 0:
            return None, (), None
        before = self._begun[at - 1]
        if at == len(self._lines):
            return before, None, self._ended(comment, before, [])
        after = self._begun[at]
        is_deeper = comment.column > self._indent(self._lines[at])
        return before, after, self._ended(comment, before, [after, *holders(after)]) if is_deeper else None

    def _ended(self, comment: _Comment, before: KeyPath, going_on: list[KeyPath]) -> KeyPath | None:
        ended = [place for place in holders(before) if place not in going_on]
        return next((place for place in ended if self._inside.get(place, 0) <= comment.column), None)


def _place_by_id(node: Any) -> KeyPath:
    """The place of a group or an item."""
    return next((value.value,) for key, value in node.value if key.value == "id")
