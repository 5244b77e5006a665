"""Numbered paragraphs beside the works that ask for something and are none: told.

They ask one office by a day, or stand in a list of their own whose points are for all of a kind. What else
they ask of somebody (宣传科要做好报道 under 工作要求), and when a plan's stages are, is said and not asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_parts import EVERYBODY, begun_by_many
from qjtask.importing.clauses.person_names import is_post_alone
from qjtask.importing.document.doubts import Doubt, in_part, quoted_in_part
from qjtask.importing.document.signature import is_issuer
from qjtask.importing.lines.attendance_lines import lists_members, without_attendance
from qjtask.importing.lines.heading_kinds import tells_of_event
from qjtask.importing.lines.levels import number_and_body
from qjtask.importing.lines.notice_endings import asks_for_reports, ends_notice
from qjtask.importing.lines.office_runs import begun_text
from qjtask.importing.lines.points_for_many import BY_A_DAY, opening_of_many
from qjtask.importing.lines.text_line import TextLine

_TITLE = r"[^。，,：:；;]{2,20}[。：:](?=.{4})"
_OF_ALL = rf"(?!{EVERYBODY})各[^，,。；;：:]{{2}}"
_ASKS_ALL = "要求|纪律|保障|领导|原则|事项|机制|落实"  # 工作要求: what all are called upon to do
_LED_IN = r"[^，,。；;：:]{2,16}[，,]"  # 4月中旬，各班训练
_WISHES = "高度重视|密切(?:配合|协作)|加强(?:组织)?领导|[认提][识高]|领导小组|下设"
_STAGE = r"阶段[^，,。；;（()]{0,12}[（(](?P<when>[^（()）]{0,12}月[^（()）]{0,20})[)）]"
_FEWEST = 2  # points of a list that are for all of a kind
_MOST_SHOWN = 3
_NOBODY = Vocabulary(())


def dated_demands(lines: Sequence[TextLine], known: Collection[str]) -> Iterator[Doubt]:
    """Such paragraphs in one doubt, but those of `known` places: 县公安局要…，2月20日前… under 工作要求."""
    left = [line for line in lines if line.is_numbered and line.place not in known and _asks_one(line.text)]
    yield from _told(left, "要一个单位按时做")
    yield from _told(list(_for_many(lines, {*known, *(line.place for line in left)})), "要同类的单位去做")


def said_demands(lines: Sequence[TextLine], known: Collection[str], told: Collection[str]) -> Iterator[str]:
    """What is asked of somebody behind the first `known` paragraph, or in a stage, but for `told` places."""
    first = next((at for at, line in enumerate(lines) if line.place in known), len(lines))
    asking = without_attendance([*_of_stages(lines[:first]), *lines[first:]])
    left = [
        line
        for line in asking
        if line.place not in told and _is_left(line, known) and _asks_somebody(line.text)
    ]
    if left:
        count = f"等{len(left)}段" if len(left) > _MOST_SHOWN else ""
        yield f"{left[0].place}{_shown(left)}{count}写着谁做什么，没有记作工作；是工作的请补进计划"


def _of_stages(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The numbered paragraphs that are a stage's, and the one below each."""
    is_below = False
    for line in lines:
        is_stage = line.is_numbered and "阶段" in line.text
        if is_stage or is_below:
            yield line
        is_below = is_stage


def said_stages(lines: Sequence[TextLine], known: Collection[str]) -> Iterator[str]:
    """When the stages are that head no works: 总结验收阶段（12月1日—12月10日）."""
    left = [line for line in lines if line.place not in known and "阶段" in line.text]
    found = [(line.place, stage["when"]) for line in left if (stage := compiled(_STAGE).search(line.text))]
    if found:
        shown = in_part([f"“{when}”" for _, when in found[:_MOST_SHOWN]])
        yield f"{found[0][0]}起写着各阶段的时间（{shown}），没有记作完成时限；是时限的请写进 deadline"


def _is_left(line: TextLine, known: Collection[str]) -> bool:
    """Whether a line is none of a work's, does not say who leads them all, and lists no members."""
    is_apart = line.place not in known or asks_for_reports(line.text)
    is_text = line.is_numbered or not line.search.clauses
    return is_apart and is_text and not lists_members(number_and_body(line.text)[1])


def _asks_somebody(text: str) -> bool:
    """Whether a text, or what stands behind its title or its time, begins with who does something."""
    if asks_for_reports(text):
        return compiled(BY_A_DAY).search(text) is not None
    is_wish = compiled(_WISHES).search(text) and not compiled(BY_A_DAY).search(text)
    if ends_notice(text) or is_issuer(text) or tells_of_event(text) or is_wish:
        return False
    heads = (compiled(head).match(text) for head in (_TITLE, _LED_IN))
    return any(map(_begins_with_doer, (text, *(text[found.end() :] for found in heads if found))))


def _begins_with_doer(text: str) -> bool:
    first = compiled("[，,。；;：:]").split(text, maxsplit=1)[0]
    if begun_text(text.removeprefix("由")) is not None or is_post_alone(first.partition("负责")[0]):
        return True
    return begun_by_many(first, _NOBODY) is not None and compiled(EVERYBODY).match(text) is None


def _told(left: Sequence[TextLine], read: str) -> Iterator[Doubt]:
    if left:
        rows = tuple(dict.fromkeys(line.place for line in left))
        count = f"等{len(left)}段" if len(left) > 1 else ""
        yield Doubt(rows[0], f"{_shown(left)}{count}{read}", "没有记", "是工作的请补进计划", rows=rows)


def _shown(left: Sequence[TextLine]) -> str:
    """The first of some paragraphs, as far as they are quoted."""
    return in_part([f"“{quoted_in_part(line.text)}”" for line in left[:_MOST_SHOWN]])


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
