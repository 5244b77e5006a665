"""Months and quarters that a row ticks."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.plan.plan import Milestone
from qjtask.importing.dates.ticked_periods import ticked_periods, to_come


@pytest.mark.parametrize(
    ("text", "headings", "signs", "steps", "last", "note"),
    [
        ("", (), "", "", "", ""),
        ("1月：√", ("1月",), "√", "", "1月", ""),
        ("5月：√\n6月：✓\n7月：V", ("5月", "6月", "7月"), "√", "", "7月", "时间安排：5月、6月、7月"),
        ("一季度：×\n二季度：√\n三季度：×", ("二季度",), "√", "", "二季度", ""),
        ("一季度：●\n二季度：○", ("一季度", "二季度"), "●○", "", "二季度", "时间安排：一季度、二季度"),
        ("一季度：完成方案\n二季度：√", ("二季度",), "√", "一季度：完成方案", "二季度", ""),
        ("一季度：√\n二季度：全部完成", ("一季度",), "√", "二季度：全部完成", "二季度", "时间安排：一季度"),
        ("一季度：完成方案", (), "", "一季度：完成方案", "一季度", ""),
    ],
)
def test_what_is_ticked(
    text: str, headings: tuple[str, ...], signs: str, steps: str, last: str, note: str
) -> None:
    found = ticked_periods(text)
    assert found == (headings, frozenset(signs), steps, last)
    assert found.beside(last) == note


def test_what_is_ticked_stands_beside_another_deadline() -> None:
    assert ticked_periods("1月：√").beside("1月底前") == "时间安排：1月"


@pytest.mark.parametrize("work", ["已完成35所，占70%", "5月12日已开工", "目前已签约3家"])
def test_what_is_done_is_no_step_to_come_and_told(work: str) -> None:
    done, planned = Milestone(date(2026, 3, 31), work), Milestone(date(2026, 6, 30), "完成招标")
    told: list[str] = []
    assert to_come([done, planned], lambda read, *_: told.append(read)) == [planned]
    assert told == ["分期的栏里写着已做的事"]
