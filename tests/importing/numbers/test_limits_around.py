"""Numbers that say where a rule holds, or for which things: silent, and no targets."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    "text",
    [
        "在校门口200米范围内设置标志。",
        "沿河两侧50米范围内禁止养殖。",
        "划定1公里半径的服务圈。",
        "禁止使用含硫量高于0.7%的煤炭。",
        "严禁销售酒精度低于3%的产品。",
        "日均流量超过30GB的基站给予补贴。",
        "推进管网改造，对使用超过50年和材质落后的供水管网进行更新改造。",
        "更换使用年限超过15年及破损的燃气软管。",
        "更换运行超过15年、存在隐患的电梯。",
        "对房龄超过30年和失养失修的住宅进行整治。",
        "对20万以上人口城市开展体检。",
        "在20万人以上城市开展体检。",
        "对3000人以上乡镇开展督查。",
        "对辖区14处易涝点逐一落实责任人。",
        "莲青缙松遂龙要在50亿级、云庆景要在20亿级项目招引上取得突破。",
        "力争在100亿级项目上取得突破。",
        "个人贷款最高额度10万元。",
        "小额贷款最高可贷30万元。",
        "个体工商户贷款最高可达50万元。",
        "经营贷款最大额度为20万元。",
    ],
)
def test_they_promise_nothing_and_are_not_asked_about(text: str) -> None:
    assert read_targets(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("服务人口达到20万人以上。", "万人"),
        ("对300户以上困难家庭开展走访。", "户"),
        ("含硫量低于0.7%。", "%"),
        ("新建绿道200米。", "米"),
        ("设计使用年限超过50年。", "年"),
        ("平均使用年限超过50年和维护到位。", "年"),
    ],
)
def test_what_is_reached_stays_a_promise(text: str, unit: str) -> None:
    assert [one.unit for one in read_targets(text)[0]] == [unit]


def test_a_class_of_things_leaves_how_many_of_them_are_promised() -> None:
    targets, _ = read_targets("引进20亿级项目不少于12个。")
    assert [(one.name, one.at_least, one.unit) for one in targets] == [("引进20亿级项目", "12", "个")]
