"""Things that are to be in some state, and how long something is to last."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("年度目标为5所学校投入使用。", ["学校投入使用"]),
        ("力争12个小区完成改造。", ["小区完成改造"]),
        ("6月底前30家企业通过安全标准化验收。", ["企业通过安全标准化验收"]),
        ("开展为期不少于3天的培训。", ["培训"]),
    ],
)
def test_what_is_to_be_done_is_promised(text: str, names: list[str]) -> None:
    targets, told = read_targets(text)
    assert [target.name for target in targets] == names
    assert told == []


@pytest.mark.parametrize(
    "text", ["5所学校投入使用。", "加强技能培训，300人取得证书。", "20所学校中的5所上半年开工。"]
)
def test_what_may_be_done_already_is_told(text: str) -> None:
    targets, told = read_targets(text)
    assert targets == []
    assert len(told) == 1


@pytest.mark.parametrize(
    "text",
    [
        "目前，5所学校投入使用。",
        "5所学校已投入使用。",
        "组织工龄不少于10年的职工疗养。",
        "组织不少于60岁的老人。",
    ],
)
def test_what_is_done_or_describes_is_no_promise(text: str) -> None:
    assert read_targets(text) == ([], [])
