"""Numbers of things whose verb nobody has listed: told, unless they point at what is there already."""

from __future__ import annotations

import pytest

from qjtask.core.time.mentions import read_mentions
from qjtask.importing.numbers.number_roles import sorted_numbers
from qjtask.importing.numbers.past_clauses import Since
from qjtask.importing.numbers.placed_numbers import NumberRole, Placed
from qjtask.importing.numbers.quantities import quantities
from qjtask.importing.numbers.unlisted_verbs import is_of_whose, may_be_promised


def placed(before: str, number: str, after: str, *, is_last: bool = True) -> Placed:
    quantity = next(quantities(f"{number}{after}"))
    rest = f"{number}{after}"[quantity.end :]
    return Placed(quantity, before, rest, is_past=False, follows=None, is_last=is_last)


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("统筹调运", "50吨", "种子"),
        ("加快", "18座", "水库除险加固"),
        ("完善全区", "26个", "急救站"),
        ("打造木业、食品、机械", "4个", "集群"),
        ("改造甲路、乙路等", "17条", "小巷"),
        ("完成省里下达的", "3.5万亩", "农田建设任务"),
        ("争取", "5000万元以上", "专项资金"),
        ("为", "120户", "家庭加装扶手"),
        ("", "30个", "小区新增充电设施"),
    ],
)
def test_what_is_to_be_done_with_things_may_be_promised(before: str, number: str, after: str) -> None:
    assert may_be_promised(placed(before, number, after))


@pytest.mark.parametrize(
    ("before", "number", "after"),
    [
        ("围绕", "12个", "行业开展对接"),
        ("紧盯全县", "10个", "在谈项目"),
        ("对全县", "12个", "乡镇开展督查"),
        ("对", "32项", "指标进行分析"),
        ("细化分解", "120项", "重点任务"),
        ("深入贯彻", "5条", "指导意见"),
        ("总投资", "3亿元", "项目"),
        ("推动", "20吨以下", "锅炉退出"),
        ("调运", "3个工作日", "办结"),
        ("", "3条", "街道受益"),
        ("列入目标责任书中的", "9个", "断面"),
        ("每学年为", "6万名", "学生测评"),
        ("", "30个以上", "小区新增充电设施"),
        ("统筹", "50%", "企业上云"),
    ],
)
def test_what_is_there_already_is_not(before: str, number: str, after: str) -> None:
    assert not may_be_promised(placed(before, number, after))


def test_a_measure_counts_only_as_the_last_of_its_clause() -> None:
    assert not may_be_promised(placed("统筹", "50吨", "种子", is_last=False))
    assert may_be_promised(placed("统筹", "50箱", "种子", is_last=False))


@pytest.mark.parametrize("piece", ["调运50吨种子", "为3户家庭", "等4个", "围绕5个", "全县", "的", "年来，"])
def test_long_texts_are_read_to_their_end(piece: str) -> None:
    text = piece * 3_000
    numbers = list(sorted_numbers(text, read_mentions(text, year=2021), Since()))
    assert all(isinstance(one.role, NumberRole) for one in numbers)


@pytest.mark.parametrize(
    ("before", "number", "after", "is_so"),
    [
        ("维修更换农村", "37处", "的机泵、阀门", True),
        ("改造", "12所", "的校舍", True),
        ("有效改善", "9万人", "的饮水安全问题", True),
        ("解决", "300户", "的用水困难", True),
        ("投入", "20人", "的队伍", False),
        ("督促", "37处", "的负责人整改", False),
        ("改善", "9万人以上", "的饮水安全", False),
        ("更换", "37处", "阀门", False),
    ],
)
def test_of_whose_things_a_number_may_count(before: str, number: str, after: str, *, is_so: bool) -> None:
    assert is_of_whose(placed(before, number, after)) == is_so
