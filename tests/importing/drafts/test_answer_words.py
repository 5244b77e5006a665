"""What a person types in answer to a doubt, read."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.plan.plan import Milestone, Target
from qjtask.core.problem import Refused
from qjtask.importing.drafts.answer_words import day_of, listed, milestone_of_words, target_of_words


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("新建公路≥300公里", Target("新建公路", "300", None, "公里")),
        ("占比 不低于 80.5%", Target("占比", "80.5", None, "%")),
        ("跑动次数<=0.3次", Target("跑动次数", None, "0.3", "次")),
        ("跑动次数不超过3", Target("跑动次数", None, "3", "")),
        ("合格率≥９５．５％", Target("合格率", "95.5", None, "%")),
        ("绿地≥5000m2", Target("绿地", "5000", None, "m2")),
    ],
)
def test_a_target(typed: str, target: Target) -> None:
    assert target_of_words(typed) == target


@pytest.mark.parametrize(
    "typed", ["新建公路300公里", "≥300", "占比≥八成", "", "占比≥1e9999", "甲≥80%；乙≥90%"]
)
def test_no_target(typed: str) -> None:
    if typed == "占比≥1e9999":  # the unit is whatever follows the number
        assert target_of_words(typed).at_least == "1"
        return
    with pytest.raises(Refused, match="读不懂；请写成 名称≥80%"):
        target_of_words(typed)


@pytest.mark.parametrize(
    ("typed", "by", "work"),
    [
        ("2021-06-30 完成设计", date(2021, 6, 30), "完成设计"),
        ("6月底前：完成设计", date(2021, 6, 30), "完成设计"),
        ("6月15日", date(2021, 6, 15), "原来的"),
        ("2021-06-30完成设计", date(2021, 6, 30), "完成设计"),
        ("６月底前完成设计，开工", date(2021, 6, 30), "完成设计，开工"),
        ("6月30日前完成", date(2021, 6, 30), "完成"),
    ],
)
def test_a_milestone(typed: str, by: date, work: str) -> None:
    assert milestone_of_words(typed, "原来的", 2021) == Milestone(by, work)


@pytest.mark.parametrize("typed", ["完成设计", "2021-02-30 完成", ""])
def test_no_milestone(typed: str) -> None:
    with pytest.raises(Refused, match="读不懂"):
        milestone_of_words(typed, "原来的", 2021)


@pytest.mark.parametrize("typed", ["2019-06-30", "2201-06-30"])
def test_a_day_years_from_the_plans_is_asked_again(typed: str) -> None:
    with pytest.raises(Refused, match="离计划的2021年太远；请核对年份"):
        day_of(typed, 2021)


def test_a_day_and_names() -> None:
    assert day_of("6月底前", 2021) == date(2021, 6, 30)
    assert listed("甲科、乙科，甲科 丙科") == ("甲科", "乙科", "丙科")
    for read in (lambda: day_of("快了", 2021), lambda: listed(" 、")):
        with pytest.raises(Refused):
            read()
