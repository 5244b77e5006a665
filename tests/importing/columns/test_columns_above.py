"""Columns of offices that stand above those who owe the works."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.core.plan.plan import Owner

OF = {"省": ("省商务厅", "省住建厅"), "市": ("市商务局", "市建委"), "县": ("县商务局", "县住建局")}
ABOVE = "写明是上级单位，旁边有本级的单位"


def read(kit: Any, *columns: tuple[str, str]) -> Any:
    """A table with these headings, each over the offices of a level or names that blanks part."""
    names = [OF.get(one, tuple(one.split())) for _, one in columns]
    rows = ((str(at + 1), f"做第{at + 1}件事。", *(own[at] for own in names), "6月") for at in (0, 1))
    table = kit.table(("序号", "工作任务", *(heading for heading, _ in columns), "完成时限"), *rows)
    return kit.drafted(kit.to_html(table), "a.html", head=kit.head)


def first(draft: Any) -> tuple[str, str, str]:
    item = next(draft.plan.items())
    return "、".join(item.lead), "、".join(item.units), item.note


def told(draft: Any) -> list[str]:
    return [doubt.read for doubt in draft.doubts]


@pytest.mark.parametrize("above", ["省级责任单位", "省责任部门", "责任单位（省级）", "省级主管部门"])
@pytest.mark.parametrize("own", ["市级责任单位", "责任单位"])
def test_those_above_are_noted_and_told(kit: Any, above: str, own: str) -> None:
    draft = read(kit, (above, "省"), (own, "市"))
    assert first(draft) == ("", "市商务局", f"{above}：省商务厅")
    assert told(draft) == [f"“{above.replace('（', '(').replace('）', ')')}”一列{ABOVE}"]
    assert draft.plan.rules.owner is Owner.UNITS


def test_a_lead_above_stays_the_lead_of_those_who_owe(kit: Any) -> None:
    draft = read(kit, ("省牵头单位", "省"), ("责任单位", "市"))
    assert first(draft) == ("省商务厅", "市商务局", "")
    assert (told(draft), draft.plan.rules.owner) == ([], Owner.UNITS)


def test_leads_of_three_levels_leave_the_lowest(kit: Any) -> None:
    draft = read(kit, ("省级牵头单位", "省"), ("市级牵头单位", "市"), ("县级牵头单位", "县"))
    assert first(draft) == ("县商务局", "", "省级牵头单位：省商务厅；市级牵头单位：市商务局")
    assert told(draft) == [f"“省级牵头单位”“市级牵头单位”2列{ABOVE}"]
    assert draft.plan.rules.owner is Owner.LEAD


def test_those_above_never_owe_beside_leads_of_the_own_level(kit: Any) -> None:
    draft = read(kit, ("省级责任单位", "省"), ("牵头单位", "市"))
    assert first(draft) == ("市商务局", "", "省级责任单位：省商务厅")
    assert draft.plan.rules.owner is Owner.LEAD


def test_places_are_no_level_of_their_own(kit: Any) -> None:
    draft = read(kit, ("市级责任单位", "市"), ("县区责任单位", "各县区 甲县、乙区"))
    assert first(draft) == ("", "市商务局、各县区", "")
    assert told(draft) == ["“市级责任单位”“县区责任单位”2列都像责任单位", "“各县区”不止一个单位"]


@pytest.mark.parametrize("heading", ["省级牵头单位", "省级责任单位"])
def test_the_only_offices_are_the_plans_own(kit: Any, heading: str) -> None:
    assert told(read(kit, (heading, "省"))) == []
