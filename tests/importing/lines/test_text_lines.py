"""Paragraphs with their numbers and clauses; several works in one paragraph cut apart."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.levels import OFFICE
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.lines.text_lines import read_lines
from tests.importing.works.documents import works


def lines(*texts: str) -> list[tuple[str, int, str]]:
    """Style, number and text of each line; the style is "" where there is no number."""
    read = read_lines(Passage(text, "") for text in texts)
    return [
        (one.printed.style if one.printed else "", one.printed.number if one.printed else 0, one.text)
        for one in read
    ]


def test_numbered_works_with_clauses_of_their_own_are_cut_apart() -> None:
    assert lines("1.建桥。（县住建局负责）2.建路。（县交通局负责）3.建园。（县林业局负责）") == [
        ("1.", 1, "建桥。（县住建局负责）"),
        ("1.", 2, "建路。（县交通局负责）"),
        ("1.", 3, "建园。（县林业局负责）"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.做好以下事：（1）建桥；（2）建路；（3）建园。（县住建局负责）",
        "1.按照第2.1条和（三）的要求建桥。（县住建局负责）",
        "一是建桥；二是建路。（县住建局负责）",
    ],
)
def test_numbers_without_clauses_of_their_own_stay_in_their_work(text: str) -> None:
    assert len(lines(text)) == 1


def test_an_office_before_numbered_works_heads_them() -> None:
    assert lines("县住建局：1.建桥。2.建路。", "县交通局：", "3.建路。") == [
        (OFFICE, 0, "县住建局"),
        ("1.", 1, "建桥。"),
        ("1.", 2, "建路。"),
        (OFFICE, 0, "县交通局"),
        ("1.", 3, "建路。"),
    ]


@pytest.mark.parametrize("text", ["各镇人民政府，县政府各部门：", "县住建局：", "县委、县政府、县人大："])
def test_an_addressee_heads_nothing(text: str) -> None:
    assert lines(text, "现将方案印发给你们。", "一、抓实城建") == [
        ("", 0, text),
        ("", 0, "现将方案印发给你们。"),
        ("一、", 1, "抓实城建"),
    ]


def test_a_numbered_label_says_who_does_the_work_over_it() -> None:
    read = lines("1.建桥", "（1）责任单位：县住建局", "（2）完成时限：6月底", "一、工作目标：建成桥梁")
    assert [style for style, _, _ in read] == ["1.", "", "", "一、"]


def test_one_bracket_of_names_in_a_document_is_no_way_of_sharing_out() -> None:
    once = read_lines([Passage("1.推进改革。（县住建局）", "")])
    twice = read_lines([Passage("1.建桥。（县住建局）", ""), Passage("2.建路。（县交通局）", "")])
    assert [bool(one.search.clauses) for one in (*once, *twice)] == [False, True, True]


def test_a_run_of_numbers_goes_on_before_figures() -> None:
    read = read_lines([Passage(text, "") for text in ("9.建桥。", "10.建路。", "11.121项目。", "1.5公里")])
    assert [line.printed.number if line.printed else 0 for line in read] == [9, 10, 11, 0]


def test_the_first_of_a_run_may_begin_with_figures_where_a_second_follows() -> None:
    works = ["1.5号楼外架拆除", "2.3号楼水电安装", "3.其他楼栋"]
    read = [(number, text) for _, number, text in lines("一、议定事项", *works)[1:]]
    assert read == [(1, "5号楼外架拆除"), (2, "3号楼水电安装"), (3, "其他楼栋")]


def test_works_in_one_paragraph_may_begin_with_figures() -> None:
    works = "1.5号楼外架拆除，由项目部负责；2.3号楼水电安装，由水电班负责；3.其他楼栋由工程部负责。"
    read = [(number, text) for style, number, text in lines(f"会议议定以下事项：{works}") if style]
    assert read == [
        *((1, "5号楼外架拆除，由项目部负责；"), (2, "3号楼水电安装，由水电班负责；")),
        (3, "其他楼栋由工程部负责。"),
    ]
    costs = "完成投资：1.5亿元，由财务部负责；2.3亿元由工程部负责。"
    assert lines(costs) == [("", 0, costs)]


def test_a_list_of_annexes_is_none_of_works() -> None:
    assert lines("附件：1.联系人名单", "2.项目清单", "3.新建天桥2座", "1.建桥。", "2.建路。")[1:] == [
        *(("", 0, "2.项目清单"), ("", 0, "3.新建天桥2座"), ("1.", 1, "建桥。"), ("1.", 2, "建路。")),
    ]


def test_an_office_behind_a_number_heads_the_numbers_in_its_line() -> None:
    assert lines("一、县文旅局：1.修建公厕2座。", "二、县发改局：1.核实情况。2.建立制度。") == [
        ("一、", 1, "县文旅局："),
        ("1.", 1, "修建公厕2座。"),
        ("一、", 2, "县发改局："),
        ("1.", 1, "核实情况。"),
        ("1.", 2, "建立制度。"),
    ]


def test_who_leads_all_over_works_with_offices_of_their_own_is_no_work() -> None:
    over = "艺术节由校团委牵头，政教处配合，具体安排如下："
    own = works("艺术节工作方案", over, "1.团委负责编排节目。", "2.总务处负责搭建舞台。")
    assert [one.split("|")[1] for one in own] == ["1", "2"]


def test_an_office_in_brackets_under_the_title_wrote_the_plan() -> None:
    found = works("高考工作安排", "（高三年级部）", "1.动员。责任人：教务处", "2.发证。责任人：各班主任")
    assert [one.split("|")[4] for one in found] == ["教务处", "各班主任"]
