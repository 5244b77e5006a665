"""Deadlines that bear the numbers of the measures beside them."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.numbered_dates import numbered_dates

TWO, THREE = "1.排查问题，建立台账；2.完成整治。", "1.开展检查；2.建成12处；3.健全机制。"


@pytest.mark.parametrize(
    ("printed", "work", "last", "steps"),
    [
        ("1.2024年4月底前；2.2024年6月底前。", TWO, "2024年6月底前", ["2024-04-30 排查问题，建立台账"]),
        ("1.4月底2.6月底", TWO, "6月底", ["2024-04-30 排查问题，建立台账"]),
        ("①4月底前②6月底前", "①开展检查②建成房屋", "6月底前", ["2024-04-30 开展检查"]),
        ("1.6月底前；2.4月底前", TWO, "6月底前", ["2024-04-30 完成整治"]),
        ("1.6月底；2.6月底", TWO, "6月底", []),
        ("1.立行立改；2.2024年6月底前完成", TWO, "2024年6月底前完成", []),
        (
            "1.3月底前；2.8月底前；3.长期坚持。",
            THREE,
            "8月底前，长期坚持",
            ["2024-03-31 开展检查", "2024-08-31 建成12处"],
        ),
    ],
)
def test_each_measure_has_its_day(printed: str, work: str, last: str, steps: list[str]) -> None:
    dates = numbered_dates(printed, work, year=2024, issued=None)
    assert dates is not None
    assert dates.last == last
    assert [f"{step.by} {step.work}" for step in dates.milestones] == steps


@pytest.mark.parametrize(
    ("printed", "work"),
    [
        ("1.4月底；2.6月底", THREE),
        ("1.长期坚持；2.持续推进", TWO),
        ("1.每季度；2.6月底前", TWO),
        ("4.30；6.30", TWO),
        ("1.30；2.28", TWO),
        ("1月31日前；2月底前", TWO),
        ("1.4月底；2.6月底", "开展检查，完成整治。"),
    ],
)
def test_other_cells_have_no_such_days(printed: str, work: str) -> None:
    assert numbered_dates(printed, work, year=2024, issued=None) is None
