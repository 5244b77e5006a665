"""Names that the sentence before a number has: 实施危房改造。年内完成120户."""

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
        ("实施危房改造。年内完成120户。", ["危房改造≥120户"]),
        (
            "实施适老化改造。今年完成500户，到2027年累计完成1500户。",
            ["适老化改造≥500户", "累计完成适老化改造≥1500户"],
        ),
        ("推进老旧小区改造，今年完成30个。", ["老旧小区改造≥30个"]),
        ("加快充电桩建设。年底前建成200个。", ["充电桩建设≥200个"]),
        ("推进高标准农田建设。2026年新建2万亩。", ["新建高标准农田≥2万亩"]),
        ("加快5G基站建设。年内新增500个。", ["新增5G基站≥500个"]),
        ("推进加装电梯工作。年内完成50台。", ["加装电梯≥50台"]),
        ("改造危房，年内完成120户。", ["改造危房≥120户"]),
        ("新建公厕10座。实施桥梁改造，完成5座。", ["新建公厕≥10座", "桥梁改造≥5座"]),
        ("各社区负责楼道清理，6月底前清理320个。", ["楼道清理≥320个"]),
        ("组织民营企业家培训，培训300人次。", ["民营企业家培训≥300人次"]),
        ("推进管网更新改造，6月底前完成10公里，年底前完成20公里。", ["管网更新改造≥20公里"]),
        ("做好残疾人家庭无障碍改造。全年不少于60户。", ["残疾人家庭无障碍改造≥60户"]),
        ("开展文艺下乡活动。完成100场。", ["文艺下乡活动≥100场"]),
        ("推动“15分钟便民生活圈”扩面提质，全年30个以上。", ["“15分钟便民生活圈”扩面提质≥30个"]),
        ("加快“15分钟养老服务圈”建设，建成30个。", ["“15分钟养老服务圈”建设≥30个"]),
    ],
)
def test_a_number_that_is_only_done_counts_the_deed_before_it(text: str, targets: list[str]) -> None:
    assert read(text) == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("推进农村公路建设。完成投资5亿元。", ["完成投资≥5亿元"]),
        ("新建公厕10座，6月底前完成7座。", ["新建公厕≥10座"]),
        ("加强职业技能培训，举办讲座12场。", ["举办讲座≥12场"]),
        ("开展走访活动，每年不少于2次。", ["开展走访活动≥2次"]),
    ],
)
def test_a_number_with_words_of_its_own_keeps_them(text: str, targets: list[str]) -> None:
    assert read(text) == targets


@pytest.mark.parametrize(
    "text", ["完成120户。", "抓好农村低保、特困供养工作，新增200户。", "加大招商力度。全年签约30个。"]
)
def test_a_number_of_what_is_nowhere_named_is_told(text: str) -> None:
    targets, told = read_targets(text, year=2026)
    assert not targets
    assert [one.read for one in told] == [
        f"“{text.rstrip('。').split('，')[-1].split('。')[-1]}”里的数没有读成指标"
    ]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("新建长者食堂、社区食堂共12个。", ["新建长者食堂、社区食堂≥12个"]),
        ("新建“长者食堂”“幸福食堂”共12个。", ["新建“长者食堂”“幸福食堂”≥12个"]),
        ("建成公园和绿地共计12处。", ["建成公园和绿地≥12处"]),
        ("建成公园、绿地合计12处。", ["建成公园、绿地≥12处"]),
        ("新建农村公路20条，共计56公里。", ["新建农村公路≥20条", "新建农村公路≥56公里"]),
        ("全市现有公园、绿地共12处。", []),
        ("涉及公园、绿地共12处。", []),
    ],
)
def test_a_sum_of_what_is_made_is_promised(text: str, targets: list[str]) -> None:
    assert read(text) == targets
    assert not read_targets(text, year=2026)[1]


@pytest.mark.parametrize("text", ["改造甲路、乙路等12条。", "举办“我们的节日”等12场。", "举办活动共12场。"])
def test_some_of_what_is_made_is_told(text: str) -> None:
    targets, told = read_targets(text, year=2026)
    assert not targets
    assert len(told) == 1
