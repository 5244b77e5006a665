"""Times in remarks beside a deadline: 每月5日前报进度. They are told, and never taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.cells.items import ReadItem
from qjtask.importing.document.doubts import Doubt, in_part, quoted_in_part
from qjtask.importing.words.vocabulary import words

_TIME = (
    r"(?:每(?:个?月|季度?|周|旬|半年|年)[^，,。；;：:]{0,8}?|(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|[上中下]旬|[初中末底])?"
    r"|[年月季][末底]|季度末)[之以]?前(?!后)"
)
_OF_NOW = r"(?:已|曾|其中|截至|截止|自|从|于)[^，,。；;]{0,6}$"  # 已于3月底前完成 is past
_STAGES = (  # columns of what is to be done by when, beside the deadline of the whole
    r"(?:阶段性?(?:任务|工作|安排)|(?:时间|任务|工作)?节点(?:任务|安排|要求)?|进度(?:安排|计划)|推进(?:计划|安排)"
    r"|(?:实施|工作|推进)步骤)[：:]"
)
_STAGE = (  # 一季度完成基础施工 needs no 前 there
    r"(?:[0-9]{4}年)?(?:[一二三四1-4]季度|[上下]半年|[0-9]{1,2}月(?:[0-9]{1,2}[日号]|[上中下]旬)?|年)[初中末底]?"
    r"[之以]?前?[：:，,]?(?=[^0-9，,。、；;：:至到-])"
)
_LABELLED = r"[^：:，,。]{1,10}[：:]"  # 开工时间：3月 is a column of its own; 下步：3月底前 asks for more


def dated_remarks(items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """The works whose remarks ask for something by a time of its own: one doubt for the document."""
    found = {one.item.id: tuple(_dated(one)) for one in items if one.item.note and one.item.deadline.text}
    ones = [one for one in items if found.get(one.item.id)]
    if ones:
        said = dict.fromkeys(f"“{quoted_in_part(text)}”" for one in ones for text in found[one.item.id])
        read = f"备注里写着时间{in_part(list(said))}"
        ids, rows = tuple(one.item.id for one in ones), tuple(one.place for one in ones)
        fix = "要提醒请写进 milestones"
        yield Doubt(ones[0].place, read, "留在备注，没有记作时间节点", fix, ids, rows=rows)


def _dated(one: ReadItem) -> Iterator[str]:
    parts = compiled(r"[；;。\n]").split(one.item.note)
    is_of_stages = _are_stages(parts)
    for part in parts:
        label = compiled(_LABELLED).match(part)
        stages = compiled(_STAGES).match(part) if label else None
        is_of_stages = stages is not None or (is_of_stages and label is None)
        if part.startswith("完成时限："):
            return  # the stages of a deadline, kept as printed behind all other remarks
        if is_of_stages:
            time = compiled(_STAGE).match(part, stages.end() if stages else 0)
        else:
            time = _asked_time(part, is_labelled=label is not None)
        if time and time[0] not in one.item.deadline.text:
            yield part[time.start() :]


def _are_stages(parts: Sequence[str]) -> bool:
    """Whether a remark begins with stages that no label calls so: 一季度完成基础施工；三季度主体封顶."""
    return len(parts) > 1 and all(map(compiled(_STAGE).match, parts[:2]))


def _asked_time(part: str, *, is_labelled: bool) -> re.Match[str] | None:
    """The time by which a part of a remark asks for something, and not that of a column of its own."""
    time = compiled(_TIME).search(part) if "前" in part else None
    if not time or (is_labelled and not part.startswith(words().tables.next_steps)):
        return None
    return None if compiled(_OF_NOW).search(part[: time.start()]) else time
