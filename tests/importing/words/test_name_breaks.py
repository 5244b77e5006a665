"""Names at a line's end, names glued together, names that hold 、 themselves."""

from __future__ import annotations

from collections import Counter

import pytest

from qjtask.importing.words.name_breaks import DoubtfulName, Known, Told, mended, unglued

SILENT, TOLD = 0, 1


def known(*names: str) -> Known:
    return Known(Counter(names))


@pytest.mark.parametrize(
    ("piece", "names", "doubts"),
    [
        ("县财政局", ["县财政局"], SILENT),
        ("县财政局\n县教育局", ["县财政局", "县教育局"], SILENT),
        ("市城管局\n和平区政府", ["市城管局", "和平区政府"], SILENT),
        ("各市\n和县人民政府", ["各市和县人民政府"], SILENT),
        ("市科技\n和经信局", ["市科技和经信局"], SILENT),
        ("县财政\n局", ["县财政局"], SILENT),
        ("生产运行\n部", ["生产运行部"], SILENT),
        ("镇中心\n小学", ["镇中心小学"], SILENT),
        ("便民服务中心\n幼儿园", ["便民服务中心", "幼儿园"], SILENT),
        ("市人民政府\n办公厅", ["市人民政府办公厅"], SILENT),
        ("县委县政府\n督查室", ["县委县政府督查室"], SILENT),
        ("县公安\n局\n县教育\n局", ["县公安局", "县教育局"], SILENT),
        ("县政府\n办\n公室", ["县政府办公室"], SILENT),
        ("各乡镇人民\n政府", ["各乡镇人民政府"], SILENT),
        ("县自然\n资源局", ["县自然资源局"], SILENT),
        ("各镇\n（街道）", ["各镇（街道）"], SILENT),
        ("县\n财政局", ["县财政局"], SILENT),
        ("审批科\n法规科\n综合科", ["审批科", "法规科", "综合科"], SILENT),
        ("审 批 科", ["审批科"], SILENT),
        ("办 公 室", ["办公室"], SILENT),
        ("丙丁市\n经信局", ["丙丁市经信局"], SILENT),
        ("区直各行政执法部\n门", ["区直各行政执法部门"], SILENT),
        ("县城投\n公司", ["县城投公司"], SILENT),
        ("县教育局（县城投\n公司代建）", ["县教育局（县城投公司代建）"], SILENT),
        ("各县区（开发区）\n安委会", ["各县区（开发区）安委会"], SILENT),
        ("各县区\n安委会", ["各县区安委会"], SILENT),
        ("市交通\n运输局", ["市交通运输局"], SILENT),
        ("县公路段\n各镇", ["县公路段", "各镇"], SILENT),
        ("交通\n运输局", ["交通运输局"], TOLD),
        ("院感科\n党政\n办公室", ["院感科", "党政办公室"], SILENT),
        ("县财政局\n县\n教育局", ["县财政局", "县教育局"], SILENT),
        ("医务科\n各县（市\n、区）人民政府", ["医务科", "各县（市、区）人民政府"], SILENT),
        ("市教育局\n市交通\n运输局", ["市教育局", "市交通运输局"], SILENT),
        ("县财政局\n分局", ["县财政局分局"], TOLD),
        ("县财政局\n科", ["县财政局科"], TOLD),
        ("综合科\n科技局", ["综合科", "科技局"], SILENT),
        ("市新华书店 市图书馆", ["市新华书店", "市图书馆"], SILENT),
        ("市文广新局 市新世界 市图书馆", ["市文广新局", "市新世界", "市图书馆"], SILENT),
        ("市新世界 市图书馆", ["市新世界", "市图书馆"], SILENT),
        ("市民乐\n市剧团", ["市民乐市剧团"], SILENT),
        ("市交通\n委运输\n局", ["市交通委运输局"], SILENT),
        ("市交通\n执法总\n队", ["市交通执法总队"], SILENT),
        ("各远郊区\n县交通局", ["各远郊区县交通局"], SILENT),
        ("各市\n县人民政府", ["各市县人民政府"], SILENT),
        ("各乡镇\n县教育局", ["各乡镇", "县教育局"], SILENT),
        ("市交通委\n运输局", ["市交通委", "运输局"], SILENT),
        ("县审计\n局", ["县审计局"], SILENT),
        ("区市场\n局", ["区市场局"], SILENT),
        ("县农业农村\n局", ["县农业农村局"], SILENT),
        ("县卫生健康\n委", ["县卫生健康委"], SILENT),
        ("县财政局\n局", ["县财政局局"], TOLD),
        ("行政审批科\n办公室", ["行政审批科", "办公室"], SILENT),
        ("县教育局\n办公室", ["县教育局办公室"], TOLD),
        ("总务处\n工会", ["总务处", "工会"], SILENT),
        ("农业农村\n综合服务中心", ["农业农村综合服务中心"], TOLD),
        ("农业农村\n便民服务中心", ["农业农村", "便民服务中心"], SILENT),
        ("交通\n综合执法大队", ["交通综合执法大队"], TOLD),
        ("镇乡村\n振兴办", ["镇乡村振兴办"], SILENT),
        ("各乡村\n振兴中心小学", ["各乡村", "振兴中心小学"], SILENT),
    ],
)
def test_a_break_parts_names_or_falls_inside_one(piece: str, names: list[str], doubts: int) -> None:
    told: Told = []
    assert mended(piece, known(), told) == names
    assert len(told) == doubts


@pytest.mark.parametrize(
    ("piece", "names", "doubts"),
    [
        ("市交通委\n运输局", ["市交通委运输局"], TOLD),
        ("市农业委\n综合执法队", ["市农业委综合执法队"], TOLD),
        ("市交通委\n市运输局", ["市交通委", "市运输局"], SILENT),
        ("市交通委\n各运输局", ["市交通委", "各运输局"], SILENT),
        ("市财政局\n教育局", ["市财政局", "教育局"], SILENT),
    ],
)
def test_where_signs_part_names_a_commissions_own_office_goes_on_after_a_break(
    piece: str, names: list[str], doubts: int
) -> None:
    told: Told = []
    assert mended(piece, known(), told, is_wrapped=True) == names
    assert len(told) == doubts


def test_names_that_stand_whole_elsewhere_decide() -> None:
    told: Told = []
    assert mended("市场\n监管局", known("市场监管局"), told) == ["市场监管局"]
    assert mended("信息中心\n运行科", known("信息中心运行科"), told) == ["信息中心运行科"]
    assert mended("信息中心\n运行科", known("信息中心", "运行科"), told) == ["信息中心", "运行科"]
    assert told == []


@pytest.mark.parametrize(
    ("name", "names", "doubts"),
    [
        ("县财政局", ["县财政局"], SILENT),
        ("区司法局区财政局", ["区司法局区财政局"], TOLD),
        ("区司法局和区财政局", ["区司法局", "区财政局"], SILENT),
        ("县住建局会同县财政局", ["县住建局", "县财政局"], SILENT),
        ("综合行政执法队会同平安办", ["综合行政执法队", "平安办"], SILENT),
        ("市联合执法支队", ["市联合执法支队"], SILENT),
        ("市残疾人联合会", ["市残疾人联合会"], SILENT),
        ("市和谐办", ["市和谐办"], SILENT),
        ("市公安局和平分局", ["市公安局和平分局"], SILENT),
        ("市城管局和和平街道", ["市城管局", "和平街道"], SILENT),
        ("县委和县政府办公室", ["县委和县政府办公室"], SILENT),
        ("各区县党委和政府", ["各区县党委和政府"], SILENT),
    ],
)
def test_glued_names(name: str, names: list[str], doubts: int) -> None:
    told: Told = []
    assert unglued(name, known(), told) == names
    assert len(told) == doubts


def test_glued_names_of_which_one_is_known_are_parted_and_told() -> None:
    told: Told = []
    assert unglued("区司法局区财政局", known("区司法局"), told) == ["区司法局", "区财政局"]
    assert told == [DoubtfulName("“区司法局区财政局”像是两个单位连在一起", "按“区司法局”和“区财政局”记")]


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("派出所工商质监所", ["派出所", "工商质监所"]),
        ("财务处资产处", ["财务处", "资产处"]),
        ("县公安局城关派出所", ["县公安局城关派出所"]),
        ("组织科干部科", ["组织科干部科"]),
    ],
)
def test_two_sections_in_one_are_parted_where_the_second_stands_alone(name: str, names: list[str]) -> None:
    told: Told = []
    assert unglued(name, known("工商质监所", "资产处", "城关派出所"), told) == names
    assert len(told) == len(names) - 1


def test_one_name_that_may_be_two_is_told_with_these() -> None:
    told: Told = []
    assert unglued("区司法局区财政局", known(), told) == ["区司法局区财政局"]
    assert [(one.about, one.other) for one in told] == [("区司法局区财政局", "区司法局、区财政局")]


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("教育部及各省级人民政府", ["教育部", "各省级人民政府"]),
        ("县委宣传部和各镇党委", ["县委宣传部", "各镇党委"]),
        ("城关镇和县住建局", ["城关镇", "县住建局"]),
        ("县法院与县检察院", ["县法院", "县检察院"]),
        ("教务处和总务处", ["教务处", "总务处"]),
        ("办公室及平安办", ["办公室", "平安办"]),
        ("向阳镇和县级部门", ["向阳镇和县级部门"]),
        ("实验室与设备管理处", ["实验室与设备管理处"]),
        ("娱乐场所和文化市场管理科", ["娱乐场所和文化市场管理科"]),
        ("机关处室和直属单位", ["机关处室和直属单位"]),
        ("县医院及各卫生院", ["县医院", "各卫生院"]),
        ("县税务所和有关单位", ["县税务所", "有关单位"]),
        ("县住建局（房管中心）及有关部门", ["县住建局（房管中心）", "有关部门"]),
        ("各成员单位和相关企业", ["各成员单位和相关企业"]),
        ("高新区以及其他区", ["高新区", "其他区"]),
        ("人力资源和社会保障部", ["人力资源和社会保障部"]),
        ("工业和信息化部", ["工业和信息化部"]),
        ("住房和城乡建设部", ["住房和城乡建设部"]),
        ("涉及各镇", ["涉及各镇"]),
    ],
)
def test_a_ministry_and_all_of_a_kind_are_two_names(name: str, names: list[str]) -> None:
    assert unglued(name, known(), []) == names
