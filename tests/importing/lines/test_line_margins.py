"""The margin at which a page's lines are broken."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.line_margins import begins_anew, closes_behind, fills_the_line, margin_of

_FULL = "各部门要按照职责分工抓好落实工作确保各项任务按时完成并"
_WIDE = 2 * len(_FULL)


def test_lines_that_end_within_sentences_show_the_margin() -> None:
    assert margin_of([_FULL, "及时报送。", _FULL, "再行报送。"]) == _WIDE


def test_whole_paragraphs_show_none() -> None:
    assert margin_of([f"{_FULL[:-1]}。", "1.建桥。", f"{_FULL[:-1]}。", "2.修路。"]) == 0


def test_a_line_fills_its_width_up_to_the_figure_that_follows() -> None:
    assert fills_the_line(_FULL, "及时报送。", _WIDE)
    assert not fills_the_line(_FULL[:-6], "及时报送。", _WIDE)
    assert fills_the_line(_FULL[:-6], "12345678.90万元", _WIDE)
    assert not fills_the_line(_FULL, "及时报送。", 0)


@pytest.mark.parametrize("line", ["1.建桥2座。", "附件", "2026年3月1日"])
def test_what_begins_anew_is_no_rest(line: str) -> None:
    assert begins_anew(line)
    assert not begins_anew("及时报送。")


def test_a_line_may_close_a_notice_behind_a_label() -> None:
    assert closes_behind("责任单位：县住建局", "以上事项由办公室督办。")
    assert not closes_behind("建桥2座", "以上事项由办公室督办。")
