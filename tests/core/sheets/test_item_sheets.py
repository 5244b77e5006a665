"""What `show` shows: the facts of one item, then its history."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Item, Plan, Target
from qjtask.core.plan.targets import is_met, target_words
from qjtask.core.sheets.item_sheets import show_sheets
from tests.core.plans import column, day, entry, item, milestone, past, plan, row, shipped, texts

SHARED = item("9.1", units=("审批科", "建管科"))
AT_LEAST = Target("全程网办占比", at_least="80", unit="%")
AT_MOST = Target("平均跑动次数", at_most="0.3", unit="次")


def facts(of: Item | Plan, *told: Entry, today: str = "06-10", item_id: str = "") -> list[tuple[str, str]]:
    """Names and contents of the first sheet of `show`."""
    sheet = show_sheets(row(of, told, today, item_id), past(told, today))[0]
    return [(name, content) for name, content in texts(sheet)]


def fact(name: str, of: Item | Plan, *told: Entry, today: str = "06-10", item_id: str = "") -> list[str]:
    return [content for found, content in facts(of, *told, today=today, item_id=item_id) if found == name]


# The facts --------------------------------------------------------------------------------------


def test_an_item_is_shown_whole() -> None:
    nine_four = next(one for one in shipped().items() if one.id == "9.4")
    assert facts(shipped(), item_id="9.4") == [
        ("具体工作", nine_four.work),
        ("牵头单位", "区行政服务中心"),
        ("责任单位", "审批科、道路运输中心、公路事务中心"),
        ("各单位", "审批科 未完成；道路运输中心 未完成；公路事务中心 未完成"),
        ("完成时限", "按时序推进"),
        ("理解为", "按时序推进"),
        (
            "时间节点",
            f"9.4.1  2021-04-30  {nine_four.milestones[0].work}",
        ),
        ("状态", "未启动"),
        ("灯", "红：期限2021-04-30，已逾期41天；2021-03-26以来没有记录，已76天，超过30天"),
    ]


def test_the_title_holds_number_and_heading() -> None:
    assert show_sheets(row(shipped(), item_id="9.4"), past([]))[0].title == "9.4  （九）着力提升网上办事深度"


def test_a_note_of_the_plan_is_shown() -> None:
    assert fact("备注", shipped(), item_id="14.1") == ["“法夫科”疑为“法规科”之误，按别名归入法规科"]


def test_printed_names_stand_beside_the_names_to_show() -> None:
    assert fact("责任单位", shipped(), item_id="14.1") == [
        "法规科、建管科、规划科、养护科（原文：法夫科、建管科、规划科、养护科）"
    ]


def test_missing_names_and_deadline_are_told_as_missing() -> None:
    bare = item("9.1", lead=(), units=(), deadline="")
    assert [fact(name, bare) for name in ("牵头单位", "责任单位", "完成时限", "理解为")] == [
        ["（未写）"],
        ["（未写）"],
        ["（未写）"],
        ["读不懂（没有写完成时限）"],
    ]


@pytest.mark.parametrize(
    ("told", "shares"),
    [
        ([], ["审批科 未完成；建管科 未完成"]),
        ([entry(unit="建管科", on="06-01")], ["审批科 未完成；建管科 2021-06-01完成"]),
        (
            [entry(unit="建管科", on="06-01"), entry(on="06-08")],
            ["审批科 2021-06-08完成；建管科 2021-06-01完成"],
        ),
        ([entry(on="06-08")], []),
    ],
)
def test_the_shares_of_several_units_are_shown(told: list[Entry], shares: list[str]) -> None:
    assert fact("各单位", SHARED, *told) == shares


def test_a_single_unit_has_no_shares_to_show() -> None:
    assert fact("各单位", item("9.1"), entry(do=Do.START)) == []


@pytest.mark.parametrize(
    ("deadline", "understood"),
    [
        ("6月底前", "有期限，2021-06-30"),
        ("年底前并长期坚持", "到期后长期坚持，2021-12-31"),
        ("持续推进", "持续推进"),
        ("立行立改", "立行立改"),
        ("每月25日前", "周期性，下一期 2021-04-25"),
        ("每月25日前报送", "周期性，下一期 2021-04-25"),
        ("5月底前动工", "时间节点：2021-05-31 动工"),
    ],
)
def test_a_deadline_is_shown_as_printed_and_as_understood(deadline: str, understood: str) -> None:
    told = item("9.1", deadline=deadline)
    assert (fact("完成时限", told), fact("理解为", told)) == ([deadline], [understood])


def test_a_deadline_that_may_be_read_otherwise_says_so() -> None:
    (understood,) = fact("理解为", item("9.1", deadline="2025年前"))
    assert understood.startswith("有期限，2025-12-31（暂按2025-12-31")


def test_a_recurring_item_whose_year_is_done_says_so() -> None:
    yearly = item("9.1", deadline="每年底前")
    assert fact("理解为", yearly, entry(on="06-01")) == ["周期性，今年各期都已完成"]


def test_a_recurring_item_without_a_period_left_in_the_year_says_so() -> None:
    late_notice = plan(item("9.1", deadline="每年3月底前"), issued=day("04-01"))
    assert fact("理解为", late_notice) == ["周期性，今年没有一期到期"]


def test_an_extension_is_shown_with_its_reason_beside_the_printed_date() -> None:
    told = [
        entry(do=Do.EXTEND, on="06-01", to="08-31", text="平台延后上线"),
        entry(do=Do.EXTEND, on="06-02", to="09-30"),
    ]
    assert fact("完成时限", item("9.1"), *told) == ["2021年6月30日"]
    assert fact("延期", item("9.1"), *told) == [
        "2021-06-01 9.1 延至 2021-08-31，原因：平台延后上线",
        "2021-06-02 9.1 延至 2021-09-30",
    ]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ({"on": "07-02", "to": "08-31"}, "2021-07-02 9.1 逾期后延至 2021-08-31，原因：平台延后"),
        ({"on": "06-02", "to": "06-20"}, "2021-06-02 9.1 提前至 2021-06-20，原因：平台延后"),
        (
            {"on": "06-30", "to": "08-31", "approved_by": "李局长", "doc": "会议纪要〔2021〕8号"},
            "2021-06-30 9.1 延至 2021-08-31，原因：平台延后，李局长同意，会议纪要〔2021〕8号",
        ),
    ],
)
def test_an_extension_says_whether_it_came_late_and_who_agreed(told: dict[str, str], shown: str) -> None:
    moved = entry(do=Do.EXTEND, on=told["on"], to=told["to"], text="平台延后")
    moved = moved._replace(approved_by=told.get("approved_by"), doc=told.get("doc"))
    assert fact("延期", item("9.1"), moved, today="12-31") == [shown]


def test_an_extension_taken_back_is_not_shown() -> None:
    extended = entry(do=Do.EXTEND, to="08-31")
    assert fact("延期", item("9.1"), extended, entry(do=Do.UNDO, undoes=extended)) == []


def test_milestones_are_shown_with_their_new_dates_and_the_day_they_were_met() -> None:
    staged = item("9.1", milestones=(milestone("04-30", "调研"), milestone("05-31", "初稿")))
    told = [entry("9.1.1", on="05-03"), entry("9.1.2", Do.EXTEND, to="06-15")]
    assert fact("时间节点", staged, *told) == [
        "9.1.1  2021-04-30  调研（2021-05-03完成）",
        "9.1.2  2021-06-15  初稿",
    ]
    assert fact("延期", staged, *told) == ["2021-06-10 9.1.2 逾期后延至 2021-06-15"]


@pytest.mark.parametrize(
    ("target", "words"), [(AT_LEAST, "全程网办占比不低于80%"), (AT_MOST, "平均跑动次数不超过0.3次")]
)
def test_a_target_is_told_in_words(target: Target, words: str) -> None:
    assert target_words(target) == words


@pytest.mark.parametrize(
    ("values", "shown", "tones"),
    [
        (
            {},
            [
                "全程网办占比不低于80%，指标没有报数，时间已过79%",
                "平均跑动次数不超过0.3次，指标没有报数，时间已过79%",
            ],
            ["plain", "plain"],
        ),
        (
            {"全程网办占比": "86", "平均跑动次数": "0.31"},
            [
                "全程网办占比不低于80%，实绩86%，达标",
                "平均跑动次数不超过0.3次，实绩0.31次，未达标，时间已过79%",
            ],
            ["green", "red"],
        ),
    ],
)
def test_targets_are_shown_with_what_was_measured(
    values: dict[str, str], shown: list[str], tones: list[str]
) -> None:
    told = [entry(do=Do.NOTE, values=values)]
    sheet = show_sheets(row(item("9.1", targets=(AT_LEAST, AT_MOST)), told), past(told))[0]
    found = [cells[1] for cells in sheet.rows if cells[0].text == "指标"]
    assert ([cell.text for cell in found], [cell.tone.value for cell in found]) == (shown, tones)


@pytest.mark.parametrize(
    ("target", "value", "met"),
    [
        (AT_LEAST, "80", True),
        (AT_LEAST, "80.0", True),
        (AT_LEAST, "79.999", False),
        (AT_LEAST, "100", True),  # not less than 80, though its text is
        (AT_MOST, "0.3", True),
        (AT_MOST, "0.30", True),
        (AT_MOST, "0.300000000000000001", False),  # a float would not know
        (AT_MOST, "-1", True),
        (Target("占比", at_least="0.1"), "0.09999999999999999999", False),
    ],
)
def test_a_target_is_held_against_exact_decimals(target: Target, value: str, *, met: bool) -> None:
    assert is_met(target, value) is met


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([], "未启动"),
        ([entry(do=Do.START, on="04-01")], "推进中（2021-04-01起）"),
        ([entry(do=Do.NOTE, on="04-01", percent=60)], "推进中（2021-04-01起），已完成60%"),
        ([entry(do=Do.HOLD, on="04-01")], "暂停（2021-04-01起）"),
        ([entry(on="06-20")], "已完成（2021-06-20起）"),
        ([entry(on="07-02")], "已完成（2021-07-02起），逾期完成"),
        (
            [entry(do=Do.EXTEND, on="06-20", to="08-31"), entry(on="07-02")],
            "已完成（2021-07-02起），延期后按期完成",
        ),
    ],
)
def test_the_status_is_shown_with_its_day(told: list[Entry], status: str) -> None:
    assert fact("状态", item("9.1"), *told, today="12-31") == [status]


def test_finished_work_has_no_light_to_show() -> None:
    assert fact("灯", item("9.1"), entry()) == []
    assert fact("灯", item("9.1")) == ["黄：还有20天到期（2021-06-30）"]


# The history ------------------------------------------------------------------------------------


def test_an_item_without_entries_has_no_history() -> None:
    assert len(show_sheets(row(item("9.1")), past([]))) == 1


def test_the_history_is_that_of_the_item_and_its_milestones() -> None:
    told = [entry("9.1", Do.START), entry("9.2"), entry("9.1.1")]
    staged = plan(item("9.1", milestones=(milestone("04-30"),)), item("9.2"))
    history = show_sheets(row(staged, told), past(told))[1]
    assert (history.title, column(history, "编号")) == ("记录", ["9.1", "9.1.1"])
