"""Milestones, targets, reports and extensions of a brief: short, and none left out in silence."""

from __future__ import annotations

from qjtask.core.layout.sheet import Tone
from qjtask.core.letters.brief_lines import (
    BriefLine,
    extension_lines,
    milestone_lines,
    report_lines,
    target_lines,
)
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Item, Plan, Target
from tests.core.plans import day, entry, item, milestone, past, row
from tests.core.towns import COUNTY, TOWNS

TODAY = day("06-10")


def milestones(on: Item, *log: Entry) -> list[BriefLine]:
    return [*milestone_lines(row(on, log), TODAY)]


def reports(on: Item | Plan, *log: Entry, item_id: str = "9.1") -> list[str]:
    found = report_lines(row(on, log, item_id=item_id), past(log).by_item.get(item_id, ()))
    return [line.told for line in found]


def extensions(*log: Entry, on: Item | None = None) -> list[BriefLine]:
    return [*extension_lines(row(on or item(), log))]


def test_milestones_with_their_days() -> None:
    on = item(milestones=(milestone("04-30", "初稿"), milestone("05-31", "定稿"), milestone("06-20", "印发")))
    assert milestones(on, entry("9.1.1", on="04-28")) == [
        ("时间节点", "9.1.1 2021年4月30日前初稿（2021年4月28日完成）", Tone.DIM, day("04-30")),
        ("时间节点", "9.1.2 2021年5月31日前定稿（逾期10天）", Tone.RED, day("05-31")),
        ("时间节点", "9.1.3 2021年6月20日前印发（剩10天）", Tone.PLAIN, day("06-20")),
    ]
    assert milestones(on, entry("9.1", on="06-01"))[0].told == "9.1.1 2021年4月30日前初稿（已完成）"
    assert milestones(on, entry("9.1", Do.DROP))[0].told == "9.1.1 2021年4月30日前初稿（已取消）"
    assert milestones(item()) == []


def test_of_very_many_milestones_those_done_are_left_out_first_and_counted() -> None:
    on = item(milestones=tuple(milestone(f"07-{number:02}") for number in range(1, 10)))
    found = milestones(on, *(entry(f"9.1.{number}", on="04-01") for number in (2, 3, 4, 5)))
    assert [line.told.split()[0] for line in found[:-1]] == [f"9.1.{number}" for number in (1, 6, 7)]
    assert found[-1].told == "另有6个节点没有列出，见 qjtask show"


def test_a_milestone_s_long_text_is_shortened() -> None:
    (found,) = milestones(item(milestones=(milestone("07-01", "完成" * 100),)))
    assert found.told.endswith("…（剩21天）")
    assert len(found.told) < 60


def test_targets_with_their_values() -> None:
    levels = (Target("占比", at_least="80", unit="%"), Target("次数", at_most="0.3", unit="次"))
    on = item(targets=(*levels, Target("宗数", at_least="300", unit="宗")))
    found = target_lines(row(on, [entry("9.1", Do.NOTE, values={"占比": "86", "次数": "0.5"})]))
    assert [(line.told, line.tone) for line in found] == [
        ("占比不低于80%，实绩86%，达标", Tone.PLAIN),
        ("次数不超过0.3次，实绩0.5次，未达标，时间已过79%", Tone.RED),
        ("宗数不低于300宗，指标没有报数，时间已过79%", Tone.YELLOW),
    ]


def test_what_each_unit_reported_last_and_who_never_did() -> None:
    log = (
        entry("1.2", Do.NOTE, "05-01", unit=TOWNS[0], text="旧的"),
        entry("1.2", Do.NOTE, "06-01", unit=TOWNS[0], text="已清淤", percent=60),
        entry("1.2", Do.NOTE, "05-20", unit=TOWNS[1], text="过半"),
    )
    assert reports(COUNTY, *log, item_id="1.2") == [
        "2021年6月1日甲镇（60%）：已清淤",
        "2021年5月20日乙镇：过半",
        "没有报过进展的：丙街道",
    ]
    assert reports(item()) == ["还没有单位报过进展"]
    for_all = entry("1.2", Do.NOTE, "06-01", text="各镇都在推进")
    assert reports(COUNTY, for_all, item_id="1.2") == ["2021年6月1日：各镇都在推进"]


def test_a_long_report_is_shortened_and_very_many_are_counted() -> None:
    units = tuple(f"第{number}科" for number in range(1, 18))
    log = [entry("9.1", Do.NOTE, unit=unit, text="推进" * 200) for unit in units[:10]]
    found = reports(item(units=units), *log)
    assert [told.partition("：")[0] for told in found[:3]] == [
        f"2021年6月10日第{number}科" for number in range(10, 7, -1)
    ]
    assert all(told.endswith("…") and len(told) < 90 for told in found[:3])
    assert found[3:] == [
        "另有7条没有列出，见 qjtask show",
        "没有报过进展的：第11科、第12科、第13科等7个单位",
    ]


def test_extensions_say_from_when_to_when_why_and_who_agreed() -> None:
    agreed = entry("9.1", Do.EXTEND, "06-05", to="07-31", text="等验收")
    agreed = agreed._replace(approved_by="李局长", doc="黔交函〔2021〕7号")
    assert extensions(agreed) == [
        (
            "延期",
            "由2021年6月30日延至2021年7月31日，2021年6月5日登记；原因：等验收；李局长同意，黔交函〔2021〕7号",
            Tone.PLAIN,
            day("07-31"),
        )
    ]
    (late,) = extensions(
        entry("9.1.1", Do.EXTEND, "05-20", to="06-30"), on=item(milestones=(milestone("04-30"),))
    )
    assert late.told == (
        "时间节点 9.1.1 由2021年4月30日延至2021年6月30日（逾期后延期），2021年5月20日登记；没有写谁同意"
    )
    assert late.tone is Tone.YELLOW


def test_of_very_many_extensions_the_latest_are_told() -> None:
    found = extensions(*(entry("9.1", Do.EXTEND, "04-01", to=f"07-{number:02}") for number in range(1, 9)))
    assert found[0].told == "另有5次没有列出，见 qjtask show"
    assert [line.day for line in found[1:]] == [day(f"07-{number:02}") for number in range(6, 9)]
