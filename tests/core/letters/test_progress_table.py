"""The official table given back, line by line, with three columns more."""

from __future__ import annotations

from datetime import date

from qjtask.core.layout.document import Document
from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.letters.progress_table import FINISHED, HELD_TO, progress_report
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Plan
from tests.core.plans import column, day, entry, item, past, plan, shipped, standing
from tests.core.towns import COUNTY, TOWNS


def report(on: Plan, *entries: Entry, today: str = "06-10") -> Document:
    return progress_report(on, standing(on, entries, today), past(entries, today), day(today))


def table(document: Document) -> Sheet:
    (part,) = document.parts
    (sheet,) = part.blocks
    assert isinstance(sheet, Sheet)
    return sheet


def test_every_item_stands_there_as_the_notice_printed_it() -> None:
    document = report(shipped())
    sheet = table(document)
    items = list(shipped().items())
    assert document.is_wide
    assert column(sheet, "序号") == [one.id for one in items]
    assert column(sheet, "具体工作") == [one.work for one in items]
    assert column(sheet, "责任单位") == ["、".join(one.units) for one in items]
    assert column(sheet, "牵头单位") == ["、".join(one.lead) for one in items]
    assert column(sheet, "重点任务")[0] == "（一）深化行政审批制度改革"
    assert document.parts[0].head == (
        "黔江交通发〔2021〕96号",
        "重庆市黔江区交通局　2021年3月26日印发",
        "（截至2021年6月10日）",
        "共45项：未启动25项，逾期4项，持续推进16项；其中按原时限逾期4项，久无进展45项",
    )


def test_a_day_is_a_real_date_and_other_deadlines_stay_as_printed() -> None:
    on = plan(
        item("1.1", deadline="2021年6月30日"),
        item("1.2", deadline="2021-06-30"),
        item("1.3", deadline="6月底前"),
        item("1.4", deadline="持续推进"),
        item("1.5", deadline="2021年06月30日"),
    )
    cells = [row[5].value for row in table(report(on)).rows]
    assert cells == [date(2021, 6, 30), date(2021, 6, 30), "6月底前", "持续推进", "2021年06月30日"]


def test_a_workbook_has_the_days_in_columns_of_their_own_and_a_page_has_not() -> None:
    on = plan(
        item("1.1", deadline="6月底前"), item("1.2", deadline="5月底前"), item("1.3", deadline="持续推进")
    )
    log = [entry("1.1", Do.EXTEND, "06-01", to="07-15", text="等"), entry("1.2", on="06-02")]
    sheet = table(report(on, *log))
    headings = [one.heading for one in sheet.columns]
    days = [[row[headings.index(one.heading)].value for row in sheet.rows] for one in (HELD_TO, FINISHED)]
    assert days == [[day("07-15"), day("05-31"), None], [None, day("06-02"), None]]
    assert headings.index(HELD_TO.heading) == headings.index("完成时限") + 1
    assert headings.index(FINISHED.heading) == headings.index("完成状态") + 1
    assert len(sheet.on_paper.columns) == len(sheet.columns) - 2


def test_the_three_columns_come_from_the_log() -> None:
    on = plan(item("1.1", deadline="2021年5月31日"), item("1.2"))
    sheet = table(report(on, entry("1.1", Do.NOTE, "06-01", text="在办", percent=40)))
    assert column(sheet, "进展情况") == ["6月1日：在办", ""]
    assert column(sheet, "完成状态") == ["逾期（推进中40%）", "未启动"]
    assert column(sheet, "存在问题") == ["逾期10天", ""]
    assert sheet.on_paper.rows[0][7].tone is Tone.RED


def test_a_plan_that_names_no_document_has_no_empty_lines() -> None:
    assert report(plan(item(), issued=None)).parts[0].head == (
        "（截至2021年6月10日）",
        "共1项：未启动1项",
    )


def test_the_notice_s_own_numbers_headings_and_offices_are_given_back() -> None:
    first, *_ = COUNTY.groups
    sheet = table(report(COUNTY._replace(groups=(first._replace(printed="一、"),))))
    assert column(sheet, "序号") == ["27", "28", "29", "30"]
    assert set(column(sheet, "重点任务")) == {f"一、{first.heading}"}
    assert column(sheet, "责任单位") == ["", "各镇（街道）", "甲镇、民政局", "民政局"]
    assert column(sheet, "配合单位") == ["办公室、各乡镇", "", "", "各镇（街道）"]
    assert "配合单位" not in [one.heading for one in table(report(shipped())).columns]


def test_a_notice_with_lead_offices_only_gets_no_empty_column_of_others() -> None:
    led = plan(item("1.1", lead=("水务局",), units=(), support=("办公室",)))
    assert [one.heading for one in table(report(led)).columns][3:6] == ["牵头单位", "配合单位", "完成时限"]
    nobody = plan(item("1.1", units=()))
    assert "责任单位" in [one.heading for one in table(report(nobody)).columns]


def test_what_two_offices_reported_of_their_parts_shows() -> None:
    log = [entry("1.2", Do.NOTE, unit=town, percent=60) for town in TOWNS[:2]]
    sheet = table(report(COUNTY, *log))
    assert column(sheet, "完成状态")[1] == "逾期（推进中40%（各单位平均））"
