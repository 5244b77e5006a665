"""The words of a clause, and what they give: 牵头|责任|配合|时限|备注."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause import Clause, joined
from qjtask.importing.clauses.clause_reader import LONGEST, read_clause

NOBODY = Vocabulary(())


def read(text: str) -> Clause | None:
    return read_clause(text, NOBODY)


def line(clause: Clause | None) -> str:
    if clause is None:
        return "无"
    parts = ("、".join(clause.lead), "、".join(clause.units), "、".join(clause.support))
    return "|".join((*parts, clause.deadline, "；".join(clause.notes)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("责任单位：县住建局、县公安局；完成时限：6月底", "|县住建局、县公安局||6月底|"),
        ("责任单位：总务处；责任人：李祥祥；3月8日前完成", "|总务处||3月8日前|责任人：李祥祥"),
        ("责任处室：总务处，责任人：李祥祥、王芳，3月8日前完成", "|总务处||3月8日前|责任人：李祥祥、王芳"),
        ("责任单位：总务处，联系人：李祥，并长期坚持", "|总务处||长期坚持|联系人：李祥"),
        ("责任单位：总务处，督导单位：县教育局，立整立改", "|总务处||立整立改|督导单位：县教育局"),
        (
            "责任单位：镇农办，责任人：李祥，汛期前（6月1日前）完成",
            "|镇农办||汛期前（6月1日前）|责任人：李祥",
        ),
        ("责任单位：总务处，责任人：李祥，3日内完成", "|总务处||3日内完成|责任人：李祥"),
        ("责任单位：总务处；备注：省级补助，2022年6月", "|总务处|||备注：省级补助，2022年6月"),
        ("县住建局牵头，县公安局配合，6月底前完成", "县住建局||县公安局|6月底前|"),
        ("友谊里社区", "|友谊里社区|||"),
        ("责任单位：和润泰发展中心，与市财政局", "|和润泰发展中心、市财政局|||"),
        ("配合单位：及各街道、区总工会", "||各街道、区总工会||"),
        ("市城管局会同和润泰发展中心负责", "市城管局|和润泰发展中心|||"),
        ("市城管局牵头，和县人民政府配合", "市城管局||和县人民政府||"),
        ("县教育局牵头，和县财政局配合", "县教育局||县财政局||"),
        ("责任单位：会同县人民政府、沅陵县人民政府", "|会同县人民政府、沅陵县人民政府|||"),
        ("市城管局、会同县人民政府负责", "|市城管局、会同县人民政府|||"),
        ("由会同县牵头，市城管局会同如皋市、即墨区负责", "会同县、市城管局|如皋市、即墨区|||"),
        ("县教育局、县公安局会同县财政局负责", "县教育局、县公安局|县财政局|||"),
        ("见龙镇负责", "|见龙镇|||"),
        ("友谊里社区，6月底前", "|友谊里社区||6月底前|"),
        ("城关镇，6月底前", "|城关镇||6月底前|"),
        ("经开区，6月底前完成", "|经开区||6月底前|"),
        ("城关镇", "无"),  # may be where
        ("河西区，2022年", "无"),
        ("县住建局、县财政局按职责分工负责", "|县住建局、县财政局|||"),
        ("县住建局负责牵头，县财政局负责配合", "县住建局||县财政局||"),
        ("城关镇负责，长期坚持", "|城关镇||长期坚持|"),
        ("县住建局负责。本方案确定的以下任务均由各镇落实，不再列出", "|县住建局|||"),
        ("责任单位:甲局、各镇。以下措施均需各镇落实,不再单列", "|甲局、各镇|||"),
        ("县住建局负责。以下均需各县(市、区)政府落实,不再列出。", "|县住建局|||"),
        ("县住建局、水利局牵头督导，县公安局参与", "县住建局、水利局||县公安局||"),
        ("由县住建局承办，县财政局协办", "|县住建局|县财政局||"),
        ("责任单位:甲局,各镇(街道)", "|甲局、各镇(街道)|||"),
        ("牵头单位：甲局 责任单位：乙局 完成时限：6月底", "甲局|乙局||6月底|"),
        ("牵头：县住建局，配合：县财政局", "县住建局||县财政局||"),
        ("责任单位：县教育局牵头，县发改委、县财政局参与", "县教育局||县发改委、县财政局||"),
        ("县住建局会同县财政局负责", "县住建局|县财政局|||"),
        ("县科技局负责，各镇人民政府结合实际落实", "|县科技局、各镇人民政府|||"),
        ("县科技局负责，各园区对照抓好落实", "|县科技局、各园区|||"),
        ("县住建局为牵头单位，县财政局为配合单位", "县住建局||县财政局||"),
        ("县住建局为责任单位，6月底前完成", "|县住建局||6月底前|"),
        (
            "牵头单位：县委组织部，配合单位：各项目牵头单位，各区、县级市",
            "县委组织部||各项目牵头单位、各区、县级市||",
        ),
        ("各有关责任单位按职责分工负责", "|各有关责任单位|||"),
        ("县住建局牵头，会同县财政局，9月底前完成", "县住建局|县财政局||9月底前|"),
        ("县住建局牵头、县公安局配合", "县住建局||县公安局||"),
        ("商务局、市监局负责，人民银行配合", "|商务局、市监局|人民银行||"),
        ("省发展改革委指导，各市人民政府负责落实", "|各市人民政府|省发展改革委||"),
        ("责任单位：市行政审批局，市司法局，6月底完成", "|市行政审批局、市司法局||6月底|"),
        ("6月底前由县住建局完成", "|县住建局||6月底前|"),
        ("县住建局6月底前完成", "|县住建局||6月底前|"),
        ("国务院各部门分别负责，年内持续推进", "|国务院各部门||年内持续推进|"),
        ("县住建局", "|县住建局|||"),
        ("张三副县长牵头，县住建局配合", "||县住建局||牵头：张三副县长"),
        ("责任领导：张三；责任单位：县住建局", "|县住建局|||责任领导：张三"),
        ("责任单位：县住建局；投资估算：300万元", "|县住建局|||投资估算：300万元"),
        ("责任单位：县住建局；督导单位：县督查室", "|县住建局|||督导单位：县督查室"),
        ("主办：县住建局 会办：县公安局、县财政局", "县住建局||县公安局、县财政局||"),
        ("承办科室：规划科；承办人：王强", "|规划科|||承办人：王强"),
        ("县住建局牵头，县财政局、县公安局等部门，各镇配合", "县住建局||县财政局、县公安局、各镇||"),
        ("责任单位：县住建局，县公安局配合", "|县住建局|县公安局||"),
        ("县商务局组织实施，县市场监管局监督", "|县商务局|||监督：县市场监管局"),
        ("县住建局落实，县督查室督促落实", "|县住建局|||督促落实：县督查室"),
        ("县发改局为第一责任单位，县供电公司为配合单位", "|县发改局|县供电公司||"),
        ("县交通局负总责，各镇抓落实", "县交通局|各镇|||"),
        ("县发改局总牵头，县工信局分工负责", "县发改局|县工信局|||"),
        ("县住建局抓总，各区落实", "县住建局|各区|||"),
        ("县交通局为主，县公安局配合", "县交通局||县公安局||"),
        ("县水利局主责，县农业农村局协责", "|县水利局|县农业农村局||"),
        ("县林业局、县水利局依职责分工负责", "|县林业局、县水利局|||"),
        ("县文旅局负责，有关镇政府属地负责", "|县文旅局、有关镇政府|||"),
        ("县气象局提供技术支持，县应急局负责", "|县应急局|县气象局||"),
        ("县民政局牵头、县残联及各镇配合落实", "县民政局||县残联、各镇||"),
        ("责任分工：县住建局负责施工", "|县住建局|||县住建局：负责施工"),
        ("县公安局负责制定方案，县财政局配合", "|县公安局|县财政局||县公安局：负责制定方案"),
        ("责任单位：县住建局（联系人：王强）", "|县住建局|||联系人：王强"),
        ("县住建局负责。具体任务均涉及相关镇政府，不再列出", "|县住建局、相关镇政府|||"),
        ("县委常委、副县长张建军牵头，县住建局落实", "|县住建局|||牵头：县委常委；牵头：副县长张建军"),
    ],
)
def test_what_a_clause_says(text: str, wanted: str) -> None:
    assert line(read(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "以下简称县住建局",
        "详见附件2",
        "国发〔2021〕5号",
        "谁主管谁负责",
        "企业负责",
        "县工信局负责解释",
        "成都市、绵阳市",
        "中央统筹，省负总责，市县抓落实",
        "含责任单位自查",
        "试点先行",
        "责任单位：见附件",
        "",
        "责任单位：县住建局、" * LONGEST,
    ],
)
def test_what_is_no_clause(text: str) -> None:
    assert read(text) is None


def test_a_time_alone_names_nobody() -> None:
    clause = read("完成时限：6月底")
    assert clause is not None
    assert not clause.is_shared
    assert clause.deadline == "6月底"


def test_a_leader_alone_shares_out_a_work_and_a_contact_does_not() -> None:
    for text, shares in (("责任领导：张三", True), ("联系人：张三", False)):
        clause = read(text)
        assert clause is not None
        assert clause.is_shared is shares


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("责任单位：有关的部门、县住建局", "“有关的部门”不像单位名称"),
        ("牵头单位：县住建局；责任单位：见附件", "单位写的是“见附件”"),
        ("张三牵头，县住建局配合", "“张三”像是人名"),
        ("县住建局牵头县公安局配合", "中间没有标点"),
    ],
)
def test_what_is_not_sure_is_told(text: str, told: str) -> None:
    clause = read(text)
    assert clause is not None
    assert told in clause.told[0][0]


@pytest.mark.parametrize("name", ["各网格", "各楼栋", "各住户", "各年级家长"])
def test_a_label_gives_work_to_all_of_a_kind(name: str) -> None:
    clause = read(f"责任单位：物业公司、{name}")
    assert clause is not None
    assert (clause.units, clause.told) == (("物业公司", name), ())


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("社区党委、各网格", ("社区党委", "各网格")),
        ("第一、第二党支部", ("第一党支部", "第二党支部")),
        ("各楼栋、物业公司", ("各楼栋", "物业公司")),
    ],
)
def test_names_alone_may_stand_for_all_of_a_kind_beside_an_office(text: str, units: tuple[str, ...]) -> None:
    clause = read(text)
    assert clause is not None
    assert (clause.units, clause.told) == (units, ())


def test_names_for_all_of_a_kind_are_no_clause_alone() -> None:
    assert read("各商铺、各小作坊") is None


def test_a_town_called_as_a_person_would_be_is_an_office() -> None:
    assert read("配合单位：区资源局、蔡甸街") == Clause(support=("区资源局", "蔡甸街"))


def test_the_scope_of_a_clause() -> None:
    above, on = read("以上任务由县住建局牵头"), read("责任单位：县住建局，下同")
    assert above == Clause(lead=("县住建局",), above=True)
    assert on == Clause(units=("县住建局",), goes_on=True)


@pytest.mark.parametrize(
    "text",
    [
        "县住建局、县财政局负责，列第一位者为牵头单位，下同",
        "责任单位：县住建局、县财政局（排在首位的为牵头单位）",
        "县住建局、县财政局。列第一位者为牵头部门，下同",
        "责任单位:县住建局(首位单位为牵头单位,下同)、县财政局",
        "责任单位：县住建局、县财政局（牵头单位排在首位）",
    ],
)
def test_that_the_first_leads_is_no_name(text: str) -> None:
    clause = read(text)
    assert clause is not None
    assert (clause.first_leads, clause.units, clause.told) == (True, ("县住建局", "县财政局"), ())


def test_parts_of_a_clause_are_joined() -> None:
    first, second = (
        Clause(units=("甲局",), deadline="6月底"),
        Clause(units=("甲局", "乙局"), deadline="6月底"),
    )
    assert joined(first, second) == Clause(units=("甲局", "乙局"), deadline="6月底")


def test_the_others_of_a_list_whose_first_leads_are_those_that_are_named() -> None:
    text = "县教育局、县财政局负责。列第一位者为牵头部门或单位，其他有关部门和单位按职责分工负责，下同"
    clause = read_clause(text, Vocabulary(()))
    assert clause is not None
    assert (clause.units, clause.first_leads) == (("县教育局", "县财政局"), True)
