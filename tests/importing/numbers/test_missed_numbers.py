"""Numbers that strangers wrote and nothing read, and counts of what was found that nobody promises."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.promises import read_targets


def read(text: str) -> list[str]:
    return [
        f"{one.name}{'≥' if one.at_least else '≤'}{one.at_least or one.at_most}{one.unit}"
        for one in read_targets(text, year=2026)[0]
    ]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("对参保企业返还保险费，全年返还资金不低于1.5亿元。", ["返还资金≥1.5亿元"]),
        ("对首次上规的企业给予奖励，全年兑现奖励资金达到2000万元。", ["兑现奖励资金≥2000万元"]),
        ("对小微企业给予贴息，年内贴息资金总额突破800万元。", ["贴息资金总额≥800万元"]),
        ("对投资人给予奖励，全年奖励资金不超过50万元。", []),
        ("对示范社给予补助，每个补助资金不低于10万元。", []),
        ("对企业给予奖励，全年奖励资金达到50万元的，再给予补助。", []),
    ],
)
def test_the_sum_of_what_is_given_in_a_year_is_promised(text: str, targets: list[str]) -> None:
    assert read(text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("12月15日前完成剩余8个小区的竣工验收。", ["小区的竣工验收≥8个"]),
        ("改造余下5个小区，整治剩余12处点位。", ["小区≥5个", "点位≥12处"]),
        ("年底前完成剩下的30户搬迁。", ["搬迁≥30户"]),
        ("完成剩余的3座桥梁加固。", ["桥梁加固≥3座"]),
        ("还剩8个小区未完成。", []),
    ],
)
def test_what_is_left_is_promised_behind_a_verb(text: str, targets: list[str]) -> None:
    assert read(text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("储备编织袋2000条、水泵6台、铁锹50把。", ["储备编织袋≥2000条", "水泵≥6台", "铁锹≥50把"]),
        ("购置帐篷20顶、手套500双。", ["购置帐篷≥20顶", "手套≥500双"]),
        ("抓好一把手工程，落实一把手责任。", []),
        ("建立一双手制度。", []),
    ],
)
def test_things_are_counted_by_their_own_words(text: str, targets: list[str]) -> None:
    assert read(text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("特困人员基本生活标准不低于低保标准的1.3倍。", ["特困人员基本生活标准≥1.3倍"]),
        ("特困供养标准不低于当地低保标准1.3倍。", ["特困供养标准≥1.3倍"]),
        ("技术合同成交额达到去年的1.2倍。", ["技术合同成交额≥1.2倍"]),
        ("人均可支配收入达到全省平均水平的1.1倍以上。", ["人均可支配收入≥1.1倍"]),
        ("罚款不低于违法所得的2倍。", []),
    ],
)
def test_a_multiple_of_something_is_promised(text: str, targets: list[str]) -> None:
    assert read(text) == targets


@pytest.mark.parametrize(
    "text",
    [
        "5个支部未按期换届。",
        "其中2个科室存在漏报。",
        "对3名责任人批评教育。",
        "约谈5名干部。",
        "对2名党员给予诫勉谈话。",
    ],
)
def test_what_was_found_is_neither_promised_nor_told(text: str) -> None:
    assert read_targets(text, year=2026) == ([], [])


@pytest.mark.parametrize("text", ["12个项目未开工的，年底前全部开工。", "8个小区未达标，年底前完成整治。"])
def test_what_is_left_to_do_is_told(text: str) -> None:
    assert read_targets(text, year=2026)[1]


def test_persons_who_are_trained_are_promised() -> None:
    assert read("对50名干部开展培训，培训50名责任人。")


@pytest.mark.parametrize(
    "text", ["开展居家养老服务，覆盖12个社区。", "推进医养结合，覆盖8个乡镇。", "建站3个，服务覆盖5个村。"]
)
def test_how_far_something_reaches_is_told(text: str) -> None:
    assert any("覆盖" in one.read for one in read_targets(text, year=2026)[1])


@pytest.mark.parametrize("text", ["服务网络已覆盖20个社区。", "加强覆盖12个社区的项目管理。"])
def test_how_far_it_reaches_already_is_not(text: str) -> None:
    assert read_targets(text, year=2026) == ([], [])
