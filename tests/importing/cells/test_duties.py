"""What a cell's labels and verbs make of the names in it."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.duties import (
    duty_parts,
    has_label,
    outside_brackets,
    without_shared,
)
from qjtask.importing.words.column_roles import Role

L, U, S, P = Role.LEAD, Role.UNITS, Role.SUPPORT, Role.PERSON


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("县教育局、县财政局", [(U, "县教育局、县财政局")]),
        ("牵头单位：县教育局；责任单位：县财政局", [(L, "县教育局、"), (U, "县财政局")]),
        ("牵头单位：县教育局\n配合单位：县财政局", [(L, "县教育局"), (S, "县财政局")]),
        ("县级牵头单位：县教育局", [(L, "县教育局")]),
        ("县教育局牵头，县财政局配合", [(L, "县教育局"), (S, "县财政局")]),
        ("县教育局牵头抓总，县财政局协同", [(L, "县教育局"), (S, "县财政局")]),
        ("由县教育局牵头；县财政局、县人社局按职责分工负责", [(L, "县教育局"), (U, "县财政局、县人社局")]),
        ("县教育局（下同）", [(U, "县教育局")]),
        ("县教育局（牵头）、县财政局", [(U, "县教育局（牵头）、县财政局")]),
        ("责任领导：张三\n责任单位：县教育局", [(P, "张三"), (U, "县教育局")]),
        ("县教育局，县财政局负责", [(U, "县教育局、县财政局")]),
        ("县教育局为牵头单位，县财政局为配合单位", [(L, "县教育局"), (S, "县财政局")]),
        ("县教育局为落实单位，县财政局为支持单位", [(U, "县教育局"), (S, "县财政局")]),
        ("县教育局牵头、县财政局配合", [(L, "县教育局"), (S, "县财政局")]),
        ("县教育局牵头县财政局配合", [(L, "县教育局"), (S, "县财政局")]),
        ("县教育局牵头，会同县财政局、县住建局", [(L, "县教育局"), (S, "县财政局、县住建局")]),
        ("县教育局牵头，会同县财政局落实", [(L, "县教育局"), (S, "县财政局")]),
        ("县教育局，县财政局、县人社局配合", [(U, "县教育局"), (S, "县财政局、县人社局")]),
        ("县教育局、县民政局；县财政局协助", [(U, "县教育局、县民政局"), (S, "县财政局")]),
        ("县教育局，县财政局，县人社局配合", [(S, "县教育局、县财政局、县人社局")]),
        ("县教育局、县财政局配合", [(S, "县教育局、县财政局")]),
        ("县牵头办、县财政局", [(U, "县牵头办、县财政局")]),
        ("", []),
    ],
)
def test_a_cell_of_the_units_column_holds(text: str, parts: list[tuple[Role, str]]) -> None:
    assert [(part.role, part.text.strip("\n")) for part in duty_parts(text, U).parts] == parts


def test_what_is_not_said_is_the_columns() -> None:
    assert duty_parts("县教育局负责", L).parts[0].role is L
    assert duty_parts("县教育局牵头", S).parts[0].role is L


def test_a_cell_may_say_that_its_first_leads() -> None:
    read = duty_parts("县教育局、县财政局排第一位的为牵头单位", U)
    assert read.first_leads
    assert read.parts[0].text == "县教育局、县财政局"
    assert not duty_parts("县第一中学、县财政局", U).first_leads


def test_labels_are_seen() -> None:
    assert has_label("（责任单位：县教育局）")
    assert not has_label("（县教育局）")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("各区政府（含开发区，下同）、市财政局", "各区政府（含开发区）、市财政局"),
        ("各区政府（含开发区；下同），市财政局", "各区政府（含开发区）、市财政局"),
        ("各区政府（含开发区。下同）", "各区政府（含开发区）"),
        ("各区政府（含开发区，以下同）", "各区政府（含开发区）"),
        ("各县（市、区，下同）政府", "各县（市、区）政府"),
        ("各区政府（含新区（园区），下同）、市财政局", "各区政府（含新区（园区））、市财政局"),
        ("各区政府（含新区（下同））、市财政局", "各区政府（含新区）、市财政局"),
        ("各区政府〔含新区，下同〕、市财政局", "各区政府〔含新区〕、市财政局"),
        ("各区政府（含新区）（下同）、市财政局", "各区政府（含新区）、、市财政局"),
        ("市教育局〔下同〕", "市教育局"),
        ("市教育局，下同", "市教育局"),
        ("执行下同一标准的局", "执行下同一标准的局"),
    ],
)
def test_what_holds_below_too_cuts_no_bracket(text: str, read: str) -> None:
    assert [part.text for part in duty_parts(text, U).parts] == [read]


@pytest.mark.parametrize(
    ("text", "signs", "pieces"),
    [
        ("各乡镇（街道、园区）、县财政局", "、", ["各乡镇（街道、园区）", "县财政局"]),
        ("甲（乙、（丙、丁）、戊）、己", "、", ["甲（乙、（丙、丁）、戊）", "己"]),
        ("甲）、乙", "、", ["甲）", "乙"]),
        ("甲（乙、丙", "、", ["甲（乙、丙"]),
        ("", "、", [""]),
    ],
)
def test_signs_in_brackets_part_nothing(text: str, signs: str, pieces: list[str]) -> None:
    assert outside_brackets(text, signs) == pieces


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("县财政局按职责分工负责", "县财政局"),
        ("县财政局（按职责分工负责）", "县财政局"),
        ("县财政局按照各自职责落实", "县财政局"),
        ("县财政局根据职能分工配合", "县财政局"),
        ("县按揭办", "县按揭办"),
        ("县财政局", "县财政局"),
    ],
)
def test_a_name_without_its_share_of_duties(name: str, plain: str) -> None:
    assert without_shared(name) == plain


@pytest.mark.parametrize(
    "text",
    [
        "县商务局\n省牵头单位：省商务厅",
        "县商务局（省牵头单位：省商务厅）",
    ],
)
def test_the_level_of_a_label_is_no_part_of_the_name_before_it(text: str) -> None:
    read = duty_parts(text, U).parts
    assert [(part.role, part.text.strip("\n；")) for part in read] == [
        (U, "县商务局"),
        (Role.LEAD, "省商务厅"),
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("局防控办主办、各工作组协办", [(Role.LEAD, "局防控办"), (Role.SUPPORT, "各工作组")]),
        ("财务科负责、办公室配合", [(U, "财务科"), (Role.SUPPORT, "办公室")]),
        ("政法科承办、办公室协办", [(U, "政法科"), (Role.SUPPORT, "办公室")]),
        ("人事科、财务科承办、办公室、政法科协办", [(U, "人事科、财务科"), (Role.SUPPORT, "办公室、政法科")]),
        ("规划科主办，各科室会办", [(Role.LEAD, "规划科"), (Role.SUPPORT, "各科室")]),
        ("疾控科、办公室负责", [(U, "疾控科、办公室")]),
        ("宣传处会办公室", [(U, "宣传处"), (Role.SUPPORT, "办公室")]),
        ("市财政局会市审计局", [(U, "市财政局"), (Role.SUPPORT, "市审计局")]),
        ("县住建局会自来水公司", [(U, "县住建局"), (Role.SUPPORT, "自来水公司")]),
        ("县水利局会河西乡政府", [(U, "县水利局"), (Role.SUPPORT, "河西乡政府")]),
        ("县工信局会展公司", [(U, "县工信局会展公司")]),
        ("县总工会办公室", [(U, "县总工会办公室")]),
        ("园区管委会办公室", [(U, "园区管委会办公室")]),
        ("县财政局会计科", [(U, "县财政局会计科")]),
        ("县政府办会议科", [(U, "县政府办会议科")]),
        ("市教育局会考中心", [(U, "市教育局会考中心")]),
        ("市外办会见科", [(U, "市外办会见科")]),
        ("州财政局会东分局", [(U, "州财政局会东分局")]),
        ("市文联部会商中心", [(U, "市文联部会商中心")]),
    ],
)
def test_a_pause_or_hui_between_two_offices_parts_what_they_do(
    text: str, read: list[tuple[Role, str]]
) -> None:
    assert sorted((part.role, part.text) for part in duty_parts(text, U).parts) == sorted(read)


def test_whoever_joins_a_lead_by_hui_leads_with_it_as_with_huitong() -> None:
    assert [part.text for part in duty_parts("宣传处会办公室", Role.LEAD).parts] == ["宣传处会同办公室"]
