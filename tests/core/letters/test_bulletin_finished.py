"""What was finished: works, and apart from them milestones and periods, each with what was reported."""

from __future__ import annotations

from qjtask.core.layout.document import Paragraph
from qjtask.core.layout.sheet import Sheet
from qjtask.core.letters.bulletin_finished import finished_blocks
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Plan
from tests.core.bulletin_samples import reports, told
from tests.core.plans import column, day, entry, item, milestone, plan, standing

TABLE = plan(
    item("1.1", work="建成平台", milestones=(milestone("05-20", "拿出方案"),)),
    item("1.2", work="每月通报", deadline="每月25日前"),
    item("1.3", work="两家办", units=("审批科", "建管科")),
)


def finished(log: tuple[Entry, ...], *only: str, on: Plan = TABLE) -> tuple[Paragraph, Sheet]:
    words, sheet = finished_blocks(standing(on, log), only, day("05-01"), reports(on, log, *only))
    assert isinstance(words, Paragraph)
    assert isinstance(sheet, Sheet)
    return words, sheet


def test_milestones_and_periods_are_counted_under_their_own_words_and_stand_apart() -> None:
    log = (
        entry("1.1.1", on="05-18", text="方案已报"),
        entry("1.2", on="04-25"),
        entry("1.2", on="05-24", text="五月已报"),
        entry("1.1", on="06-02", text="平台已上线"),
        entry("1.3", on="06-03"),
    )
    words, sheet = finished(log)
    assert words.text == "共完成2项工作、1个时间节点、1期周期性工作："
    assert sheet.sections == {0: "工作", 2: "时间节点", 3: "周期性工作"}
    assert column(sheet, "编号") == ["1.1", "1.3", "1.1.1", "1.2"]
    assert column(sheet, "报送情况") == ["6月2日完成：平台已上线", "6月3日完成", "方案已报", "五月已报"]


def test_of_one_kind_no_heading_is_needed() -> None:
    words, sheet = finished((entry("1.1", on="06-02"),))
    assert (words.text, sheet.sections) == ("共完成1项工作：", {})


def test_recurring_work_whose_last_period_is_done_is_a_finished_work_too() -> None:
    on = plan(item("1.2", deadline="每季度末"))
    log = [
        entry("1.2", on=f"{month}-20")._replace(period=day(f"{month}-{end}"))
        for month, end in (("06", "30"), ("09", "30"), ("12", "31"))
    ]
    rows = standing(on, log, "12-31")
    words, lines = told(finished_blocks(rows, (), day("12-01"), reports(on, log, today="12-31")))
    assert words == "共完成1项工作、1期周期性工作："
    assert [line[4] for line in lines] == ["", "按期"]


def test_a_unit_that_did_its_share_finished_the_work_as_far_as_it_goes() -> None:
    log = (entry("1.3", on="06-01", unit="建管科", text="我科已办结"),)
    words, sheet = finished(log, "建管科")
    assert words.text == "共完成1项工作："
    assert column(sheet, "报送情况") == ["6月1日建管科完成：我科已办结"]
    assert len(finished_blocks(standing(TABLE, log), (), day("05-01"), reports(TABLE, log))) == 1


def test_who_leads_stands_beside_who_owes_it() -> None:
    log = (entry("1.1", Do.DONE, "06-02"),)
    _, sheet = finished(log)
    assert column(sheet, "责任单位（牵头单位）") == ["审批科（牵头：区行政服务中心）"]
    alone = plan(item("1.1", lead=()))
    assert column(finished(log, on=alone)[1], "责任单位") == ["审批科"]
