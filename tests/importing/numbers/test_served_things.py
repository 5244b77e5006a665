"""Things that something is done with."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.placed_numbers import Placed
from qjtask.importing.numbers.quantities import quantities
from qjtask.importing.numbers.served_things import is_reached, is_served, name_of_served


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("为", "困难家庭实施适老化改造", "困难家庭适老化改造"),
        ("对符合条件的", "家庭实施厕所改造", "家庭厕所改造"),
        ("为全区", "老年人提供居家上门服务", "老年人居家上门服务"),
        ("为", "适龄农村妇女免费进行“两癌”检查", "适龄农村妇女免费“两癌”检查"),
        ("为全市", "适龄女生免费接种HPV疫苗", "适龄女生免费接种HPV疫苗"),
        ("为", "高龄独居老人加装燃气报警器", "高龄独居老人加装燃气报警器"),
        ("配套资金270万元对全区", "农村道路进行整修", "农村道路整修"),
        ("", "小区新增充电设施", "小区新增充电设施"),
        ("推进", "小区新增充电设施", ""),
        ("为", "群众发放惠民卡", "群众发放惠民卡"),
        ("为", "提供康复辅具社区租赁服务", "康复辅具社区租赁服务"),
        ("向", "发放补贴", "发放补贴"),
        ("对", "开展执法检查", "执法检查"),
        ("农村生活垃圾治理覆盖", "行政村", "农村生活垃圾治理覆盖行政村"),
        ("宣传覆盖全县", "的中小学校", "宣传覆盖全县中小学校"),
        ("覆盖", "行政村", ""),
        ("为", "群众办实事", ""),
        ("对", "企业开展2轮检查", ""),
    ],
)
def test_a_name_is_the_things_and_what_is_done(before: str, after: str, name: str) -> None:
    assert name_of_served(before, after) == name


@pytest.mark.parametrize(
    ("number", "after", "expected"),
    [
        ("300户", "困难家庭实施适老化改造", True),
        ("120公里", "农村公路实施安防工程", True),
        ("12个", "乡镇开展督查", False),
        ("6个", "成员单位进行考核", False),
        ("21项", "指标进行监测", False),
        ("5个", "重点领域开展整治", False),
        ("5亿元", "企业实施技改", False),
        ("3个工作日", "企业提供服务", False),
    ],
)
def test_whom_something_is_done_for(number: str, after: str, expected: bool) -> None:
    quantity = next(quantities(f"{number}{after}"))
    one = Placed(quantity, "对全县", after, is_past=False, follows=None, is_last=True)
    assert is_served(one) is expected


@pytest.mark.parametrize(
    ("number", "after", "expected"),
    [
        ("90%以上", "行政村", True),
        ("95%", "的社区", True),
        ("12个", "乡镇", False),
        ("60%", "，其余明年完成", False),
    ],
)
def test_what_share_of_some_things_is_reached(number: str, after: str, expected: bool) -> None:
    quantity = next(quantities(f"{number}{after}"))
    one = Placed(quantity, "农村生活垃圾治理覆盖", after, is_past=False, follows=None, is_last=True)
    assert is_reached(one) is expected
