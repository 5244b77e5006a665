"""What an import tells: how much was read, and the doubts as comments of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qjtask.core.plan.plan import Plan
from qjtask.core.plan.remarks import UNITS_REMARK, KeyPath, Remarks
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft

UNITS: KeyPath = ("units",)
"""Where the names of the plan's offices stand."""

_LONGEST_NAME = 8  # characters of a column's heading in a mark


def summary(source: str, draft: Draft, lines: int | None = None) -> str:
    """One line: groups, items, dates, milestones, targets, doubts, and what is plain.

    `lines` is how many lines tell the doubts, where those that say the same are told together.
    """
    items = list(draft.plan.items())
    dated = sum(item.deadline.date is not None for item in items)
    steps, targets = sum(len(item.milestones) for item in items), sum(len(item.targets) for item in items)
    doubts = f"{len(draft.doubts)}处疑点" if draft.doubts else "没有疑点"
    if lines is not None and lines < len(draft.doubts):
        doubts += f"，说法相同的合成一条，共{lines}条"
    counts = (
        f"{len(draft.plan.groups)}组{len(items)}项，其中{dated}项有日期，{steps}个时间节点，{targets}个指标"
    )
    return "；".join((f"{source}：读到{counts}", doubts, *draft.said))


def remarks(source: str, draft: Draft) -> Remarks:
    """The doubts as comments: those of an item over it, the rest at the head, slips over the units.

    What is of many items has a number at the head, to which a mark over each of them points. All stand on
    lines of their own, so that the file keeps the form that is read the short way.
    """
    known = {item.id for item in draft.plan.items()}
    marked = known | {group.id for group in draft.plan.groups}
    of_many = [doubt for doubt in draft.doubts if doubt.is_of_many]
    numbers = {id(doubt): number for number, doubt in enumerate(of_many, 1)}
    told = [doubt for doubt in draft.doubts if doubt.is_of_many or marked.isdisjoint(doubt.items)]
    head = [
        "",
        f"由 qjtask import 从“{source}”读出，共{len(draft.plan.groups)}组{len(known)}项。",
        "编号随原表，办结后也不改号。单位和时限照原表所印。“疑”字开头的注释请逐条核对，核对后可删去。",
        *(f"{said}。" for said in draft.said),
        *(f"疑{numbers.get(id(doubt), '')}：{doubt.line}" for doubt in told),
    ]
    above: dict[KeyPath, Sequence[str]] = {(): head, UNITS: [UNITS_REMARK, *_slips(draft.slips)]}
    for about, doubts in doubts_by_item(draft.doubts).items():
        if about in marked:
            above[about,] = [*_marks(doubts, numbers)]
    return Remarks(above)


def _marks(doubts: Sequence[Doubt], numbers: Mapping[int, int]) -> Iterator[str]:
    """What stands over an item: its own doubts, and where those are said that it has with many others."""
    of_many = [doubt for doubt in doubts if doubt.is_of_many]
    if of_many:
        yield "疑：见文首" + "、".join(f"疑{numbers[id(doubt)]}{_columns(doubt)}" for doubt in of_many)
    yield from (f"疑：{doubt.read}；{doubt.assumed}" for doubt in doubts if not doubt.is_of_many)


def _columns(doubt: Doubt) -> str:
    """Which columns a doubt is about, in a few words."""
    if not doubt.columns:
        return ""
    name, count = doubt.columns[0], len(doubt.columns)
    shown = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
    return f"“{shown}”" + f"等{count}列" * (count > 1)


def _slips(slips: Mapping[str, str]) -> list[str]:
    meant: dict[str, list[str]] = {}
    for slip, name in slips.items():
        meant.setdefault(name, []).append(slip)
    return [
        f"疑：若{'、'.join(ones)}就是{name}，请写成 {name}: [{', '.join(ones)}]"
        for name, ones in meant.items()
    ]


def doubts_by_item(doubts: Iterable[Doubt]) -> dict[str, list[Doubt]]:
    """The doubts that concern each item or group, by its id."""
    found: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        for item in dict.fromkeys(doubt.items):
            found.setdefault(item, []).append(doubt)
    return found


def unchanged(plan: Plan) -> Plan:
    """The plan without the places its items had in a file, for comparing."""
    return plan._replace(
        groups=tuple(
            group._replace(items=tuple(item._replace(line=0, column=0) for item in group.items))
            for group in plan.groups
        )
    )
