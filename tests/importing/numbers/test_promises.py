"""Numbers that a work's text promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.plan.plan import Target
from qjtask.importing.numbers.dated_values import DoubtfulNumber
from qjtask.importing.numbers.promises import read_targets
from tests.core.time.written import rows_under


def rows() -> Iterator[tuple[str, str, str]]:
    """Sentences with their targets and whether a doubt is told: docs/deadlines.md, and targets.tsv."""
    for text, targets, told in rows_under("具体工作", "指标"):
        yield text, targets, told
    lines = Path(__file__).with_name("targets.tsv").read_text(encoding="utf-8").splitlines()
    for line in (line for line in lines[2:] if not line.startswith("#")):
        text, targets, told = line.split("\t")
        yield text, targets, told


def words(target: Target) -> str:
    bound = f"≥{target.at_least}" if target.at_least is not None else f"≤{target.at_most}"
    return f"{target.name}{bound}{target.unit}{'（累计）' if target.cumulative else ''}"


@pytest.mark.parametrize(("text", "targets", "told"), list(rows()), ids=[row[0] for row in rows()])
def test_reads_what_the_page_and_the_table_say(text: str, targets: str, told: str) -> None:
    found, doubts = read_targets(text)
    assert "；".join(map(words, found)) == targets
    assert bool(doubts) == (told == "有")


def test_what_is_not_read_is_told_with_its_words() -> None:
    assert read_targets("平均办理时间压缩三分之一以上。")[1] == [
        DoubtfulNumber("“平均办理时间压缩三分之一以上”里的数没有读成指标", "没有记")
    ]
    assert read_targets("孕产妇死亡率控制在10/10万以下。")[1] == [
        DoubtfulNumber("“孕产妇死亡率控制在10/10万以下”里的数没有读成指标", "没有记")
    ]
    assert read_targets("城乡收入分别增长5%、6%、7%。")[1] != []
    assert read_targets("小学、初中生均仪器设备值分别达到2000元、2500元以上。")[1] == [
        DoubtfulNumber("“小学、初中生均仪器设备值分别达到2000元、2500元以上”里的数没有读成指标", "没有记")
    ]
    assert len(read_targets("两处水质达标率分别不低于24%和30%。")[1]) == 1  # once for a clause


def test_what_is_about_right_is_told_with_the_side_that_it_is_taken_for() -> None:
    assert read_targets("地区生产总值增长6%左右。")[1] == [
        DoubtfulNumber(
            "带“左右”的数是约数", "按不低于记", "地区生产总值增长", "地区生产总值增长≤6%", is_plain=True
        )
    ]
    assert read_targets("价格涨幅控制在3%左右。")[1] == [
        DoubtfulNumber("带“左右”的数是约数", "按不超过记", "价格涨幅", "价格涨幅≥3%", is_plain=True)
    ]
    assert [one.is_plain for one in read_targets("新建公厕10座左右。")[1]] == [True]
    assert [one.is_plain for one in read_targets("办理时间3天左右。")[1]] == [False]


def test_a_number_of_a_time_before_the_plan_is_a_fact() -> None:
    text = "2020年完成投资12亿元，同比增长5%，1—2月完成3亿元，全年完成15亿元。"
    found, told = read_targets(text, year=2021, issued=date(2021, 3, 26))
    assert list(map(words, found)) == ["完成投资≥15亿元（累计）"]
    assert told == []


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("2020年全县建成学校28所，改造危房300户；2021年新建学校30所。", ["新建学校≥30所（累计）"]),
        ("2020年全县建成学校28所，计划再建30所。", ["再建学校≥30所（累计）"]),
        ("2020年，全年完成投资12亿元，新建学校28所。", []),
        ("“十三五”期间完成投资300亿元，新建学校28所。", []),
        ("五年来完成投资300亿元，新建学校28所；今年计划投资80亿元。", ["计划投资≥80亿元（累计）"]),
    ],
)
def test_what_a_time_gone_did_ends_with_its_sentence_or_a_time_to_come(
    text: str, promised: list[str]
) -> None:
    found, told = read_targets(text, year=2021, issued=date(2021, 3, 26))
    assert list(map(words, found)) == promised
    assert told == []


def test_a_comparison_with_the_past_is_a_promise_all_the_same() -> None:
    found, _ = read_targets("入驻率较2020年底提高5个百分点。", year=2021, issued=date(2021, 3, 26))
    assert list(map(words, found)) == ["入驻率较2020年底提高≥5个百分点"]


def test_dates_and_names_promise_nothing() -> None:
    text = "按《2021年50项清单》和市府发〔2021〕6号，2021年12月31日前完成“百日千万”行动，落实“四个100%”。"
    assert read_targets(text) == ([], [])


def test_no_more_than_twenty_targets_are_taken_and_the_rest_is_told() -> None:
    text = "、".join(f"建设第{n}类站点{n + 2}座" for n in range(24))
    targets, told = read_targets(text)
    assert len(targets) == 20
    assert [(one.read, one.assumed) for one in told] == [
        ("一项工作里有24个指标", "只记前20个，从“建设第20类站点”起没有记")
    ]


PIECES = st.sampled_from(
    [
        *"0123456789%个家项次、，。（）“”和及的由至内一三十百万",
        "不低于",
        "达到",
        "以上",
        "左右",
        "分别",
        "增长",
        "率",
        "建成",
        "去年",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_gives_targets_of_one_bound(text: str) -> None:
    found, told = read_targets(text)
    for target in found:
        assert (target.at_least is None) != (target.at_most is None)
        assert re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,9})?", target.at_least or target.at_most or "")
        assert target.name.strip() == target.name != ""
    assert all(one.read and one.assumed for one in told)


@pytest.mark.parametrize(
    "piece", ["不低于80%", "3个甲", "由3个", "达到", "三分之一", "去年完成5个，", "5至", "（1"]
)
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    read_targets(piece * 3_000)


@pytest.mark.parametrize(
    ("text", "kept", "told"),
    [
        ("建设充电桩，至2026年100座、2027年200座。", "建设充电桩≥100座（累计）", "按2026年的100座记"),
        ("建设充电站2026年100座、2027年100座。", "建设充电站≥100座（累计）", "按2026年的100座记"),
        ("改造小区2023年12个、2024年15个、2025年11个。", "改造小区≥12个（累计）", "按2023年的12个记"),
        ("2024年、2025年分别改造小区12个、15个。", "改造小区≥12个（累计）", "按2024年的12个记"),
    ],
)
def test_one_value_for_each_year_gives_that_of_the_plan_and_is_told(text: str, kept: str, told: str) -> None:
    targets, doubts = read_targets(text, year=2023, issued=date(2023, 3, 1))
    assert [words(target) for target in targets] == [kept]
    assert [doubt.assumed for doubt in doubts] == [told]


def test_values_of_years_without_a_name_are_told() -> None:
    targets, doubts = read_targets("至2026年100座。", year=2023, issued=date(2023, 3, 1))
    assert (targets, len(doubts)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("建设1条总长度约25公里，途经甲县、乙区的清水输水管道。", "清水输水管道"),
        ("新建2座日处理能力5万吨，服务全县的污水处理厂。", "污水处理厂"),
    ],
)
def test_a_size_between_a_number_and_its_thing_is_no_name(text: str, name: str) -> None:
    assert [target.name for target in read_targets(text)[0]] == [name]


def test_a_size_without_its_thing_is_told() -> None:
    targets, doubts = read_targets("建设1条总长度约25公里，途经甲县。")
    assert (targets, len(doubts)) == ([], 1)


def test_a_number_of_every_ten_years_is_told_and_names_nothing_so() -> None:
    targets, told = read_targets("建立定期调查制度，每10年开展1次。")
    assert [target.name for target in targets] == ["建立定期调查制度"]
    assert any("每10年开展1次" in one.read for one in told)
