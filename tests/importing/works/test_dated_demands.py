"""Numbered paragraphs beside the works that ask one office for something by a day."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read

WORKS = ("一、活动安排", "（一）文艺汇演。（县文广新局负责）", "（二）灯谜会。（县文化馆负责）")


def told(demand: str) -> list[str]:
    return [one.read for one in read(*WORKS, "二、工作要求", f"（一）{demand}").doubts]


@pytest.mark.parametrize(
    "demand",
    ["县公安局要制定应急预案，2月20日前报领导小组。", "强化安全。县公安局负责安保，2月底前制定预案。"],
)
def test_what_one_office_is_asked_for_by_a_day_is_told(demand: str) -> None:
    assert any("要一个单位按时做" in one for one in told(demand))


@pytest.mark.parametrize(
    "demand",
    ["县公安局要维持秩序。", "各单位于2月20日前报送方案。", "2月20日前完成布展。", "高度重视，2月底前完成。"],
)
def test_what_has_no_day_or_no_office_is_not(demand: str) -> None:
    assert not any("要一个单位按时做" in one for one in told(demand))


LIST = (
    "1.镇、村（居）要分别制定工作预案。",
    "2.各村（居）利用标语开展防火宣传。",
    "3.中小学校各班级要开展防火宣传。",
)


def told_of_list(heading: str, *points: str) -> list[tuple[str, ...]]:
    found = read(
        "2026年防火方案", heading, *points, "二、责任分工", "1.检修机具。（镇林业站）", "2.查处。（派出所）"
    )
    return [one.rows for one in found.doubts if "要同类的单位去做" in one.read]


def test_a_list_for_all_of_a_kind_beside_works_is_told_whole() -> None:
    assert told_of_list("一、防火宣传", *LIST) == [("第3段", "第4段", "第5段")]


@pytest.mark.parametrize(
    ("heading", "points"),
    [
        ("一、工作要求", LIST),
        ("一、防火宣传", ("1.各单位要高度重视。", "2.各有关部门要通力协作。")),
        ("一、防火形势", ("1.气温持续偏高。", "2.降雨偏少。", "3.各镇林区面积大。")),
    ],
)
def test_demands_on_everybody_and_how_things_stand_are_not(heading: str, points: tuple[str, ...]) -> None:
    assert told_of_list(heading, *points) == []


def said(*paragraphs: str) -> str:
    return "；".join(read(*WORKS, *paragraphs).said)


@pytest.mark.parametrize(
    "demand",
    [
        "1.宣传科要做好活动宣传报道。",
        "1.严格考核。办公室每半年组织一次考核。",
        "1.强化督查。由纪工委、督查办对落实情况进行督查。",
        "1.宣传委员负责活动拍照，10月12日前报街道。",
        "4月中旬，各班级对照方案认真组织训练。",
        "请各乡镇、各单位于10月15日前将工作总结报送县文广新局。",
    ],
)
def test_what_is_asked_of_somebody_beside_the_works_is_said(demand: str) -> None:
    assert "写着谁做什么，没有记作工作" in said("二、工作要求", demand)


def test_what_stages_ask_of_somebody_before_the_works_is_said() -> None:
    stages = ("一、时间安排", "（一）整治阶段（9月1日—9月10日）", "各镇（街道）组织企业开展排查。")
    assert "第3段“各镇（街道）组织企业开展排查。”写着谁做什么" in "；".join(read(*stages, *WORKS).said)


@pytest.mark.parametrize(
    "text",
    [
        "1.各单位要高度重视，认真组织。",
        "1.筹备组：张伟、李明、王平。",
        "1.加强宣传，营造氛围。",
        "列席：县文广新局、县文化馆负责人。",
        "请各单位认真贯彻落实。",
        "清水县人民政府办公室",
    ],
)
def test_what_nobody_is_asked_for_is_not_said(text: str) -> None:
    assert said("二、工作要求", text) == ""


def test_when_the_stages_are_is_said_where_they_head_no_works() -> None:
    stages = (
        "1.动员阶段（9月1日—9月10日）。制定方案。",
        "（二）总结阶段（12月1日—12月10日）。总结经验。",
    )
    assert "各阶段的时间（“9月1日—9月10日”、“12月1日—12月10日”）" in said("二、实施步骤", *stages)
