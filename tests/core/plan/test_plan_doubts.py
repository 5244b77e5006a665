"""What is doubtful in a plan that reads without fault."""

from __future__ import annotations

import pytest

from qjtask.core.plan.plan import Item, Letterhead, Owner, Plan, Rules
from qjtask.core.plan.plan_doubts import plan_doubts
from tests.core.plans import day, item, milestone, plan, shipped

PLACE = "tasks.yaml:10:5"
UNREAD = "没有读懂，请写成日期（如2021-06-30）或“持续推进”一类的说法"
DUE = "；知道确切日期可写在 due 里，如 due: 2021-06-30"


def settle(key: str) -> str:
    return f"；核对无误请在这一项写 settled: [{key}]"


def doubts(of: Plan | Item) -> list[str]:
    return [str(told) for told in plan_doubts(of if isinstance(of, Plan) else plan(of), "tasks.yaml")]


def test_the_shipped_plan_is_without_doubt() -> None:
    assert doubts(shipped()) == []


@pytest.mark.parametrize(
    "clean",
    [
        item("9.1", deadline="2021年3月26日"),  # the day of issue itself
        item("9.1", milestones=(milestone("06-30"),)),  # the day of the deadline itself
        item("9.1", deadline="3月前动工"),
        item("9.1", deadline="持续推进", milestones=(milestone("2022-06-30"),)),
    ],
)
def test_what_is_in_order_raises_no_doubt(clean: Item) -> None:
    assert [told for told in doubts(clean) if "完成时限“" not in told] == []


@pytest.mark.parametrize(
    ("doubtful", "told"),
    [
        (item("9.1", deadline=""), f"{PLACE}: 9.1 的完成时限“”：没有写完成时限{DUE}{settle('deadline')}"),
        (
            item("9.1", deadline="待定"),
            f"{PLACE}: 9.1 的完成时限“待定”：{UNREAD}{DUE}{settle('deadline')}",
        ),
        (
            item("9.1", deadline="2021年2月28日"),
            f"{PLACE}: 9.1 的完成时限 2021-02-28 早于发文日期 2021-03-26；请核对年份{settle('deadline')}",
        ),
        (
            item("9.1", milestones=(milestone("05-31"), milestone("07-01"))),
            f"{PLACE}: 9.1 的时间节点 2021-07-01 晚于完成时限 2021-06-30；请核对日期{settle('milestones')}",
        ),
        (
            item("9.1", units=()),
            f"{PLACE}: 9.1 没有责任单位，提醒函里没有人会看到它；请补上 units{settle('units')}",
        ),
        (
            plan(item("9.1"), issued=None),
            "tasks.yaml:1:1: 没有写发文日期，没有期限的工作从 2021-01-01 算起；请补上 issued: 2021-MM-DD",
        ),
        (
            plan(item("9.1"))._replace(first_issued=day("04-01")),
            "tasks.yaml:1:1: 首次发文日期 2021-04-01 晚于发文日期 2021-03-26；请核对 issued 和 first_issued",
        ),
        (
            plan(item("9.1", units=("审皮科",)), units={"审批科": ()}),
            f"{PLACE}: units 里没有“审皮科”；若是“审批科”的另一种写法，请加到它的别名里{settle('units')}",
        ),
        (
            plan(item("9.1", units=("执法支队",)), units={"审批科": ()}),
            f"{PLACE}: units 里没有“执法支队”；请在 units 里加一行“执法支队: []”{settle('units')}",
        ),
    ],
)
def test_a_doubt_is_told_with_its_place_and_what_to_do(doubtful: Plan | Item, told: str) -> None:
    assert doubts(doubtful) == [told]


def test_a_date_before_the_second_print_but_after_the_first_is_no_doubt() -> None:
    again = plan(item("9.1", milestones=(milestone("04-30"),)), issued=day("07-01"))
    assert len(doubts(again)) == 2
    assert doubts(again._replace(first_issued=day("03-26"))) == []


def test_a_reading_with_a_doubt_of_its_own_is_told() -> None:
    (told,) = doubts(item("9.1", deadline="2025年前"))
    assert told.startswith(f"{PLACE}: 9.1 的完成时限“2025年前”：暂按2025-12-31")


def test_a_unit_that_the_plan_does_not_name_is_told_once() -> None:
    twice = plan(
        item("9.1", units=("养护科",)), item("9.2", units=("养护科", "法夫科")), units={"法规科": ("法夫科",)}
    )
    assert len(doubts(twice)) == 1


def test_a_plan_that_names_no_units_asks_for_none() -> None:
    assert doubts(plan(item("9.1", units=("养护科",)))) == []


def test_every_doubt_is_a_warning() -> None:
    doubtful = plan(item("9.1", deadline="", units=()), issued=None)
    told = plan_doubts(doubtful, "tasks.yaml")
    assert len(told) == 3
    assert all(problem.is_warning for problem in told)


@pytest.mark.parametrize(
    ("doubtful", "key"),
    [
        (item("9.1", deadline="待定"), "deadline"),
        (item("9.1", deadline="2025年前"), "deadline"),
        (item("9.1", deadline="2021年2月28日"), "deadline"),
        (item("9.1", milestones=(milestone("07-01"),)), "milestones"),
        (item("9.1", units=()), "units"),
    ],
)
def test_a_doubt_that_a_person_has_settled_is_not_told_again(doubtful: Item, key: str) -> None:
    assert len(doubts(doubtful)) == 1
    assert len(doubts(doubtful._replace(settled=("lead",)))) == 1
    assert doubts(doubtful._replace(settled=("lead", key))) == []


def test_what_is_settled_already_is_written_out_with_what_is_to_be() -> None:
    both = item("9.1", deadline="待定", units=())._replace(settled=("units",))
    (told,) = doubts(both)
    assert told.endswith(settle("units, deadline"))


def test_a_name_that_is_settled_once_is_settled() -> None:
    first, second = item("9.1", units=("甲科",)), item("9.2", units=("甲科",))
    unnamed = plan(first._replace(settled=("units",)), second, units={"审批科": ()})
    assert doubts(unnamed) == []


def test_whom_a_collective_name_stands_for_needs_no_line_of_its_own() -> None:
    town = plan(item("9.1", units=("甲镇",)), units={"各镇": ()})
    assert len(doubts(town)) == 1
    assert doubts(town._replace(members={"各镇": ("甲镇",)})) == []


@pytest.mark.parametrize(
    "name",
    [
        "各镇（街道）",
        "机关各科室",
        "各有关单位",
        "各县（市、区）",
        "市直有关部门",
        "相关单位",
        "其他成员单位",
    ],
)
def test_a_collective_name_whose_members_are_not_written_is_a_doubt(name: str) -> None:
    fix = f"请在文件开头的 units 里写一行“{name}: {{members: [甲镇, 乙镇]}}”"
    told = f"“{name}”是几个单位的合称，没有写明是哪些，只当作一个单位；{fix}"
    (line,) = doubts(plan(item("9.1", units=(name,)), item("9.2", units=(name,)), units={name: ()}))
    assert told in line
    (led,) = doubts(plan(item("9.1", lead=(name,)), owner=Owner.LEAD))
    assert led.endswith("settled: [lead]")
    assert doubts(plan(item("9.1", lead=(name,), support=(name,)))) == []  # who owes nothing gets no letter
    assert doubts(plan(item("9.1", units=(name,)), units={name: ()}, members={name: ("甲镇",)})) == []


@pytest.mark.parametrize("name", ["甲镇", "区行政服务中心", "办公室", "信息科"])
def test_an_office_is_no_collective_name(name: str) -> None:
    assert doubts(plan(item("9.1", units=(name,)))) == []


def test_a_work_that_only_names_a_lead_is_somebody_s() -> None:
    assert doubts(plan(item("9.1", lead=("甲局",), units=()))) == []


def test_what_the_plan_may_say_of_rules_and_letters_is_no_doubt() -> None:
    said = plan(item())._replace(rules=Rules(accept=True), letter=Letterhead(to="各科室", contact="张三"))
    assert doubts(said) == []
