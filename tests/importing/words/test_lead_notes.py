"""What headings and notes say of the leads among the offices in a cell."""

from __future__ import annotations

import pytest

from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.lead_notes import LeadNote, is_told, lead_mark, lead_note, without_first_leads

U, S = Role.UNITS, Role.SUPPORT


@pytest.mark.parametrize(
    "text",
    [
        "排第一位的为牵头单位",
        "（列首位的部门为牵头单位）",
        "排名第一的为牵头单位",
        "列第一的是主办单位",
        "列第一位的为牵头单位",
        "第一个单位为牵头单位",
        "首位为牵头",
        "第一家为牵头",
        "排首位的牵头",
        "列首位者牵头",
        "第一位牵头",
        "排位第一的为主责单位",
        "第一责任单位为牵头单位",
        "除注明外，排在首位的责任单位为牵头单位",
        "牵头单位排在首位",
        "由排在首位的责任单位负责牵头",
        "二、责任分解中，列第一位的责任单位为牵头单位或汇总单位。",
    ],
)
def test_the_first_leads_where_it_says_so_and_the_others_stay_responsible(text: str) -> None:
    assert lead_note([f"责任单位（{text}）"], ()) == LeadNote(rest=U)
    assert lead_note(["责任单位"], [f"一、{text}，请抓好落实。"]) == LeadNote(rest=U)


@pytest.mark.parametrize(
    "text",
    [
        "责任单位",
        "县第一中学牵头",
        "各单位主要负责人是第一责任人",
        "把项目排在首位，由县发改局牵头",
        "首先由县发改局牵头",
        "作为全市首个牵头单位，要抓好落实",
        "牵头单位要把这项工作放在首位",
    ],
)
def test_the_first_does_not_lead_where_it_does_not(text: str) -> None:
    assert lead_note([text], [text]) == LeadNote()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("首个单位为牵头单位，其余为责任单位", U),
        ("第一位为牵头，其他单位负责落实", U),
        ("第一位为牵头，其他为协办", S),
        ("排第一位的为牵头单位，其他单位配合", S),
        ("带*的为牵头单位，其余为责任单位", U),
        ("带*的为牵头单位", U),
    ],
)
def test_what_the_others_owe_is_as_it_says(text: str, rest: Role) -> None:
    assert lead_note([text], ()).rest is rest


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["责任单位（带*的为牵头单位）"], "*"),
        (["责任单位", "注：标“★”的为牵头单位"], "★"),
        (["加▲者为主办单位"], "▲"),
        (["标注*号的为牵头"], "*"),
        (["加*者牵头"], "*"),
        (["注：*为牵头单位"], "*"),
        (["有★号的单位为牵头单位"], "★"),
        (["*牵头单位"], ""),
        (["责任单位", "注：各单位抓好落实"], ""),
        ([], ""),
    ],
)
def test_the_sign_of_leads(texts: list[str], mark: str) -> None:
    assert lead_mark(texts) == mark


def test_leads_that_differ_in_print_are_not_seen() -> None:
    assert lead_note(["责任单位（加粗的为牵头单位）"], ()) == LeadNote(is_unseen=True)
    assert not lead_note(["责任单位（加粗）"], ()).is_unseen


def test_a_cell_is_left_without_the_words() -> None:
    assert without_first_leads("县教育局、县财政局（排第一位的为牵头单位）") == "县教育局、县财政局"
    assert without_first_leads("县第一中学、县财政局") == "县第一中学、县财政局"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("注：排第一位的为牵头单位。", True),
        ("注：责任单位中列首位的为牵头单位，其余为配合单位", True),
        ("注：带★的为牵头单位。", False),
        ("注：排第一位的为牵头单位。各单位每月25日前报送进展。", False),
        ("注：各单位每月25日前报送进展。", False),
        ("", False),
    ],
)
def test_a_note_is_told_by_what_it_does_where_it_says_nothing_else(text: str, told: bool) -> None:
    assert is_told(text, LeadNote(rest=U)) is told
    assert not is_told(text, LeadNote())


def test_a_note_on_a_sign_is_told_by_what_the_sign_does() -> None:
    assert is_told("注：带★的为牵头单位。", LeadNote("★", U))
    assert not is_told("注：排第一位的为牵头单位。", LeadNote("★", U))
