"""Numbered paragraphs under each other."""

from __future__ import annotations

from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_lines import read_lines
from qjtask.importing.works.outline_tree import Branch, read_outline


def shape(*texts: str) -> list[str]:
    """Each branch's first line, set in by how deep it stands."""
    root = read_outline(read_lines(Passage(text, "") for text in texts))
    return list(_shape(root, 0))


def _shape(branch: Branch, depth: int) -> list[str]:
    own = [f"{'-' * (depth - 1)}{branch.lines[0].text}"] if depth else []
    return own + [line for child in branch.children for line in _shape(child, depth + 1)]


def test_the_usual_order() -> None:
    assert shape("一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "1.己", "二、庚", "（一）辛") == [
        *("甲", "-乙", "--丙", "--丁", "-戊", "--己", "庚", "-辛"),
    ]


def test_a_level_left_out() -> None:
    assert shape("一、甲", "1.乙", "（1）丙", "2.丁", "二、戊", "（一）己") == [
        "甲",
        "-乙",
        "--丙",
        "-丁",
        "戊",
        "-己",
    ]


def test_a_wider_number_closes_narrower_ones() -> None:
    assert shape("1.甲", "（一）乙", "1.丙") == ["甲", "乙", "-丙"]


def test_headings_without_numbers() -> None:
    assert shape("城建工作", "1.甲", "2.乙", "交通工作", "1.丙", "民生工作", "2.丁") == [
        *("城建工作", "-甲", "-乙", "交通工作", "-丙", "民生工作", "-丁"),
    ]


def test_a_line_under_a_section_s_title_is_its_text_and_no_heading() -> None:
    assert shape("艺术节方案", "一、活动主题", "青春飞扬", "二、活动内容", "1.甲", "三、奖项设置") == [
        *("艺术节方案", "-活动主题", "-活动内容", "--甲", "-奖项设置"),
    ]


def test_a_title_stands_over_all_and_other_lines_over_nothing() -> None:
    assert shape("2021年任务分解", "一、甲", "1.乙", "二、丙") == ["2021年任务分解", "-甲", "--乙", "-丙"]
    for text in ("2021年3月1日", "各镇人民政府：", "禾政办〔2021〕5号", "现印发给你们。", "附件1"):
        assert shape(text, "一、甲") == ["甲"]


def test_clauses_are_counted_where_they_stand_and_above() -> None:
    root = read_outline(
        read_lines(Passage(text, "") for text in ("一、甲", "1.乙（县住建局负责）", "2.丙（县交通局负责）"))
    )
    assert (root.own, root.below, root.children[0].own, root.children[0].below) == (0, 2, 0, 2)


def test_a_heading_after_dashes_stands_over_any_number() -> None:
    assert shape("——推进教育", "21.甲", "22.乙", "——建设健康县", "23.丙") == [
        *("推进教育", "-甲", "-乙", "建设健康县", "-丙"),
    ]
    assert shape("1.甲", "——到2025年，建成。", "2.乙") == ["甲", "-到2025年，建成。", "乙"]


def test_the_day_of_a_notice_ends_it() -> None:
    assert shape("一、甲", "二、乙", "2021年3月1日", "2021年任务分工", "1.丙", "2.丁") == [
        *("甲", "乙", "2021年任务分工", "-丙", "-丁"),
    ]
