"""Numbered paragraphs beside the works that ask for something and are none: told.

They ask one office by a day, or stand in a list of their own whose points are for all of a kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.opening_parts import EVERYBODY
from qjtask.importing.document.doubts import Doubt, in_part, quoted_in_part
from qjtask.importing.lines.office_runs import begun_text
from qjtask.importing.lines.points_for_many import BY_A_DAY, opening_of_many
from qjtask.importing.lines.text_line import TextLine

_TITLE = r"[^。，,：:；;]{2,20}[。：:](?=.{4})"
_OF_ALL = rf"(?!{EVERYBODY})各[^，,。；;：:]{{2}}"
_ASKS_ALL = "要求|纪律|保障|领导|原则|事项|机制|落实"  # 工作要求: what all are called upon to do
_FEWEST = 2  # points of a list that are for all of a kind
_MOST_SHOWN = 3


def dated_demands(lines: Sequence[TextLine], known: Collection[str]) -> Iterator[Doubt]:
    """Such paragraphs in one doubt, but those of `known` places: 县公安局要…，2月20日前… under 工作要求."""
    left = [line for line in lines if line.is_numbered and line.place not in known and _asks_one(line.text)]
    yield from _told(left, "要一个单位按时做")
    yield from _told(list(_for_many(lines, {*known, *(line.place for line in left)})), "要同类的单位去做")


def _told(left: Sequence[TextLine], read: str) -> Iterator[Doubt]:
    if left:
        shown = in_part([f"“{quoted_in_part(line.text)}”" for line in left[:_MOST_SHOWN]])
        rows = tuple(dict.fromkeys(line.place for line in left))
        count = f"等{len(left)}段" if len(left) > 1 else ""
        yield Doubt(rows[0], f"{shown}{count}{read}", "没有记", "是工作的请补进计划", rows=rows)


def _for_many(lines: Sequence[TextLine], known: Collection[str]) -> Iterator[TextLine]:
    """The points of lists in which nothing is known, and half of them say what all of a kind are to do."""
    heading = ""
    for style, run in groupby(lines, key=lambda line: line.printed.style if line.printed else ""):
        points = list(run)
        is_list = style and len(points) >= _FEWEST and compiled(_ASKS_ALL).search(heading) is None
        if is_list and not any(line.place in known for line in points):
            named = sum(map(_is_for_many, points))
            yield from points if named >= _FEWEST and named * 2 >= len(points) else ()
        heading = points[-1].text


def _is_for_many(line: TextLine) -> bool:
    if line.search.clauses:
        return False
    own = opening_of_many(line)
    return (own is not None and own.is_strong) or compiled(_OF_ALL).match(line.text) is not None


def _asks_one(text: str) -> bool:
    """Whether a text begins with one office, or does so behind its title, and says by which day."""
    if compiled(BY_A_DAY).search(text) is None:
        return False
    titled = compiled(_TITLE).match(text)
    behind = text[titled.end() :] if titled else ""
    return begun_text(text) is not None or (behind != "" and begun_text(behind) is not None)
