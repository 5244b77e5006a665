"""Lists whose points are for all of a kind, and name no single office."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, works

TITLE = "2021年春季防火工作安排"
POINTS = ("1.各镇要落实防火责任。", "2.各村要组织巡逻队伍。", "3.各学校要开展防火教育。")


def test_they_are_works_of_all_of_the_kind() -> None:
    assert works(TITLE, *POINTS) == [
        f"{TITLE}|1|各镇要落实防火责任。||各镇||",
        f"{TITLE}|2|各村要组织巡逻队伍。||各村||",
        f"{TITLE}|3|各学校要开展防火教育。||各学校||",
    ]


@pytest.mark.parametrize("lead", ["6月3日前，", "在高考期间，"])
def test_a_time_may_stand_before_them(lead: str) -> None:
    found = works(TITLE, f"1.{lead}各供电所要检查线路。", "2.各供电所要安排值班。")
    assert [one.split("|")[4] for one in found] == ["各供电所", "各供电所"]


def test_a_point_beside_them_that_names_nobody_is_told() -> None:
    found = read(TITLE, *POINTS, "4.在考试期间不安排检修。")
    assert [task.units for task in found.tasks][3:] == [()]
    assert any("没有" in told.read for told in found.tasks[3].told)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("防火工作情况介绍", *POINTS),
        (TITLE, "1.各单位要高度重视。", "2.各部门要密切配合。"),
        (TITLE, POINTS[0], "2.加强宣传。", "3.严格执法。", "4.备足物资。"),
        ("防火工作总结", *POINTS),
    ],
)
def test_wishes_and_reports_share_out_nothing(paragraphs: tuple[str, ...]) -> None:
    assert works(*paragraphs) == []


def test_where_an_office_is_named_these_are_wishes_still() -> None:
    found = works(TITLE, "一、建桥（县住建局负责）", "二、要求", *POINTS)
    assert [one.split("|")[2] for one in found][:1] == ["建桥"]


def test_one_office_among_those_for_many_keeps_its_point() -> None:
    many = ("一、各乡镇人民政府要深入基层。", "二、各乡镇人民政府要加强应急值班，及时上报情况。")
    found = works("关于做好防寒工作的紧急通知", *many, "三、县住建局要于12月31日前上报情况。")
    assert [one.split("|")[4] for one in found] == ["各乡镇人民政府", "各乡镇人民政府", "县住建局"]


def test_points_for_all_of_a_kind_beside_those_of_offices_whatever_they_do() -> None:
    found = works(
        "安全生产月活动方案",
        "1.培训。6月10日前，由人力资源部组织。",
        "2.排查。6月15日前，各车间开展自查，安环部组织抽查。",
        "3.演练。6月20日，生产部牵头组织演练。",
        "4.总结。6月30日前，各部门将活动总结报安环部。",
        "5.评课。各教研组组织评课2次。",
    )
    offices = [one.split("|")[4] for one in found]
    assert offices == ["人力资源部", "各车间、安环部", "", "各部门", "各教研组"]


DUTIES = ("组委会统筹协调整体工作。", "各承办单位负责制定活动方案。", "各系分团委配合开展宣传组织工作。")


@pytest.mark.parametrize("heading", ["职责分工", "任务分工如下：", "工作分工"])
@pytest.mark.parametrize("numbers", [("（一）", "（二）", "（三）"), ("", "", "")])
def test_under_shared_duties_every_paragraph_begins_with_who_does_it(
    heading: str, numbers: tuple[str, ...]
) -> None:
    points = [number + text for number, text in zip(numbers, DUTIES, strict=True)]
    found = works("文化艺术节活动方案", "一、活动主题", "青春飞扬", f"二、{heading}", *points)
    assert [one.split("|")[4] for one in found] == ["组委会", "各承办单位", "各系分团委"]


STAGES = ("（一）部署阶段（5月）", "各学校制定方案。", "（二）整治阶段（6月）", "各学校组织自查。")


@pytest.mark.parametrize(
    "beside",
    [
        ("一、新建教学楼。（责任单位：县教育局）", "二、新建食堂。（责任单位：县教育局）"),
        ("一、活动方式", "（一）义诊", "由县卫健局会同县妇联组织，6月5日举行。"),
        ("一、实施步骤", *STAGES),
    ],
)
def test_shared_duties_are_works_beside_others_and_beside_stages(beside: tuple[str, ...]) -> None:
    own = ("（一）县公安局负责治安巡逻。", "（二）县住建局负责清理通道。")
    found = works("专项整治方案", *beside, "三、职责分工", *own)
    assert [one.split("|")[4] for one in found][-2:] == ["县公安局", "县住建局"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("一、活动要求", *DUTIES),
        ("一、职责分工", DUTIES[0], "加强宣传。", DUTIES[2]),
        ("一、职责分工", DUTIES[0]),
        ("一、领导小组职责分工", "办公室承担日常工作。", "宣传组统筹宣传报道。"),
    ],
)
def test_elsewhere_or_among_others_mere_deeds_share_out_nothing(paragraphs: tuple[str, ...]) -> None:
    assert works("文化艺术节活动方案", *paragraphs) == []


def test_a_mere_deed_beside_a_point_that_says_who_for_certain() -> None:
    found = works(
        "医院服务提升方案",
        "（一）提升护理服务",
        "1.护理部牵头，各科室配合，创建示范病房5个。",
        "2.护理部每季度组织一次质量检查。",
        "（二）活动要求",
        "1.各科室要高度重视。",
        "2.宣传科要做好宣传。",
    )
    assert [one.split("|")[3:5] for one in found] == [["护理部", ""], ["", "护理部"]]


def test_one_point_without_a_doer_leaves_deeds_alone() -> None:
    points = ("1.护理部牵头创建示范病房5个。", "2.护理部每季度组织一次检查。", "3.备足物资。")
    assert [one.split("|")[3:5] for one in works("医院服务提升方案", *points)] in ([], [["护理部", ""]])


def test_who_is_told_each_quarter_is_no_office_with_the_one_told() -> None:
    point = "1.排查。每季度末，各子公司向集团法务部报送报告；审计部开展专项检查。"
    found = works("合规工作计划", point, "2.修订。法务部负责修订办法。", "3.培训。人力资源部负责组织培训。")
    assert found[0].split("|")[4] == "各子公司、审计部"


SCHEME = "食品安全专项整治工作方案"


@pytest.mark.parametrize("stop", ["。", "：", "（7月20日前）："])
def test_a_title_may_stand_before_all_of_a_kind(stop: str) -> None:
    found = works(SCHEME, f"（一）动员部署阶段{stop}各县（市、区）要定方案。", "（二）总结。各校要上报。")
    assert [one.split("|")[4] for one in found] == ["各县（市、区）", "各校"]


def test_paragraphs_under_titles_are_for_all_of_a_kind_and_for_offices() -> None:
    found = works(
        SCHEME,
        "一、主要措施",
        "（一）压实责任",
        "各乡镇要制定计划。",
        "市公安局要查处违法行为。",
        "（二）加大宣传",
        "市委宣传部负责协调媒体。",
        "各学校要发放资料。",
    )
    offices = [name for one in found for name in one.split("|")[4].split("、")]
    assert offices == ["各乡镇", "市公安局", "市委宣传部", "各学校"]


def test_few_points_of_a_list_say_for_whom_they_are() -> None:
    points = ("1.各镇要制定方案。", "2.严格执法。", "3.备足物资。", "4.加强宣传。", "5.各村要组织巡查。")
    found = works(SCHEME, *points)
    assert [one.split("|")[4] for one in found if one.split("|")[4]] == ["各镇", "各村"]


DEMANDS = ("一、工作要求", "1.各村须于6月10日前报送名单。", "2.街道卫生院要设立救护点。")


def test_demands_are_works_where_no_label_hands_out_any() -> None:
    found = works(SCHEME, "一、职能分工", "1.县公安局负责维护治安。", *DEMANDS)
    assert [one.split("|")[4] for one in found] == ["县公安局", "各村", "街道卫生院"]


def test_demands_beside_works_with_labels_are_none() -> None:
    found = works(SCHEME, "一、任务", "1.新建泵站。（责任单位：县水利局）", *DEMANDS)
    assert [one.split("|")[4] for one in found] == ["县水利局"]


def test_paragraphs_on_days_are_works_whatever_their_verb() -> None:
    found = works(
        SCHEME,
        "一、部门职责",
        "（一）公安部门：维护秩序。",
        "（二）县交通局：负责检测车辆。",
        "二、实施步骤",
        "（一）5月10日前，各县（区）成立专班。",
        "（二）5月11日至8月31日，市治超办组织开展整治。",
        "（三）9月1日至9月10日，各县（区）将总结上报市治超办。",
    )
    offices = [one.split("|")[4] for one in found]
    assert offices == ["公安部门", "县交通局", "各县（区）", "市治超办", "各县（区）"]


def test_who_is_named_behind_all_of_a_kind_and_by_a_later_sentence_does_it_too() -> None:
    found = works(
        SCHEME,
        "（一）宣传。10月10日至10月31日，各乡镇要开展宣传，县融媒体中心要开设专栏。",
        "（二）公安、交通部门要加强管控。县公路分局负责除雪。",
        "（三）排查。安监部门牵头，公安、交通等部门配合，对企业进行一次排查。",
    )
    assert [one.split("|")[3:6] for one in found] == [
        ["", "各乡镇、县融媒体中心", ""],
        ["", "公安部门、交通部门、县公路分局", ""],
        ["安监部门", "", "公安部门、交通部门"],
    ]


@pytest.mark.parametrize("wish", ["各乡镇要高度重视，加强领导。", "加强领导。各乡镇要高度重视。"])
def test_a_mere_wish_among_them_is_neither_work_nor_asked_about(wish: str) -> None:
    found = read(SCHEME, "一、工作要求", f"1.{wish}", "2.各村要开展巡查。", "3.县财政局要落实经费。")
    assert [task.units for task in found.tasks] == [("各村",), ("县财政局",)]
    assert not found.doubts


def test_a_wish_with_a_day_is_a_work() -> None:
    wish = "1.各乡镇要高度重视，明确专人，2月3日前将节目报县文化局。"
    assert len(works(SCHEME, wish, "2.县供电公司要保障用电。")) == 2
