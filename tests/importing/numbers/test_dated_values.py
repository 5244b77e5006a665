"""Several values of one target by their times."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.importing.numbers.dated_values import DoubtfulNumber, year_lists, years_of
from qjtask.importing.numbers.promises import read_targets

BY_YEARS = "到2022年底和2030年，全县居民健康素养水平分别不低于22%和30%。"


def told(kept: str, other: str) -> DoubtfulNumber:
    name = "居民健康素养水平"
    return DoubtfulNumber(f"“{name}”写了几个数", f"按{kept}记", name, f"{name}≥{other}")


@pytest.mark.parametrize(
    ("year", "value", "doubt"),
    [
        (2022, "22", told("2022年的22%", "30%")),
        (2025, "22", told("2022年的22%", "30%")),
        (2030, "30", told("2030年的30%", "22%")),
        (2021, "22", told("2022年的22%", "30%")),
    ],
    ids=["of the year", "last within", "the later year", "the next to come"],
)
def test_the_value_of_the_plans_year_is_taken_and_the_other_told(
    year: int, value: str, doubt: DoubtfulNumber
) -> None:
    (found,), doubts = read_targets(BY_YEARS, year=year)
    assert (found.name, found.at_least) == ("居民健康素养水平", value)
    assert doubts == [doubt]


def test_without_a_plan_the_last_is_taken() -> None:
    assert [one.at_least for one in read_targets(BY_YEARS)[0]] == ["30"]


def test_a_later_years_sentence_is_no_step_of_this_year() -> None:
    (found,), (doubt,) = read_targets("2023年实现产值50亿元，2024年力争突破60亿元。", year=2023)
    assert (found.at_least, doubt.other) == ("50", "产值≥60亿元")


def test_the_year_that_heads_a_sentence_holds_for_its_clauses() -> None:
    text = "到2023年，新建驿站5个，覆盖率达到60%。到2025年，全县继续推进，覆盖率达到90%。"
    found, (doubt,) = read_targets(text, year=2023)
    assert [one.at_least for one in found] == ["5", "60"]
    assert doubt.other == "覆盖率≥90%"


def test_steps_within_the_year_go_untold() -> None:
    (found,), doubts = read_targets("支出进度6月底达到55%，年底达到98%。", year=2023, issued=date(2023, 1, 9))
    assert (found.at_least, doubts) == ("98", [])


def test_one_value_for_all_years_is_one_promise() -> None:
    (found,), doubts = read_targets("到2022年和2030年，建档率均达到90%以上。", year=2022)
    assert (found.at_least, doubts) == ("90", [])


def test_two_values_of_one_name_without_a_time_are_told() -> None:
    (found,), (doubt,) = read_targets("甲镇项目多，项目开工率达到90%。乙镇项目少，项目开工率达到70%。")
    assert (found.name, found.at_least) == ("项目开工率", "70")
    assert (doubt.about, doubt.other) == ("项目开工率", "项目开工率≥90%")


def test_years_head_their_sentence() -> None:
    text = "到2022年和2030年,甲率达到5%。到2023年、2025年和2035年,乙率达到6%;丙率达到7%。"
    lists = year_lists(text)
    assert [one.years for one in lists] == [(2022, 2030), (2023, 2025, 2035)]
    assert years_of(lists, text.index("5%")) == (2022, 2030)
    assert years_of(lists, text.index("7%")) == (2023, 2025, 2035)
    assert years_of(lists, 0) == ()


@pytest.mark.parametrize("text", ["2022年8月和2023年", "到2022年,甲率达到5%", "种树2000、2030株", ""])
def test_one_year_is_no_list(text: str) -> None:
    assert year_lists(text) == []
