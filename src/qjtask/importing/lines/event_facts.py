"""What a plan says of its event as a whole, point by point: 一、活动时间：, 二、主办单位：, 三、地点：."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.importing.clauses.clause_finder import nothing_found
from qjtask.importing.lines.heading_kinds import tells_of_event
from qjtask.importing.lines.levels import read_level
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_line import TextLine

_FEWEST = 2  # points that tell of the event


def with_event_told(lines: list[TextLine], passages: Sequence[Passage]) -> list[TextLine]:
    """The lines; whoever runs the event does no work for that, where other lines share out its works."""
    facts = {(line.place, line.text): line for line in _facts(passages)}
    if not facts:
        return lines
    made = [facts.get((line.place, line.text), line) for line in lines]
    return made if any(line.is_shared for line in made) else lines


def _facts(passages: Sequence[Passage]) -> Iterator[TextLine]:
    """The points of a plan's first list that tell of the event, and such label lines under them.

    A list that begins again is of several events, each of which has its own hosts.
    """
    printed = [read_level(passage.text) for passage in passages]
    style = next((one.style for one in printed if one and one.number), "")
    points = [one for one in printed if one and one.style == style]
    begins_again = sum(one.number == 1 for one in points) > 1
    if begins_again or sum(tells_of_event(one.text) for one in points) < _FEWEST:
        return
    is_fact = False
    for passage, own in zip(passages, printed, strict=True):
        text = own.text if own else passage.text
        is_fact = tells_of_event(text) and (is_fact if own is None else own.style == style)
        if is_fact:
            yield TextLine(own, text, nothing_found(text), passage.place)
