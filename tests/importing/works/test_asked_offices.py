"""All offices that a sentence of minutes asks, and none of its other words."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works


def third(text: str) -> list[str]:
    """牵头, 责任, 配合 of a paragraph beside two that are sure."""
    found = works("一、重点", "1.由市教育局负责建学校。", "2.由市水利局负责修渠。", f"3.{text}")
    return found[2].split("|")[3:6]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("请县发展改革局会同县财政局逐项目调度，支付率达到95%以上。", "县发展改革局|县财政局|"),
        ("请县教育局会同县财政局、县审计局逐校核查。", "县教育局|县财政局、县审计局|"),
        ("请县教育局会同各乡镇逐村摸底。", "县教育局|各乡镇|"),
        ("请县教育局会同县委办公室核查。", "县教育局|县委办公室|"),
        ("请财政所会同保卫科逐户核查。", "财政所|保卫科|"),
        ("请县民政局联合城关镇上门走访。", "县民政局|城关镇|"),
        ("请县水利局牵头，河东镇配合，改造老旧管网18.5公里。", "县水利局||河东镇"),
        ("由县水利局牵头，河东镇、河西乡配合，改造管网18.5公里。", "县水利局||河东镇、河西乡"),
        ("请县水利局牵头，河口村配合，改造老旧管网18.5公里。", "县水利局||河口村"),
        ("县住建局负责清淤，城关镇配合做好清运。", "|县住建局|城关镇"),
        (
            "欠薪问题。请县住房城乡建设局、县人力资源和社会保障局5个工作日内核查处理。",
            "|县住房城乡建设局、县人力资源和社会保障局|",
        ),
        ("请县住建局、县人社局、城关镇3日内核查处理。", "|县住建局、县人社局、城关镇|"),
    ],
)
def test_all_who_are_asked(text: str, names: str) -> None:
    assert "|".join(third(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县城第三小学建设滞后问题。请县教育局会同县住建局于6月底前封顶。", "县教育局|县住建局|"),
        ("关于县第三小学建设问题。请县教育局加快进度。", "|县教育局|"),
        ("关于县第三小学建设问题：责成县教育局加快进度。", "|县教育局|"),
        ("县财政局落实资金。请县审计局监督。", "|县财政局|"),
        ("由财政所委托中介机构负责招投标。", "|财政所|"),
        ("由财政所聘请专业监理负责质量监督。", "|财政所|"),
        ("由县住建局邀请第三方机构负责评估。", "|县住建局|"),
        ("由城建办组织施工单位负责清理。", "|城建办|"),
        ("由县水务局授权供水公司负责抢修。", "|县水务局|"),
        ("由县委组织部负责选派干部。", "|县委组织部|"),
        ("由市督促检查局负责督办。", "|市督促检查局|"),
    ],
)
def test_no_word_of_the_sentence_is_an_office(text: str, names: str) -> None:
    assert "|".join(third(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("由应急站负责更新预案，由东风社区、河口社区各组建一支抢险队。", "应急站、东风社区、河口社区"),
        ("由应急站负责预案，由东风社区、河口社区分别成立抢险队。", "应急站、东风社区、河口社区"),
        ("由应急站负责预案，城关镇、河东镇各配备水泵3台。", "应急站、城关镇、河东镇"),
        ("成立领导小组，党政办负责环境，管理办公室负责质量，财政所负责资金。", "党政办、管理办公室、财政所"),
        ("按设计要求，社会管理办公室负责材料完善工作。", "社会管理办公室"),
        ("月考定于10月15日进行，教务处9月25日前排出考务表。", "教务处"),
        ("教务处9月25日前排出考务表，各年级组长负责监考。", "教务处、各年级组长"),
        ("教务处9月25日前排出考务表，各班班主任负责监考。", "教务处、各班班主任"),
        ("总务处于国庆节前完成管道更换。", "总务处"),
        ("总务处春节前完成管道更换。", "总务处"),
        ("总务处5个工作日内完成管道更换。", "总务处"),
        ("保卫科每月组织一次演练。", "保卫科"),
        ("文明办、各社区要做好入户宣传，知晓率达到90%以上。", "文明办、各社区"),
        ("县直各单位、县文明办要做好宣传。", "县直各单位、县文明办"),
    ],
)
def test_all_who_do_a_part(text: str, names: str) -> None:
    assert third(text)[1] == names


@pytest.mark.parametrize(
    "text",
    [
        "请以上各单位于每周五下班前将进展情况报县政府督查室。",
        "各社区要做好入户宣传，知晓率达到90%以上。",
        "抓好宣传，6月底前完成墙体标语20条。",
    ],
)
def test_what_is_asked_at_the_end_of_a_list_is_told(text: str) -> None:
    found = read("一、重点", "1.由市教育局负责建学校。", "2.由市水利局负责修渠。", f"3.{text}")
    works = "".join(task.work for task in found.tasks)
    assert text in works or any(text[:6] in doubt.read for doubt in found.doubts)


@pytest.mark.parametrize(
    "text", ["请各单位认真抓好落实。", "加强组织领导。各单位要高度重视。", "会议通报了考核情况。"]
)
def test_a_wish_at_the_end_of_a_list_is_not_asked_about(text: str) -> None:
    found = read("一、重点", "1.由市教育局负责建学校。", "2.由市水利局负责修渠。", f"3.{text}")
    assert [len(found.tasks), list(found.doubts)] == [2, []]


@pytest.mark.parametrize(
    "name",
    [
        "各市、特区、区人民政府",
        "各市、州、县人民政府",
        "各区、功能区管委会",
        "各县、林区人民政府",
        "各旗、自治旗政府",
    ],
)
def test_an_enumeration_of_regions_is_one_name(name: str) -> None:
    found = works(
        f"1.加快建设。（责任单位：市水务局，{name}，高新区管委会）", "2.完善制度。（责任单位：市水务局）"
    )
    assert found[0].split("|")[4] == f"市水务局、{name}、高新区管委会"


def test_what_an_office_is_for_all_works_heads_them() -> None:
    found = works(
        "（一）区水务局为宝山区城镇生活污水截污纳管工作的牵头、协调单位。",
        "1、负责管网管理。",
        "2、加快管网建设。",
        "（二）区环保局",
        "1、负责检查。",
    )
    assert [one.split("|")[4] for one in found] == ["区水务局", "区水务局", "区环保局"]


def test_a_heading_among_paragraphs_ends_no_list() -> None:
    found = works(
        "1.县气象局去年已建成雷达站。",
        "2.按设计要求，党政办负责外围环境。",
        "3.要尽快做好前期工作。",
        "4.按设计要求，财政所负责资金兑付。",
        "5.关于费用",
        "（1）由财政所负责费用。",
        "（2）由党政办负责招标。",
        "6.由党政办负责验收。",
    )
    assert [one.split("|")[4] for one in found][:3] == ["党政办", "", "财政所"]


def test_works_under_a_heading_that_nobody_owns_are_told_with_their_count() -> None:
    found = read(
        *("一、主要任务", "（一）完善规划。", "（二）推进治理。", "（三）加快建设。"),
        *("二、分工", "（一）区环保局", "1、负责检查。", "2、负责名录。"),
    )
    assert [doubt.read for doubt in found.doubts] == ["“主要任务”下面3段没有写责任单位"]
