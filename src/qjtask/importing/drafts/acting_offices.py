"""Offices that a work's text makes act, and that are named nowhere as who does it: told, never taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from qjtask.core.plan.plan import Item
from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.cells.items import ReadItem
from qjtask.importing.document.doubts import Doubt, in_part
from qjtask.importing.words.office_words import begins_with_region, ends_as_body, is_collective

# ；市公安局加强治理: who acts begins a part of a sentence; 向市公安局移交 and 会同市公安局 begin otherwise.
_ENDS = r"(?<=[局委办部厅院会司站所队处科室校行心])"
_ACTS = (
    r"(?:要|应|须|负责|具体|同步|及时|积极|主动|认真|切实|抓紧|尽快|进一步|全力|联合|共同|会同)*"
    r"(?:加[强大快]|强化|做好|抓好|落实|开展|组织(?!部)|推[进动]|制[定订]|建立|提供|督促|指导|协[助调]|配合|牵头"
    r"|审[核批]|检查|监督|办理|承担|负责|保障|统筹|汇总|完[成善]|整治|治理)(?![^，。；,;]{0,12}的)"
)
_NAME = rf"{HAN}{{2,14}}?{_ENDS}"
_STOPS = "。；;，,：:\n"
_NOTE = r"(?:[（(][^（()）。；;]{2,20}[)）])?"  # 市体育局（市教育局）牵头
_ACTOR = rf"(?:^|[{_STOPS}])(?:由|请)?(?P<who>{_NAME}{_NOTE}(?:、{_NAME}{_NOTE})*){_ACTS}"
# ；各镇要落实用地指标: behind a sentence that is another's.
_PLACES = (
    r"[。；;]\s*(?P<who>各(?:有关|相关)?(?:乡镇|县市区|县区|区县|街道|社区|园区|[镇乡村])"
    r"(?:（[^（）]{2,6}）|(?:和|、)(?:街道|园区|社区))?)"
    r"(?:要|应当?|须|需要?|负责|[做抓]好|落实|配合|加强|开展)(?!的)"
)
_ABOVE = ("省", "国家", "中央")  # what these do is no work of the plan


def acting_unnamed(items: Sequence[ReadItem]) -> Iterator[Doubt]:
    """The works whose text makes an office act that is none of their own: one doubt for the document.

    An office is one that other works name, or one called as their own are: 市公安局 beside 市教育局. So are
    the places (各镇) that a sentence of their own asks, where the work names no such.
    """
    known = {name for one in items for name in _names(one.item)}
    if not known:
        return
    first = re.escape("".join(sorted({"各", *(name[0] for name in known)})))
    may_act = compiled(
        rf"(?:^|[{_STOPS}])\s*(?:由|请)?[{first}]"
    )  # in few works: the whole pattern costs more
    named = (one for one in items if _names(one.item) and may_act.search(one.item.work))
    found = [(one, names) for one in named if (names := tuple(_unnamed(one, known)))]
    if found:
        yield _told([one for one, _ in found], [name for _, names in found for name in names])


def _told(ones: Sequence[ReadItem], names: Sequence[str]) -> Doubt:
    """The one doubt on works that make these offices act."""
    quoted = dict.fromkeys(f"“{name}”" for name in names)
    read = f"具体工作里写着{in_part(list(quoted))}做什么，单位里没有"
    ids, rows = tuple(one.item.id for one in ones), tuple(one.place for one in ones)
    return Doubt(ones[0].place, read, "没有记作单位", "要记请写进 units 或 support", ids, rows=rows)


def _unnamed(one: ReadItem, known: Collection[str]) -> Iterator[str]:
    """The offices that a work's text makes act, and that are none of its own."""
    own = _names(one.item)
    acting = (
        name
        for found in compiled(_ACTOR).finditer(one.item.work)
        for name in compiled(_NOTE).sub("", found["who"]).split("、")
    )
    for name in acting:
        is_own = any(name in other or other in name for other in own)
        is_other = is_collective(name) or name.startswith(_ABOVE)
        if not is_own and not is_other and (name in known or _is_called_as(name, own)):
            yield name
    each = (found["who"] for found in compiled(_PLACES).finditer(one.item.work))
    yield from (name for name in each if not any(map(is_collective, own)))


def _is_called_as(name: str, own: Sequence[str]) -> bool:
    """Whether an office is named after its region as a work's own are: 市公安局 beside 市教育局."""
    regions = {other[0] for other in own if begins_with_region(other)}
    return name[0] in regions and begins_with_region(name) and ends_as_body(name)


def _names(item: Item) -> tuple[str, ...]:
    return (*item.lead, *item.units, *item.support)
