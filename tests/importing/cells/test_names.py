"""The offices of a cell with their roles, and what else stood among them."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.named_offices import Offices, in_text, merged
from qjtask.importing.cells.names import Vocabulary, read_offices
from qjtask.importing.words.column_roles import Role

NOBODY = Vocabulary([])


def roles(text: str, role: Role = Role.UNITS, mark: str = "") -> str:
    """The names as lead | units | support."""
    read = read_offices(text, role, NOBODY, mark)
    return " | ".join("、".join(read.of(one)) for one in (Role.LEAD, Role.UNITS, Role.SUPPORT))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县教育局、县财政局", " | 县教育局、县财政局 | "),
        ("县教育局，县财政局；县人社局。", " | 县教育局、县财政局、县人社局 | "),
        ("县教育局/县财政局", " | 县教育局、县财政局 | "),
        ("和平街道、及县财政局、和平镇", " | 和平街道、县财政局、和平镇 | "),
        ("1.县教育局；2.县财政局", " | 县教育局、县财政局 | "),
        ("（1）县教育局（2）县财政局", " | 县教育局、县财政局 | "),
        ("①县教育局②县财政局", " | 县教育局、县财政局 | "),
        ("县教育局、县教育局", " | 县教育局 | "),
        ("县教育局（牵头）、县财政局（配合）、县人社局", "县教育局 | 县人社局 | 县财政局"),
        ("医保办（信息科协助）", " | 医保办 | 信息科"),
        ("各镇（县农业农村局、县林业局牵头）", "县农业农村局、县林业局 | 各镇 | "),
        ("县卫健局、县人社局（分办）", " | 县卫健局、县人社局 | "),
        ("区商务局（市场开办方配合）", " | 区商务局 | 市场开办方"),
        ("区商务局（热心群众参与）", " | 区商务局 | 热心群众"),
        ("县教育局（县城投公司代建）", " | 县教育局 | 县城投公司"),
        ("运营部、设备科（双牵头）", "运营部、设备科 |  | "),
        ("设备科（主牵头）、运营部", "设备科 | 运营部 | "),
        ("县卫健局（应急办）、县公路段", " | 县卫健局（应急办）、县公路段 | "),
        ("县教育局牵头抓总，县财政局、县人社局协同", "县教育局 |  | 县财政局、县人社局"),
        ("各县、市、区政府，县财政局", " | 各县、市、区政府、县财政局 | "),
        ("县教育局：张三、县财政局：李四", " | 县教育局、县财政局 | "),
        ("县教育局（张三）", " | 县教育局 | "),
        ("县教育局、县财政局排第一位的为牵头单位", "县教育局 | 县财政局 | "),
        ("/", " |  | "),
        ("第一中学、县财政局", " | 第一中学、县财政局 | "),
        ("县12345热线办", " | 县12345热线办 | "),
        ("", " |  | "),
    ],
)
def test_a_cell_names(text: str, names: str) -> None:
    assert roles(text) == names


def test_a_column_gives_its_role_and_a_mark_may_overrule_it() -> None:
    assert roles("县教育局", Role.LEAD) == "县教育局 |  | "
    assert roles("县教育局", Role.SUPPORT) == " |  | 县教育局"
    assert roles("★县教育局、县财政局", mark="★") == "县教育局 | 县财政局 | "


def test_persons_and_dates_among_the_names_are_kept_apart() -> None:
    read = read_offices("县教育局：张三\n2021年6月底前", Role.UNITS, NOBODY)
    assert (read.of(Role.UNITS), read.persons) == (("县教育局",), ("县教育局：张三",))
    assert read.terms == ("2021年6月底前",)
    read = read_offices("牵头领导：张三、李四\n责任单位：县教育局", Role.UNITS, NOBODY)
    assert (read.of(Role.UNITS), read.persons) == (("县教育局",), ("牵头领导：张三、李四",))


@pytest.mark.parametrize(
    ("text", "names", "persons"),
    [
        ("法规科/周涛", "法规科", "法规科：周涛"),
        ("法规科／周涛副科长", "法规科", "法规科：周涛副科长"),
        ("法规科-周涛", "法规科", "法规科：周涛"),
        ("周涛/法规科", "法规科", "法规科：周涛"),
        ("法规科/周涛/基建科", "法规科、基建科", "法规科：周涛"),
        ("法规科/周涛、李四", "法规科", "法规科：周涛、李四"),
        ("法规科/周涛 基建科/张伟", "法规科、基建科", "法规科：周涛、基建科：张伟"),
        ("县教育局/县财政局", "县教育局、县财政局", ""),
        ("县教育局/高新区", "县教育局、高新区", ""),
    ],
)
def test_a_person_behind_a_slash_is_no_unit(text: str, names: str, persons: str) -> None:
    read = read_offices(text, Role.UNITS, NOBODY)
    assert ("、".join(read.of(Role.UNITS)), "、".join(read.persons)) == (names, persons)


def test_a_person_under_an_office_is_none() -> None:
    read = read_offices("县城管局\n王强、县住建局", Role.LEAD, NOBODY)
    assert (read.of(Role.LEAD), read.persons) == (("县城管局", "县住建局"), ("县城管局：王强",))


@pytest.mark.parametrize("text", ["王强\n县城管局", "王强 县城管局"])
def test_a_person_over_an_office_is_none_and_told(text: str) -> None:
    read = read_offices(text, Role.UNITS, NOBODY)
    assert (read.of(Role.UNITS), read.persons) == (("县城管局",), ("县城管局：王强",))
    assert [one.read for one in read.told] == ["“王强⏎县城管局”像是单位和人名"]


@pytest.mark.parametrize("text", ["金华\n市教育局", "高新\n区管委会", "平安\n县人民政府", "安平\n街道办事处"])
def test_a_place_over_the_rest_of_an_offices_name_is_no_person(text: str) -> None:
    known = Vocabulary(["平安县人民政府"])
    assert read_offices(text, Role.UNITS, known).of(Role.UNITS) == (text.replace("\n", ""),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("★县教育局", ("“★县教育局”带有记号", "记作“县教育局”")),
        ("县教育局等部门", ("单位写着“等”，没有列全", "只记写明的")),
        ("县教育局等3家单位", ("单位写着“等”，没有列全", "只记写明的")),
        ("县教育局等县有关单位", ("单位写着“等”，没有列全", "只记写明的")),
        ("县教育局等县直有关单位", ("单位写着“等”，没有列全", "只记写明的")),
        (
            "县交通运输局\n李明",
            ("“县交通运输局⏎李明”像是单位和人名", "单位记“县交通运输局”，“李明”记作责任人"),
        ),
        ("县财政局\n分局", ("“县财政局⏎分局”在行末断开", "按“县财政局分局”一个单位记")),
    ],
)
def test_what_was_decided_is_told(text: str, told: tuple[str, str]) -> None:
    (one,) = read_offices(text, Role.UNITS, NOBODY).told
    assert (one.read, one.assumed) == told


def test_a_bracket_behind_a_work_holds_its_offices_and_date() -> None:
    assert in_text("做事。〔牵头单位：甲局；完成时限：6月底前〕") == (
        "做事。",
        "牵头单位：甲局；；",
        "6月底前",
    )
    assert in_text("做事（责任单位：甲局、乙局）。") == ("做事", "责任单位：甲局、乙局", "")
    assert in_text("做事（含（责任单位：甲局））") == ("做事", "含（责任单位：甲局）", "")
    assert in_text("做事（2021年）。") is None
    assert in_text("责任单位：甲局）") is None
    assert in_text("") is None


def test_the_names_of_several_cells_together() -> None:
    one = read_offices("县教育局", Role.LEAD, NOBODY)
    other = read_offices("县教育局、县财政局：张三", Role.UNITS, NOBODY)
    both = merged([one, other])
    assert both.of(Role.LEAD) == ("县教育局",)
    assert both.of(Role.UNITS) == ("县教育局", "县财政局")
    assert both.persons == ("县财政局：张三",)
    assert merged([]) == Offices({Role.LEAD: (), Role.UNITS: (), Role.SUPPORT: ()})


def test_the_vocabulary_counts_names_that_stand_whole() -> None:
    names = Vocabulary(["县教育局、县财政局", "县教育局牵头", "县人\n社局"])
    assert (names.counts["县教育局"], "县财政局" in names, "县人\n社局" in names) == (2, True, False)


@pytest.mark.parametrize(
    ("cell", "read", "above"),
    [
        ("市商务局、市发改委（省牵头单位：省商务厅）", "省商务厅 | 市商务局、市发改委 | ", ("省商务厅",)),
        ("市商务局\n省级牵头单位：省商务厅", "省商务厅 | 市商务局 | ", ("省商务厅",)),
        ("市商务局\n牵头单位：省商务厅", "省商务厅 | 市商务局 | ", ("省商务厅",)),
        ("省商务厅牵头，各市政府负责", "省商务厅 | 各市政府 | ", ()),
        ("省商务厅牵头，省财政厅、市商务局负责", "省商务厅 | 省财政厅、市商务局 | ", ()),
        ("市住建局牵头，区住建局负责", "市住建局 | 区住建局 | ", ()),
        ("市牵头单位：市商务局；责任单位：市发改委", "市商务局 | 市发改委 | ", ()),
    ],
)
def test_a_label_says_who_stands_above(cell: str, read: str, above: tuple[str, ...]) -> None:
    assert roles(cell) == read
    assert read_offices(cell, Role.UNITS, NOBODY).above == above


@pytest.mark.parametrize("label", ["省对口单位", "对口部门", "督导单位", "市级指导单位"])
def test_who_looks_on_does_nothing_of_the_work(label: str) -> None:
    cell = f"市商务局、市文旅局；{label}：省商务厅"
    assert roles(cell) == " | 市商务局、市文旅局 | "
    assert read_offices(cell, Role.UNITS, NOBODY).persons == (f"{label}：省商务厅",)


def test_a_tag_without_a_name_names_nobody() -> None:
    assert roles("（牵头）") == " |  | "
    assert roles("县教育局、（配合）") == " | 县教育局 | "


def test_a_labelled_deadline_among_names_is_said_by_its_label() -> None:
    read = read_offices("（牵头单位：县城管局；责任单位：县水利局；完成时限：9月底前）", Role.UNITS, NOBODY)
    assert (read.of(Role.LEAD), read.of(Role.UNITS)) == (("县城管局",), ("县水利局",))
    assert (read.term, read.terms) == ("9月底前", ())
