"""What was collected, as it is shown before anybody agrees."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.packs.returns import ReturnsLedger, collect
from qjtask.core.packs.returns_sheet import collected_sheet
from tests.core.pack_samples import AT, PLAN, ROWS, TODAY, collected, filled, only
from tests.core.plans import column, entry, standing


def test_what_would_be_written_is_compared_without_the_moment() -> None:
    found = collected(filled(*ROWS))
    standing_now = ReturnsLedger(PLAN, standing(PLAN), (), TODAY)
    later = collect([filled(*ROWS)], standing_now, TODAY, AT.replace(hour=12), "张三")
    assert found.is_like(later)
    assert not found.is_like(collected(filled(*ROWS), log=(entry("9.1", Do.NOTE, percent=10),)))


def test_the_sheet_shows_unit_id_change_and_words() -> None:
    log = collected(filled(ROWS[1])).entries
    row = {**ROWS[0], "佐证": "a.pdf"}
    sheet = collected_sheet(collected(filled(row, ROWS[1]), log=log), "题")
    assert column(sheet, "单位") == ["审批科", "审批科"]
    assert column(sheet, "编号") == ["9.1", "9.4"]
    assert column(sheet, "变化") == ["未启动 → 推进中60%", "已登记过"]
    assert column(sheet, "内容") == ["已办；佐证：a.pdf", ""]
    assert column(sheet, "出处") == ["a.xlsx:填报表!A5", "a.xlsx:填报表!A6"]
    assert sheet.notes == ("1份填报表，填了2行：要登记1条，不用登记1条",)


def test_the_sheet_names_the_units_that_filled_in_nothing() -> None:
    silent = filled({"编号": "9.4"}, unit="道路运输中心", shown="b.xlsx")
    sheet = collected_sheet(collected(filled(ROWS[0]), silent), "题")
    assert sheet.notes == ("2份填报表，填了1行：要登记1条", "一行也没有填的：道路运输中心")


def test_the_sheet_shows_the_start_of_a_long_text_and_the_log_gets_it_whole() -> None:
    text = "很长的进展" * 2000
    found = collected(filled({"编号": "9.1", "进展": text, "佐证": "a.pdf"}))
    (content,) = column(collected_sheet(found, "题"), "内容")
    assert content == f"{text[:99]}…；佐证：a.pdf"
    assert only(found).text == text
