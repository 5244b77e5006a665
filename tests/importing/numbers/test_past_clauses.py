"""Which clauses tell what has been done: their numbers are facts."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.time.mentions import read_mentions
from qjtask.importing.numbers.number_roles import sorted_numbers
from qjtask.importing.numbers.past_clauses import Since, past_starts
from qjtask.importing.numbers.placed_numbers import NumberRole

PLAN = Since(2021, date(2021, 3, 26))


def promised(text: str, since: Since = PLAN) -> list[str | None]:
    """The values that are no facts."""
    numbers = sorted_numbers(text, read_mentions(text, year=2021), since)
    return [one.quantity.value for one in numbers if one.role is not NumberRole.FACT]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("目前,就业率98%,失业率2%。年内新建桥3座。", ["3"]),
        ("近年来,新增就业5万人;失业率2%。", []),
        ("今年以来,开展活动8场。全年开展20场。", ["20"]),
        ("截至2月底,完成投资3亿元,开工率76%。", []),
        ("截至6月底,完成投资3亿元。", ["3"]),
        ("1—2月,完成投资3亿元,同比增长5%,力争全年完成9亿元。", ["9"]),
        ("2020年,产值达到5亿元;税收增长14%,确保今年增长8%。", ["8"]),
        ("现有学校39所,其中,小学33所,初中6所。", []),
        ("去年新增泊位80个、绿道6公里,改造管网13公里,今年改造9公里。", ["9"]),
        ("2020年产值6亿元,较上年增长2%,年均增长3%;税收2亿元,全年完成7亿元。", ["7"]),
        ("力争2020年批准的项目开工率达到90%。", ["90"]),
        ("较2020年底提高5个百分点。", ["5"]),
        ("据水利部统计,普及率达到87%,覆盖比例达到56%。", []),
        ("完成了124座大中型水库、80座小型水库除险加固。改造水库5座。", ["5"]),
        ("今年以来,建成站点8座,新增不少于5座。", ["5"]),
        ("地下停车场有1.2万平方米。", []),
        ("确保每村公共活动场地有200平方米。", ["200"]),
    ],
)
def test_what_was_done_is_no_promise(text: str, values: list[str]) -> None:
    assert promised(text) == values


def test_without_a_plan_a_count_up_to_a_day_may_be_a_goal() -> None:
    assert promised("截至6月底,开工率76%。", Since()) == ["76"]
    assert promised("截至2月底,开工率76%,竣工率50%。", Since(2022)) == []


def test_a_text_of_no_past_is_not_looked_at() -> None:
    assert list(past_starts("建桥3座,修路5公里", [(0, 4), (5, 10)], (), Since())) == [4, 10]
    assert list(past_starts("去年建桥3座", [(0, 6)], (), Since())) == [0]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("完成已建污水处理站管网配套85公里", ["85"]),
        ("完成已建成公租房分配400套", ["400"]),
        ("改造现有管网30公里", ["30"]),
        ("推进已开工项目20个", ["20"]),
        ("利用现有厂房改造车间5处", ["5"]),
        ("对已建成投用的15座水库开展安全鉴定", ["15"]),
        ("在现有基础上新增公厕5座", ["5"]),
        ("已完成改造30公里,年底前再完成50公里", ["50"]),
        ("目前完成现有管网改造12公里", []),
        ("现有公厕12座,改造5座", ["5"]),
        ("全年完成,已建成12座", []),
        ("项目完成已建成12座", []),
        ("对现有300家企业开展评级", []),
    ],
)
def test_a_thing_that_is_there_already_may_have_something_done_to_it(text: str, values: list[str]) -> None:
    assert promised(text) == values
