"""What a note says of works without a deadline."""

from __future__ import annotations

import pytest

from qjtask.importing.outline.usual_deadline import says_usual, usual_deadline
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
