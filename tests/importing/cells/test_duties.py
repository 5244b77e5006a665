"""What a cell's labels and verbs make of the names in it."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.duties import (
    duty_parts,
    has_label,
    lead_mark,
    outside_brackets,
    says_first_leads,
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
        ("", []),
    ],
)
def test_a_cell_of_the_units_column_holds(text: str, parts: list[tuple[Role, str]]) -> None:
    assert [(part.role, part.text.strip("\n")) for part in duty_parts(text, U).parts] == parts


def test_what_is_not_said_is_the_columns() -> None:
    assert duty_parts("县教育局负责", L).parts[0].role is L
    assert duty_parts("县教育局牵头", S).parts[0].role is L


@pytest.mark.parametrize(
    "text",
    ["排第一位的为牵头单位", "（列首位的部门为牵头单位）", "排名第一的为牵头单位", "列第一的是主办单位"],
)
def test_the_first_leads_where_it_says_so(text: str) -> None:
    assert says_first_leads(text)
    assert duty_parts(f"县教育局、县财政局{text}", U).first_leads
    assert duty_parts(f"县教育局、县财政局{text}", U).parts[0].text == "县教育局、县财政局"


def test_the_first_does_not_lead_where_it_does_not() -> None:
    assert not says_first_leads("责任单位")
    assert not duty_parts("县第一中学、县财政局", U).first_leads


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["责任单位（带*的为牵头单位）"], "*"),
        (["责任单位", "注：标“★”的为牵头单位"], "★"),
        (["加▲者为主办单位"], "▲"),
        (["责任单位", "注：各单位抓好落实"], ""),
        ([], ""),
    ],
)
def test_the_sign_of_leads(texts: list[str], mark: str) -> None:
    assert lead_mark(texts) == mark


def test_labels_are_seen() -> None:
    assert has_label("（责任单位：县教育局）")
    assert not has_label("（县教育局）")


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


def test_a_notice_says_in_its_text_that_the_first_leads() -> None:
    assert says_first_leads("二、责任分解中，列第一位的责任单位为牵头单位或汇总单位。")
