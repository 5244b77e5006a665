"""Numbers that say how big the things are that something is said of."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promises import read_targets


@pytest.mark.parametrize(
    "text",
    ["对20人以上的机构开展检查。", "建设500亩以上的示范基地。", "走访营业收入超10亿元企业。"],
)
def test_a_size_is_no_promise(text: str) -> None:
    assert read_targets(text)[0] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("建设12个自然村18公里通组路。", ["通组路"]),
        ("打造2处面积不小于200亩、交通便利的示范区。", ["示范区"]),
        ("引进2个过50亿元项目。", ["过50亿元项目"]),
        ("实现合格率95%以上的目标。", ["合格率"]),
    ],
)
def test_what_is_of_a_size_or_in_places_is_counted(text: str, names: list[str]) -> None:
    assert [target.name for target in read_targets(text)[0]] == names


@pytest.mark.parametrize("part", ["不超过200万元部分减半", "超过200万元的部分按50%", "不超过200万元部分免于"])
def test_a_part_up_to_a_limit_is_no_promise(part: str) -> None:
    assert read_targets(f"对个体工商户年应纳税所得额{part}征收个人所得税。")[0] == []
