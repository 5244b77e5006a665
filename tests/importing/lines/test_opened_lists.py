"""Lists whose paragraphs begin with offices, and paragraphs that do so alone."""

from __future__ import annotations

import pytest

from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.works.document_clauses import read_document_clauses
from tests.importing.works.documents import works

DUTIES = ("1.县水利局负责清理河道。", "2.县财政局要落实资金。", "3.县公安局加强巡逻。")


def read(*paragraphs: str) -> list[tuple[str, tuple[str, ...]]]:
    plan = read_document_clauses(SourceDocument(paragraphs))
    return [(task.work, (*task.lead, *task.units)) for task in plan.tasks]


def test_each_paragraph_of_such_a_list_is_a_work_and_keeps_its_words() -> None:
    assert read("2023年会议纪要", "一、河道", *DUTIES) == [
        ("县水利局负责清理河道。", ("县水利局",)),
        ("县财政局要落实资金。", ("县财政局",)),
        ("县公安局加强巡逻。", ("县公安局",)),
    ]


def test_numbers_may_run_on_under_the_next_heading() -> None:
    found = read("2023年会议纪要", "一、河道", DUTIES[0], "二、资金", DUTIES[1])
    assert [names for _, names in found] == [("县水利局",), ("县财政局",)]


def test_numbers_may_begin_anew_under_each_heading() -> None:
    found = read("2023年会议纪要", "一、河道", DUTIES[0], "二、资金", "1.县财政局要落实资金。")
    assert [names for _, names in found] == [("县水利局",), ("县财政局",)]


def test_paragraphs_without_numbers_that_follow_each_other() -> None:
    found = read(
        "2023年会议纪要", "一、河道", "县水利局负责清理河道。", "县财政局要落实资金。", "会议要求抓好落实。"
    )
    assert [names for _, names in found] == [("县水利局",), ("县财政局",)]


def test_who_else_a_sentence_names_joins_who_was_found() -> None:
    found = read("2023年要点", "1.县城管局要清扫街道；各镇负责小区清理。", DUTIES[1])
    assert found[0] == ("县城管局要清扫街道；各镇负责小区清理。", ("县城管局", "各镇"))


def test_who_does_it_all_does_no_part_of_it() -> None:
    plan = read_document_clauses(
        SourceDocument(("2023年纪要", "1.关于人才。县人社局负责引进博士2名。", DUTIES[1]))
    )
    assert [task.told for task in plan.tasks] == [(), ()]
    assert [task.note for task in plan.tasks] == ["", ""]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("2023年工作总结", *DUTIES),  # a report
        ("县防汛应急预案（试行）", *DUTIES),  # a rule that always holds
        ("县防汛措施", "第一条 县水利局负责清理河道。", "第二条 县财政局要落实资金。"),
        ("2023年要点", DUTIES[0], "2.河道通畅。", "3.水质良好。", "4.堤防牢固。"),  # one alone
        ("2023年要点", "县财政局要加强监管。", "县审计局要加强审计。"),  # any sentences
        ("2023年要点", "1.县公安局加强巡逻。", "2.县司法局开展普法。"),  # deeds, and no word of a duty
    ],
)
def test_other_lists_give_no_works(paragraphs: tuple[str, ...]) -> None:
    assert read(*paragraphs) == []


def test_standing_duties_beside_works_are_none() -> None:
    found = read(
        "2023年要点",
        "一、任务",
        "1.清理河道。（责任单位：县水利局）",
        "2.落实资金。（责任单位：县财政局）",
        "二、成员单位职责",
        "（一）县公安局负责治安。",
        "（二）县司法局负责普法。",
    )
    assert [names for _, names in found] == [("县水利局",), ("县财政局",)]


def test_a_mere_deed_of_an_office_says_who_beside_works_that_say_so_for_certain() -> None:
    deeds = (
        "1.推进信息发布。局综合科结合日常工作，及时收集、发布信息。",
        "2.强化制度建设。局综合科要建立公开制度。",
        "3.做好预决算公开。局财务科及时公开部门预决算。",
    )
    found = works("工作要点（2026年）", *deeds, "4.回复来信。由办公室办理。")
    assert [line.split("|")[4] for line in found] == ["局综合科", "局综合科", "局财务科", "办公室"]
    told_once = works("工作要点（2026年）", deeds[0], deeds[2], "3.做好总结。", "4.回复来信。由办公室办理。")
    assert [line.split("|")[4] for line in told_once] == ["办公室"]


@pytest.mark.parametrize("number", ["", "1."])
def test_offices_before_colons_are_read_where_a_paper_shares_out_duties(number: str) -> None:
    offices = (
        "农林水局：强化值守。",
        "城管局：落实人员，6月底前清淤。",
        "住建局：疏通管道。",
        "城关镇：排查危房。",
    )
    lines = [text if not number else f"{at}.{text}" for at, text in enumerate(offices, 1)]
    found = [one.split("|")[4] for one in works("各部门分工（2026年）", *lines)]
    assert found == ["农林水局", "城管局", "住建局", "城关镇"]


def test_all_of_a_kind_beside_offices_are_told_to_do_their_points() -> None:
    points = (
        "1.各营业所要主动联系。",
        "2.客服中心要做好受理。",
        "3.检修公司要做好特巡。",
        "4.各单位要高度重视。",
        "5.信息中心要保障通信。",
    )
    found = [one.split("|")[4] for one in works("保供电工作安排", *points)]
    assert found[:3] == ["各营业所", "客服中心", "检修公司"]
    assert not any("各单位" in one for one in found)


def test_whom_a_labelled_work_names_under_its_office_owes_nothing() -> None:
    found = works(
        *("议定事项督办通知", "一、关于招生", "责任单位：区教委", "配合单位：各街镇"),
        *("议定意见：请区公安分局做好政策解读。", "办理时限：8月底前"),
        *(
            "二、关于若干措施",
            "责任单位：区发改委",
            "议定意见：原则同意。请区发改委修改完善。",
            "办理时限：5月底前",
        ),
    )
    assert [one.split("|")[2:] for one in found] == [
        ["关于招生。请区公安分局做好政策解读。", "", "区教委", "各街镇", "8月底前"],
        ["关于若干措施。原则同意。请区发改委修改完善。", "", "区发改委", "", "5月底前"],
    ]


def test_all_of_a_kind_have_a_duty_beside_single_offices() -> None:
    own = ("县环保局。负责统一监督。", "县农委。负责秸秆利用。", "县财政局。负责落实经费。")
    assert read("禁烧方案", "一、职责分工", *own, "各乡镇政府。负责本辖区内的禁烧工作。")[-1] == (
        "各乡镇政府。负责本辖区内的禁烧工作。",
        ("各乡镇政府",),
    )
    assert len(read("禁烧方案", "一、重点任务", *own, "请各乡镇政府认真落实。")) == len(own)


FIRST = ("（一）就诊", "1.门诊部要合理安排诊室。", "2.药剂科要缩短取药时间。", "3.检验科要公示时限。")


def test_short_lists_beside_one_that_shares_out_works_do_so_too() -> None:
    others = ("（二）环境", "1.总务科负责增设候诊椅。", "2.保洁部每天清扫一次。", "（三）沟通")
    last = ("1.医务科每月组织一次调查。", "2.各临床科室要落实回访制度。")
    found = works("优质服务活动方案", *FIRST, *others, *last)
    assert [one.split("|")[4] for one in found][3:] == ["总务科", "保洁部", "医务科", "各临床科室"]


def test_demands_beside_such_a_list_share_out_nothing() -> None:
    others = ("（二）工作要求", "1.各科室要高度重视。", "2.办公室及时通报。")
    assert len(works("优质服务活动方案", *FIRST, *others)) == len(FIRST) - 1


def test_short_lists_under_a_heading_of_publicity_share_out_works_too() -> None:
    found = works(
        "2026年防火工作方案",
        "（一）加强宣传教育。",
        "1.各村要开展宣传，3月20日前签订承诺书。",
        "（二）严格管控。",
        "1.林业站会同派出所严查违规用火。",
        "2.护林员每天巡山。",
        "3.对特殊人群，由各村逐一落实监护人。",
        "（三）做好准备。",
        "1.应急办负责储备物资。",
    )
    assert [one.split("|")[4] for one in found] == ["各村", "派出所", "护林员", "各村", "应急办"]


DEPARTMENTS = ("负责查处超速行为。", "负责查处公务人员包庇，会同有关部门进行监督检查。", "依法确认经营资格。")


@pytest.mark.parametrize("numbers", [("（一）", "（二）", "（三）"), ("", "", "")])
@pytest.mark.parametrize("colon", ["：", "职责："])
def test_departments_are_called_by_what_they_look_after(numbers: tuple[str, ...], colon: str) -> None:
    names = ("公安部门", "监察、纠风部门", "工商行政管理部门")
    lines = [f"{no}{who}{colon}{work}" for no, who, work in zip(numbers, names, DEPARTMENTS, strict=True)]
    found = works("专项整治方案", "二、工作职责", *lines)
    assert [one.split("|")[4] for one in found] == ["公安部门", "监察部门、纠风部门", "工商行政管理部门"]
