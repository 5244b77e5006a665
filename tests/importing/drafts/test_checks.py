"""What is looked at when all works are read: each check by itself."""

from __future__ import annotations

import pytest

from qjtask.core.plan.plan import Item, Owner
from qjtask.core.time.deadline import read_deadline
from qjtask.importing.cells.items import ReadItem
from qjtask.importing.document.body import BodySection
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.checks import (
    CHECKS,
    Checked,
    against_the_body,
    collective,
    misspelt,
    owners_of,
    suspected,
    unlike_offices,
)


def one(
    item: str,
    units: tuple[str, ...] = (),
    lead: tuple[str, ...] = (),
    support: tuple[str, ...] = (),
    work: str = "做",
) -> ReadItem:
    made = Item(item, work, lead, units, read_deadline("年底前", year=2021), support=support)
    return ReadItem(made, f"表1第{item}行", ())


def checked(*items: ReadItem, owner: Owner = Owner.UNITS, body: tuple[BodySection, ...] = ()) -> Checked:
    return Checked(items, body, tuple(owners_of(one.item, owner) for one in items))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("张三", "像是人名"),
        ("科", "只有一个字"),
        ("持续推进", "不像单位名称"),
        ("区商务局（由商户自行负责）", "的括号里还写着谁牵头、配合或负责"),
        ("县" * 41, "太长，不像单位名称"),
    ],
)
def test_a_name_unlike_an_office_is_told_with_all_its_items(name: str, reason: str) -> None:
    made = checked(
        one("1.1", ("县教育局", name)), one("1.2", ("县教育局",), (name,)), one("1.3", (), (), (name,))
    )
    (doubt,) = unlike_offices(made)
    assert doubt.read.endswith(f"”{reason}")
    assert (doubt.place, doubt.items) == ("表1第1.1行", ("1.1", "1.2", "1.3"))


@pytest.mark.parametrize(
    "name", ["班主任", "任课教师", "食堂管理员", "检修一班", "机修班", "各工段", "全校家长"]
)
def test_posts_and_teams_are_like_offices(name: str) -> None:
    assert not [*unlike_offices(checked(one("1.1", (name,))))]


def test_a_name_that_a_work_told_itself_is_not_told_of_it_again() -> None:
    told = Doubt("表1第1.1行", "在行末断开", "按一个单位记", "", ("1.1",), "units", "市场监管")
    first = one("1.1", ("市场监管",))._replace(doubts=(told,))
    assert list(unlike_offices(checked(first))) == []
    (doubt,) = unlike_offices(checked(first, one("1.2", ("市场监管",))))
    assert (doubt.place, doubt.items) == ("表1第1.2行", ("1.2",))
    of_target = first._replace(doubts=(told._replace(field="targets"),))
    (doubt,) = unlike_offices(checked(of_target))
    assert doubt.items == ("1.1",)


def test_names_like_offices_raise_no_doubt() -> None:
    made = checked(one("1.1", ("县教育局", "各镇（街道）"), ("审批科",), ("国网供电公司",)))
    assert list(unlike_offices(made)) == []


def test_owners_are_the_units_or_the_leads_as_the_plan_rules() -> None:
    item = one("1.1", ("乙局",), ("甲局",)).item
    assert owners_of(item, Owner.UNITS) == ("乙局",)
    assert owners_of(item, Owner.LEAD) == ("甲局",)
    assert owners_of(item._replace(units=()), Owner.UNITS) == ("甲局",)
    assert owners_of(item._replace(lead=()), Owner.LEAD) == ("乙局",)


def test_owners_that_stand_for_several_are_one_doubt() -> None:
    made = checked(
        one("1.1", ("县教育局", "各镇（街道）")), one("1.2", ("各有关单位",)), one("1.3", ("各镇（街道）",))
    )
    (doubt,) = collective(made)
    assert doubt.read == "“各镇（街道）”“各有关单位”不止一个单位"
    assert doubt.items == ("1.1", "1.3", "1.2")
    assert doubt.fix == "请在 units 里写明，如 各镇（街道）: {members: [甲镇, 乙镇]}"


def test_many_of_these_are_listed_in_part() -> None:
    made = checked(*(one(f"1.{at}", (f"各第{at}类企业",)) for at in range(1, 8)))
    (doubt,) = collective(made)
    assert doubt.read.endswith("“各第5类企业”等7个不止一个单位")


def test_supporters_that_stand_for_several_owe_nothing() -> None:
    assert list(collective(checked(one("1.1", ("县教育局",), support=("各镇（街道）",))))) == []


def test_a_slip_among_the_owners_is_told_with_what_to_write_in_the_plan() -> None:
    made = checked(*(one(f"1.{at}", ("法规科",)) for at in range(1, 8)), one("1.8", ("法夫科",)))
    assert suspected(made) == {"法夫科": "法规科"}
    (doubt,) = misspelt(made)
    assert doubt.read == "“法夫科”像是“法规科”的另一种写法或误写（印了1次，“法规科”7次）"
    assert (doubt.fix, doubt.items) == ("若是，请在 units 里写 法规科: [法夫科]", ("1.8",))


def test_a_slip_among_the_supporters_is_told_and_not_put_to_the_units() -> None:
    made = checked(
        *(one(f"1.{at}", ("综合科",), support=("法规科",)) for at in range(1, 8)),
        one("1.8", ("综合科",), support=("法夫科",)),
    )
    assert suspected(made) == {}
    (doubt,) = misspelt(made)
    assert doubt.fix == "若是，请改成“法规科”"


def test_a_number_that_the_text_prints_otherwise() -> None:
    body = (BodySection(1, "加快建设", "加快建设。新建口袋公园12个。", "第二部分"),)
    made = checked(one("1.1", ("甲局",), work="新建口袋公园10个。"), body=body)
    (doubt,) = against_the_body(made)
    assert (doubt.read, doubt.items) == ("表里是“新建口袋公园10个”，正文是“新建口袋公园12个”", ("1.1",))
    assert list(against_the_body(checked(one("1.1", ("甲局",), work="新建口袋公园12个。"), body=body))) == []


def test_all_checks_have_one_shape_and_say_nothing_of_a_clean_plan() -> None:
    clean = checked(one("1.1", ("县教育局",), ("县委办公室",)))
    assert [doubt for check in CHECKS for doubt in check(clean)] == []
    assert all(check.__doc__ for check in CHECKS)
