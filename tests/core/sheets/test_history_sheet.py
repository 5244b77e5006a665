"""What `log` shows: who reported what, when, and what was taken back."""

from __future__ import annotations

import pytest

from qjtask.core.layout.sheet import Tone
from qjtask.core.log.entry import DO_WORDS, Do, Entry
from qjtask.core.sheets.history_sheet import entry_words, history_sheet
from tests.core.plans import column, day, entry, item, past, texts


def test_a_line_of_the_log_holds_who_reported_what_and_when() -> None:
    told = entry("9.1", Do.NOTE, "06-01", text="完成系统改造", percent=60, by="张三")
    assert texts(history_sheet([told], past([told]))) == [
        ["2021-06-01", "9.1", "进展", "进度60%；完成系统改造", "张三", told.at.isoformat(), told.id]
    ]


def test_the_printed_number_stands_beside_the_id_where_it_is_another() -> None:
    told = [entry("1.1"), entry("1.1.1"), entry("2.1"), entry("9.9")]
    items = [item("1.1", no="27"), item("2.1", no="2.1")]
    assert column(history_sheet(told, past(told), items), "编号") == [
        "1.1（27）",
        "1.1.1（27）",
        "2.1",
        "9.9",
    ]


def test_what_was_taken_back_stays_in_the_log_and_says_so() -> None:
    told = [(done := entry(on="06-01")), entry(do=Do.UNDO, undoes=done)]
    sheet = history_sheet(told, past(told))
    assert column(sheet, "事项") == ["完成（已撤销）", "撤销"]
    assert [cells[0].tone for cells in sheet.rows] == [Tone.DIM, Tone.PLAIN]
    assert column(sheet, "内容")[1] == f"撤销记录 {done.id}"


@pytest.mark.parametrize(("count", "note"), [(0, "没有记录"), (1, "共1条记录"), (3, "共3条记录")])
def test_the_log_counts_its_lines(count: int, note: str) -> None:
    told = [entry() for _ in range(count)]
    assert history_sheet(told, past(told)).notes == (note,)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (entry(), ""),
        (entry(unit="审批科"), "单位：审批科"),
        (entry(do=Do.EXTEND, to="09-30", text="平台延后"), "延至2021-09-30；平台延后"),
        (entry(do=Do.NOTE, percent=0), "进度0%"),
        (entry(values={"占比": "86", "次数": "0.3"}), "占比：86，次数：0.3"),
        (entry(evidence=("a.xlsx", "b.pdf")), "佐证：a.xlsx、b.pdf"),
        (entry(text="已报")._replace(period=day("04-25")), "已报；2021-04-25 一期"),
        (entry(do=Do.ACCEPT)._replace(grade="优秀"), "等次：优秀"),
        (
            entry(do=Do.EXTEND, to="09-30")._replace(approved_by="李局长", doc="黔交函〔2021〕7号"),
            "延至2021-09-30；同意：李局长；文件：黔交函〔2021〕7号",
        ),
    ],
)
def test_what_an_entry_reports_is_told_in_one_line(told: Entry, words: str) -> None:
    assert entry_words(told) == words


def test_every_kind_of_entry_has_its_word() -> None:
    assert DO_WORDS.keys() == set(Do)
