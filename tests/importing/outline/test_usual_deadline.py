"""What a note says of works without a deadline."""

from __future__ import annotations

import pytest

from qjtask.importing.outline.usual_deadline import deadline_of_all, says_usual, usual_deadline
from tests.importing.drafts.test_draft import TITLE, draft

ROWS = "序号 | 任务 | 责任单位 | 时限\n1 | 做第一件事。 | 县教育局 | 9月底\n2 | 做第二件事。 | 县财政局 | "


@pytest.mark.parametrize(
    ("note", "when"),
    [
        ("注:未注明完成时限的,均应于12月20日前完成。", "12月20日前"),
        ("备注：表中未明确时限的任务，一律在11月底前完成；另行通知的除外。", "在11月底前"),
        ("没有写明完成时间的工作，年底前完成。", "年底前"),
        ("未标注时限的，完成时限为2026年12月底。", "2026年12月底"),
        ("凡未列明完成期限的事项，均为12月31日。", "12月31日"),
    ],
)
def test_a_note_says_when_the_works_without_a_deadline_are_due(note: str, when: str) -> None:
    assert usual_deadline([note]) == when


@pytest.mark.parametrize(
    "note",
    [
        "注：未注明完成时限的，按上级要求办理。",
        "注：12月20日前完成。",
        "未注明责任单位的，由办公室于12月20日前负责。",
        "未在规定时限的12月20日前完成的，予以通报。",
    ],
)
def test_other_notes_say_nothing_of_them(note: str) -> None:
    assert not says_usual(note)


@pytest.mark.parametrize("is_inside", [True, False])
def test_it_is_given_to_the_blank_ones_and_told_once(is_inside: bool) -> None:
    note = "注：未注明完成时限的，均应于12月20日前完成。"
    blocks = (f"{ROWS}\n{note} | ← | ← | ←",) if is_inside else (ROWS, note)
    made = draft(TITLE, *blocks)
    assert [one.deadline.text for one in made.plan.items()] == ["9月底", "12月20日前"]
    assert [doubt.items for doubt in made.doubts] == [("1.2",)]


@pytest.mark.parametrize(
    ("letter", "when"),
    [
        ("完成时限：2025年底。", "2025年底"),
        ("监督电话：3114847。    完成时限：2025年底。", "2025年底"),
        ("以上任务完成时限均为2025年12月底。", "2025年12月底"),
        ("各项任务须于2025年12月31日前完成，逾期通报。", "2025年12月31日前"),
        ("列入清单管理的决策事项须于2022年12月31日前完成。", "2022年12月31日前"),
        ("请各责任单位务必于11月底前全面完成。", "11月底前"),
        ("确保12月底前全面完成各项整改任务。", "12月底前"),
        ("请各责任单位于11月底前全面完成所承担的任务。", "11月底前"),
        ("请对照目标任务加快推进，确保12月20日前全面完成。", "12月20日前"),
        ("各责任单位要在12月底前完成。", "12月底前"),
    ],
)
def test_a_letter_says_when_all_works_are_due(letter: str, when: str) -> None:
    assert deadline_of_all(["现将任务分解表印发给你们。", letter])[0] == when


@pytest.mark.parametrize(
    "letter",
    [
        "请各单位于3月15日前将方案报县政府办。",
        "请于每季度末月20日前报送进展情况。",
        "各项工作进展情况于每月25日前报送。",
        "请于3月15日前完成方案报送。",
        "各责任单位要在3月15日前完成方案制定。",
        "要加快推进棚户区改造，确保12月20日前全面完成。",
        "以上任务已于2月底前完成。",
        "责任单位：甲局；完成时限：6月底。",
        "请认真组织实施，按时完成各项任务。",
        "到2025年底，全面完成主要目标。",
    ],
)
def test_other_letters_do_not(letter: str) -> None:
    assert deadline_of_all([letter]) == ("", "")


def test_two_days_in_one_letter_are_nobodys() -> None:
    assert deadline_of_all(["以上工作6月1日前全部落实到位。"])[0] == "6月1日前"
    assert deadline_of_all(["完成时限：6月底。", "各项任务须于12月底前完成。"]) == ("", "")


def test_the_day_of_all_is_given_to_what_says_none_and_told_once() -> None:
    rows = "序号 | 任务 | 责任单位\n1 | 做第一件事。 | 县教育局\n2 | 9月底前做第二件事。 | 县财政局"
    made = draft("各项任务须于2021年12月底前完成。", TITLE, rows)
    assert [one.deadline.text for one in made.plan.items()] == ["2021年12月底前", "9月底前"]
    assert [doubt.items for doubt in made.doubts] == [("1.1",), ("1.2",)]
    with_column = (
        "序号 | 任务 | 责任单位 | 时限\n1 | 做第一件事。 | 县教育局 | 6月底\n2 | 做第二件事。 | 县财政局 | "
    )
    made = draft("各项任务须于2021年12月底前完成。", TITLE, with_column)
    assert [one.deadline.text for one in made.plan.items()] == ["6月底", ""]
