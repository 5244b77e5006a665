"""Minutes: who is told to do what within sentences, and headings that stand in one paragraph with it."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, told, works


@pytest.mark.parametrize(
    ("text", "lead", "units", "support"),
    [
        ("防汛工作由市水利局、市应急局共同负责。", "", "市水利局、市应急局", ""),
        ("规划编制工作由市发改委牵头，市统计局配合。", "市发改委", "", "市统计局"),
        ("加装电梯18部，由市住建局负责，各社区配合做好意见征询。", "", "市住建局", "各社区"),
        ("加装电梯，由市住建局负责，市财政局积极配合落实资金。", "", "市住建局", "市财政局"),
        ("由市城管局负责整治占道，会同市市场监管局每周检查2次。", "", "市城管局", "市市场监管局"),
        ("市住建局负责道路修补，市财政局配合做好资金保障。", "", "市住建局", "市财政局"),
        ("责成市交通局修路3公里。", "", "市交通局", ""),
        ("会议要求市交通局修路3公里。", "", "市交通局", ""),
        ("请市交通局修路3公里。", "", "市交通局", ""),
        ("用房竣工后，由市国资局将其纳入管理范畴。", "", "市国资局", ""),
        ("关于绿化事宜，委托市园林中心组织实施。", "", "市园林中心", ""),
        ("关于经费事宜，授权市财政局审核拨付。", "", "市财政局", ""),
        ("关于防火事宜，安排市应急局9月底前排查。", "", "市应急局", ""),
        ("关于信访事宜，指定市信访局牵头办理。", "市信访局", "", ""),
    ],
)
def test_offices_of_a_sentence_by_their_roles(text: str, lead: str, units: str, support: str) -> None:
    found = works("一、重点", "1.由市教育局负责建学校。", "2.由市水利局负责修渠。", f"3.{text}")
    assert found[2].split("|")[3:6] == [lead, units, support]


@pytest.mark.parametrize(
    "text", ["由民政局负责新建食堂10家。", "安排资金540万元，由区财政局负责于6月底前拨付到位。"]
)
def test_who_does_it_all_does_no_part_of_it(text: str) -> None:
    paragraphs = ("一、关于食堂", text, "二、关于修路", "由县交通局负责修路3公里。")
    assert not any("哪一部分" in one for one in told(*paragraphs))
    assert [task.note for task in read(*paragraphs).tasks] == ["", ""]


def test_a_heading_with_its_work_in_one_paragraph_heads_it() -> None:
    found = works(
        "一、关于食堂",
        "由民政局负责新建食堂10家。",
        "二、关于修路。由交通局负责修路3公里。",
        "三、关于调查。",
        "（一）由统计局负责调查20户。",
        "（二）由财政局负责落实资金5万元。",
        "四、关于水渠：会议要求，由水利局负责修渠2公里。",
    )
    assert [one.split("|")[0] for one in found] == [
        "关于食堂",
        "关于修路",
        "关于调查",
        "关于调查",
        "关于水渠",
    ]


def test_sections_that_are_works_themselves_stay_without_a_heading() -> None:
    found = works("一、修路。由县交通局负责。", "二、建桥。由县住建局负责。")
    assert [one.split("|")[:3] for one in found] == [["", "1", "修路。"], ["", "2", "建桥。"]]


@pytest.mark.parametrize(
    "lead", ["会议决定：", "议定：", "会议议定以下事项：", "会议明确：", "经研究，会议决定："]
)
def test_a_list_behind_what_a_meeting_decides_is_parted(lead: str) -> None:
    text = f"{lead}1.由县交通局负责修路3公里。2.由县财政局落实资金50万元。"
    assert [one.split("|")[1] for one in works("一、关于修路", text)] == ["1", "2"]


def test_the_first_of_a_list_behind_what_a_meeting_decides_is_not_lost() -> None:
    found = read(
        "一、关于规划",
        "议定：1、成立领导小组，办公室设在县发改委。",
        "2、经费由县财政局负责落实。",
        "3、由县住建局负责选址。",
    )
    assert [doubt.read for doubt in found.doubts] == ["“成立领导小组，办公室设在县发改委”没有写责任单位"]


def test_a_first_topic_without_an_office_is_a_group_of_its_own() -> None:
    lines = (
        "第106次常务会议纪要",
        "一、审议《实施办法》",
        "会议议定：原则同意，以区政府党组名义提请区委审议。",
        "二、审议《请示》",
        "会议议定：原则同意，由兴东集团按程序组织实施。",
        "三、听取情况汇报",
        "会议议定：（一）由区财政局负责，11月30日前拨付资金。（二）由区审计局负责，12月底前完成审计。",
        "四、研究慰问工作",
        "会议议定：原则同意，由区民政局组织实施。",
    )
    found = [line.split("|") for line in works(*lines)]
    assert [(one[0].rpartition("：")[2], one[4]) for one in found] == [
        ("审议《实施办法》", ""),
        ("审议《请示》", "兴东集团"),
        ("听取情况汇报", "区财政局"),
        ("听取情况汇报", "区审计局"),
        ("研究慰问工作", "区民政局"),
    ]
    assert found[0][2] == "会议议定：原则同意，以区政府党组名义提请区委审议。"


def test_whoever_is_told_to_do_something_in_minutes_has_a_work() -> None:
    topics = ("一、环境整治", "保卫科要尽快清理过期药品。", "二、其他", "略。")
    assert works("县医院周会会议纪要", *topics)[0].split("|")[4] == "保卫科"
    assert not works("2026年工作回顾", *topics)


def test_what_minutes_ask_behind_what_was_said_is_told_where_it_is_not_read() -> None:
    lines = (
        "会议纪要",
        "1.由县住建局负责修桥。",
        "2.会议指出，成效明显。6月底前要核实情况。",
        "3.由县交通局负责修路。",
        "4.会议听取了汇报。会议指出，成效明显。",
    )
    (doubt,) = read(*lines).doubts
    assert doubt.read.startswith("“会议指出，成效明显")


def test_what_is_to_be_done_is_no_office_beside_those_that_do_it() -> None:
    text = "会议强调，要加强协作。请安全监察部牵头，生产技术部配合，修订合同管理办法，年底前完成。"
    found = works("1." + text, "2.由县交通局负责修路。")[0]
    assert found.split("|")[2:] == [text, "安全监察部", "", "生产技术部", "年底前"]


def test_points_counted_in_a_sentence_are_works_where_most_are_asked_of_somebody() -> None:
    points = (
        "一是要求新城镇集团保证经费；二是由新水公司继续牵头负责创建工作；"
        "三是要求施工单位保质保量；四是做好人员安排。"
    )
    found = works("研讨会会议纪要（2026年）", f"吴总提出了四点要求：{points}")
    assert [line.split("|")[4] for line in found] == ["新城镇集团", "新水公司", "施工单位", ""]


def test_all_points_of_a_list_are_works_where_most_say_who() -> None:
    points = ("1.施工单位应按承诺投入人力。", "2.监理部负责每周检查。", "3.县水利局6月底前抽检已完工程。")
    found = works("约谈会议纪要（2026年）", "会议决定：", *points)
    assert [line.split("|")[4] for line in found] == ["施工单位", "监理部", "县水利局"]


def test_what_is_asked_for_and_counted_in_one_paragraph_is_parted() -> None:
    text = "会议要求：一要抓项目。县发改局要加强调度。二要抓工业。县工信局要落实包联。"
    found = works("某县常务会议纪要", "一、听取了汇报", text)
    assert [one.split("|")[2] + one.split("|")[4] for one in found] == [
        "抓项目。县发改局要加强调度。县发改局",
        "抓工业。县工信局要落实包联。县工信局",
    ]


def test_a_title_over_a_matter_under_a_label_stands_before_it() -> None:
    labels = ("交办事项：清理垃圾12处。", "责任单位：城建办")
    found = works("交办清单", "一、环境整治", *labels, "二、秸秆禁烧", *labels)
    assert found[0].split("|")[2] == "环境整治。清理垃圾12处。"


def test_what_is_decided_behind_a_mere_lead_in_stays_whole() -> None:
    lines = (
        "会议研究了信访工作。会议决定，由办公室牵头，9月10日前拿出意见。",
        "会议决定，由县财政局负责筹资。",
    )
    found = works("某县会议纪要", *lines)
    assert found[0].split("|")[2:] == [lines[0], "办公室", "", "", "9月10日前"]


def test_a_matter_before_by_whom_is_no_name() -> None:
    points = (
        "1.停课通知由教务处负责落实。",
        "2.门票；学生代表队、教师代表队进场由体育系负责。",
        "3.活动由工会负责安排。",
    )
    assert not any("学生代表队" in one.split("|")[4] for one in works("运动会工作安排", *points))


@pytest.mark.parametrize(
    ("last", "more"),
    [
        ("会议强调，各有关单位要高度重视，密切配合。", ""),
        ("会议还听取了东河治理情况的汇报。", ""),
        ("张建国强调，要加快进度。", ""),
        ("最后，县长张建国要求，要抓好落实。", ""),
        ("注：以上金额含税。", ""),
        ("按照省水利厅要求，同步做好水土保持。", "按照省水利厅要求，同步做好水土保持。"),
    ],
)
def test_what_is_said_to_all_behind_the_last_point_is_no_part_of_it(last: str, more: str) -> None:
    found = works("会议议定：", "一、县水利局负责疏浚东河。", "二、县公安局负责做好交通疏导。", last)
    assert found[-1].split("|")[2] == f"县公安局负责做好交通疏导。{more}"


def test_who_looks_after_all_items_does_none_of_them() -> None:
    found = works(
        "会议纪要",
        "会议议定：",
        "一、县住建局负责改造小区18个。",
        "二、有关方面要同步改造管线。",
        "三、县财政局及时拨付资金，县审计局全程跟踪审计。",
        "四、以上事项由县政府办公室负责督办。",
    )
    assert [one.split("|")[3:6] for one in found] == [
        ["", "县住建局", ""],
        ["", "", ""],
        ["", "县财政局、县审计局", ""],
    ]


def test_a_paragraph_beside_points_is_a_work_of_its_own() -> None:
    found = works(
        *("会议纪要", "一、研究治理方案", "会议原则同意县发改局提出的方案，由县发改局修改完善后印发。"),
        *("会议明确：", "1.由县水务局负责清淤。", "2.由县环保局负责排查。"),
        *("二、研究创卫", "会议原则同意县卫健局提出的方案，按程序报县委常委会研究。", "会议明确："),
        *("1.关于经费问题。县财政安排县卫健局工作经费50万元。", "2.由县市场中心负责改造。"),
    )
    assert [one.split("|")[4] for one in found] == ["县水务局", "县环保局", "县发改局", "", "县市场中心"]


@pytest.mark.parametrize(
    "closing", ["请接办单位于每周五下班前报送进展。", "请各责任单位每月底前将进展报区政府办（督查室）。"]
)
def test_whom_a_closing_asks_for_reports_has_no_work(closing: str) -> None:
    found = works("交办单", "1.由区城管局负责整治夜市。", "2.请区水务局4月底前提出意见。", closing)
    assert [one.split("|")[4] for one in found] == ["区城管局", "区水务局"]


def test_a_deed_behind_its_time_stays_in_the_work() -> None:
    found = works(
        *("会议纪要", "会议明确：", "1.路灯问题。由县供电公司负责，12月10日前完成接电。"),
        "2.管线问题。由县城建局牵头，电信、移动、广电公司配合，11月底前完成迁改。",
    )
    assert [one.split("|")[2:] for one in found] == [
        ["路灯问题。由县供电公司负责，12月10日前完成接电。", "", "县供电公司", "", "12月10日前"],
        [
            "管线问题。由县城建局牵头，电信、移动、广电公司配合，11月底前完成迁改。",
            "县城建局",
            "",
            "电信、移动、广电公司",
            "11月底前",
        ],
    ]


def test_offices_called_by_what_they_look_after_help() -> None:
    found = works("会议纪要", "会议要求，区市监局牵头，卫健、民政等行业主管部门密切配合，开展排查。")
    assert found[0].split("|")[3:6] == ["区市监局", "", "卫健、民政"]


def test_whoever_must_set_right_what_was_found_does_it() -> None:
    found = works(
        *("督办通知", "1.消防设施不完善。", "整改责任单位：宜化公司", "整改期限：6月30日前"),
        *("2.桥面板锈蚀。", "整改牵头单位：市城管委", "整改配合单位：市住建局", "整改期限：5月底前"),
    )
    assert [one.split("|")[3:] for one in found] == [
        ["", "宜化公司", "", "6月30日前"],
        ["市城管委", "", "市住建局", "5月底前"],
    ]


@pytest.mark.parametrize(
    "last", ["市政府督查室对以上事项落实情况进行跟踪督办。", "市政府督查室负责对以上事项跟踪督办。"]
)
def test_who_looks_after_items_by_a_whole_sentence_does_none_of_them(last: str) -> None:
    found = works(
        *("专题会议议定事项", "一、由市住建局牵头，开展排查。", "二、市教育局会同市公安局开展整治。"),
        f"三、{last}",
    )
    assert [one.split("|")[3:6] for one in found] == [["市住建局", "", ""], ["市教育局", "市公安局", ""]]


def test_who_looks_after_items_is_no_part_of_the_one_before() -> None:
    found = works(
        *("会议纪要", "会议议定：", "1.县住建局负责改造小区。", "2.管网要统一改造。"),
        "3.以上事项由县政府督查室督办。",
    )
    assert [one.split("|")[2] for one in found] == ["县住建局负责改造小区。", "管网要统一改造。"]


def test_a_closing_for_those_who_supervise_is_no_part_of_the_last_work() -> None:
    found = works(
        *("督办通知", "1.堵塞通道。", "责任单位：东山街道", "2.桥面锈蚀。", "责任单位：市城管委"),
        "各督办单位要加强跟踪督导，并将结果报市安委办。",
    )
    assert [one.split("|")[2] for one in found] == ["堵塞通道。", "桥面锈蚀。"]


def test_a_letter_to_one_office_gives_it_what_follows_and_whom_it_joins() -> None:
    found = works(
        *(
            "关于落实县长现场办公会精神的督办函",
            "县交通运输局：",
            "4月8日，县长在河西乡开会，明确由你局负责以下事项：",
        ),
        *("1.加快改造道路，9月底前完成；", "2.会同河西乡政府做好群众工作。"),
        "请你局抓紧落实，于每月20日前将进展报县政府督查室。",
    )
    assert [one.split("|")[2:5] for one in found] == [
        ["加快改造道路，9月底前完成；", "", "县交通运输局"],
        ["会同河西乡政府做好群众工作。", "县交通运输局", "河西乡政府"],
    ]


def test_what_is_decided_of_an_item_is_a_list_of_works() -> None:
    found = works(
        *("党政联席会议纪要", "一、研究人居环境", "决定：1.由农业农村办牵头清理垃圾；"),
        "2.财政所安排专项资金。",
    )
    assert [one.split("|")[3:5] for one in found] == [["农业农村办", ""], ["", "财政所"]]


def test_all_of_a_kind_are_named_behind_a_title_and_behind_single_offices() -> None:
    found = works(
        *("会议纪要", "（一）压实责任。各乡镇党政主要负责同志要亲自上手。", "（二）县应急局要完善预案。"),
        "（三）备足物资。县发改局负责救灾物资，各乡镇结合实际备足物资。",
        "（四）市人社局、市总工会联合举办招聘会。",
        "（五）县水利局负责巡查，各单位密切配合，各乡镇高度重视。",
    )
    assert [one.split("|")[4] for one in found] == [
        "各乡镇",
        "县应急局",
        "县发改局、各乡镇",
        "市人社局、市总工会",
        "县水利局",
    ]


def test_how_it_is_printed_and_who_pays_the_rest_stay_in_the_work() -> None:
    found = works(
        *("会议纪要", "会议议定：", "一、会议同意《要点》，由县委组织部负责，以县委办文件印发各单位执行。"),
        "二、同意改造道路，由市财政局负责落实；不足部分由襄城区政府自筹。",
    )
    assert [one.split("|")[2:5] for one in found] == [
        ["会议同意《要点》，由县委组织部负责，以县委办文件印发各单位执行。", "", "县委组织部"],
        ["同意改造道路，由市财政局负责落实；不足部分由襄城区政府自筹。", "", "市财政局、襄城区政府"],
    ]


def test_what_a_meeting_heard_under_a_title_is_of_that() -> None:
    found = works(
        *("常务会议纪要", "一、审议责任清单", "会议听取了汇报。会议原则同意，修改完善后印发。"),
        *("二、研究清淤", "会议听取了汇报。由县水务局负责清淤。", "三、研究修路", "由县交通局负责修路。"),
    )
    assert found[0].split("|")[2] == "审议责任清单。会议听取了汇报。会议原则同意，修改完善后印发。"


def test_who_looks_after_all_works_is_in_none_of_them() -> None:
    found = read(
        *("院长办公会纪要", "一、同意更新电梯，由总务科负责，8月底前完成。"),
        *("二、同意招聘医师20名，由人事科负责。", "以上事项由院办负责督办。"),
    )
    assert [task.units for task in found.tasks] == [("总务科",), ("人事科",)]
    assert [task.note for task in found.tasks] == ["", ""]


def test_what_is_asked_of_all_of_a_kind_by_a_day_is_theirs() -> None:
    found = works(
        "党政联席会议纪要",
        "一、关于消防整改。由民政办牵头负责的敬老院消防整改，要于6月20日前完成。",
        "二、关于人居环境。各村要全面清理垃圾，6月15日前将完成情况报人居办。",
        "三、关于作风。各村要高度重视。",
    )
    assert [one.split("|")[3:5] for one in found[:2]] == [["民政办", ""], ["", "各村"]]
