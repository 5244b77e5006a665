"""Several times in one deadline cell."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.staged_deadlines import read_staged


@pytest.mark.parametrize(
    ("text", "last", "day", "steps"),
    [
        ("3月开工，12月完工", "12月完工", "2021-12-31", [("2021-03-31", "开工")]),
        (
            "2022年3月启动；5月底前招标；10月完成",
            "2022年10月完成",
            "2022-10-31",
            [("2022-03-31", "启动"), ("2022-05-31", "招标")],
        ),
        (
            "6月底前完成初步设计\n9月底前开工建设。",
            "9月底前开工建设",
            "2021-09-30",
            [("2021-06-30", "完成初步设计")],
        ),
    ],
)
def test_the_last_is_the_deadline_and_the_others_are_steps(
    text: str, last: str, day: str, steps: list[tuple[str, str]]
) -> None:
    found = read_staged(text, year=2021, issued=None)
    assert found is not None
    assert (found.deadline.text, str(found.deadline.date)) == (last, day)
    assert [(str(one.by), one.work) for one in found.milestones] == steps


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12月完工",
        "6月底、12月底",
        "6月，12月",
        "12月完工，3月开工",
        "2月立项，6月开工",
        "每月5日前，12月底前",
        "持续推进，12月完成",
    ],
)
def test_any_other_cell_is_left_as_it_is(text: str) -> None:
    assert read_staged(text, year=2021, issued=None) is None
