"""What minutes decide, counted in one paragraph: 一是由县住建局负责修路；二是由县财政局负责落实资金."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from qjtask.core.text.patterns import compiled
from qjtask.core.time.numerals import NUMERALS, to_int
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.words.numbering import Printed

POINT = "一是"
"""The style of such a number."""

_POINT = (
    rf"(?:^|(?<=[。；;：:，,！]))\s*(?:(?P<is>[{NUMERALS}])(?:是(?!否|非)|要(?![求素点]))|第(?P<nth>[{NUMERALS}])[，,])"
    r"(?=.{6})"
)
_FEWEST = 2  # points that each say who does them


def counted_points(text: str, says_who: Callable[[str], bool]) -> tuple[str, list[Printed]]:
    """The text before the first of several points, and the points; none where most do not say who does them.

    一是建桥；二是建路。（县住建局负责） is one work.
    """
    found = list(compiled(_POINT).finditer(text))
    numbers = [to_int(one["is"] or one["nth"]) for one in found]
    if len(found) < _FEWEST or any(number != at for at, number in enumerate(numbers, 1)):
        return text, []
    places = [*(one.start() for one in found), len(text)]
    parts = [text[one.end() : end].strip() for one, (_, end) in zip(found, pairwise(places), strict=True)]
    if not are_owned(parts, says_who):
        return text, []
    return text[: places[0]].strip(), [
        Printed(POINT, at, part.rstrip("；;")) for at, part in enumerate(parts, 1)
    ]


def with_points_joined(passages: Sequence[Passage], says_who: Callable[[str], bool]) -> list[Passage]:
    """The passages; 会议决定： and the points under it, 一是……, 二是…… in a paragraph each, are one."""
    made: list[Passage] = []
    points: list[Passage] = []
    for passage in reversed(passages):
        if compiled(_POINT).match(passage.text):
            points.append(passage)
            continue
        run, points = points[::-1], []
        whole = "".join(one.text for one in (passage, *run)) if passage.text.endswith(("：", ":")) else ""
        if run and counted_points(whole, says_who)[1]:
            made.append(passage._replace(text=whole))
        else:
            made += [*run[::-1], passage]
    return [*made, *points][::-1]


def are_owned(parts: Sequence[str], says_who: Callable[[str], bool]) -> bool:
    """Whether most of several parts say who does them."""
    owned = sum(map(says_who, parts))
    return owned >= _FEWEST and owned * 2 > len(parts)
