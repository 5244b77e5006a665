"""Blank cells under an office that is printed once, in a table by offices."""

from __future__ import annotations

import pytest

from tests.importing.drafts.test_draft import TITLE, draft, told

ROWS = ("甲股 | 1 | 做第一件事。 | 6月", " | 2 | 做第二件事。 | 7月", "乙股 | 3 | 做第三件事。 | 8月")


@pytest.mark.parametrize("heading", ["责任股室", "责任单位", "牵头单位", "承办部门", "单位"])
def test_a_blank_under_an_office_left_of_the_works_is_that_office(heading: str) -> None:
    made = draft(TITLE, "\n".join((f"{heading} | 序号 | 承担任务 | 完成时限", *ROWS)))
    assert [(*one.lead, *one.units) for one in made.plan.items()] == [("甲股",), ("甲股",), ("乙股",)]
    assert [doubt.items for doubt in made.doubts] == [("1.2",)]


@pytest.mark.parametrize("blank", ["", "/"])
def test_right_of_the_works_a_blank_stays_one(blank: str) -> None:
    rows = ("1 | 做第一件事。 | 甲股 | 6月", f"2 | 做第二件事。 | {blank} | 7月")
    made = draft(TITLE, "\n".join(("序号 | 承担任务 | 责任股室 | 完成时限", *rows)))
    assert [one.units for one in made.plan.items()] == [("甲股",), ()]


def test_a_sign_for_none_is_none() -> None:
    made = draft(TITLE, "\n".join(("责任股室 | 序号 | 承担任务 | 完成时限", ROWS[0], "/" + ROWS[1])))
    assert [one.units for one in made.plan.items()] == [("甲股",), ()]
    assert not any("当作同上面" in line for line in told(made))
