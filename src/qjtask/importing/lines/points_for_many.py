"""Lists whose points are for all of a kind, and name no single office: 各镇要落实防火责任."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_words import WHEN
from qjtask.importing.clauses.opening_offices import EVERYBODY, LOOKED_AFTER
from qjtask.importing.clauses.opening_parts import Opening, is_of_many, read_part
from qjtask.importing.lines.text_line import TextLine, is_titled

_TITLE = r"(?:通知|安排|方案|计划|任务|要点|措施|部署)(?:（[^（）]*）)?$"
_FEWEST = 2  # points of a list that say for whom they are
_LED_IN = rf"[于在]?(?:{WHEN}[^，,。；;]{{0,4}}|[^，,。；;]{{2,16}}(?:期间|时期|阶段))[，,]"
_TITLED = r"[^，,。；;：:各]{2,20}。(?=各.{4})"  # 压实责任。各乡镇要……
_PARTS = "[，,。；;：:]"


def points_for_many(lines: Sequence[TextLine], lists: Iterable[Sequence[int]]) -> Mapping[int, Opening]:
    """Who the points of such lists are for, by line, in a document that shares out nothing else.

    At least half of a list's points say so, and its title calls it a notice or a plan. What is for
    everybody (各单位要高度重视) is a wish.
    """
    if not is_titled(lines, _TITLE):
        return {}
    made: dict[int, Opening] = {}
    for run in lists:
        named = {at: own for at in run if (own := opening_of_many(lines[at])) and own.is_strong}
        of_many = any(is_of_many(own.clause) for own in named.values())
        if of_many and len(named) >= _FEWEST and len(named) * 2 >= len(run):
            made |= named  # with those for one office: 各镇要…… over 县住建局要……
    return made


def opening_of_many(line: TextLine) -> Opening | None:
    """Who a point is for, where these are all of a kind: 各营业所要值班."""
    led_in = compiled(_LED_IN).match(line.text)
    text = line.text[led_in.end() :] if led_in else line.text
    titled = compiled(_TITLED).match(text)
    text = text[titled.end() :] if titled else text
    if line.search.clauses or compiled(f"[请望]?{EVERYBODY}|{LOOKED_AFTER}").match(text):
        return None
    return read_part(compiled(_PARTS).split(text, maxsplit=1)[0], text, Vocabulary(()), may_be_many=True)
