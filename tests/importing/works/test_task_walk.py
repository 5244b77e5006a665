"""Which paragraphs are works, which head them, and whose they are."""

from __future__ import annotations

import pytest

from tests.importing.works.documents import read, told, works


def given(*paragraphs: str) -> list[tuple[str, ...]]:
    """The places of works that are told to have their offices from elsewhere."""
    return [one.rows for one in read(*paragraphs).doubts if "没有自己的责任单位" in one.read]


def test_a_paragraph_with_one_clause_is_one_work_and_stays_whole() -> None:
    assert works("一、城建", "1.建桥。要抓紧。要抓好。（县住建局负责）") == [
        "城建|1|建桥。要抓紧。要抓好。||县住建局||"
    ]


def test_a_clause_after_the_title_has_the_text_behind_it_too() -> None:
    assert works("一、城建", "（一）建桥（县住建局负责）。要抓紧。") == ["城建|1|建桥。要抓紧。||县住建局||"]
    assert works("一、城建", "（一）建桥（县住建局负责）", "要抓紧。", "青禾县人民政府") == [
        "城建|1|建桥。要抓紧。||县住建局||"
    ]


def test_several_clauses_in_one_paragraph_are_several_works() -> None:
    text = "1.建桥。（县住建局负责）建路。（县交通局负责）"
    assert works("一、城建", text) == ["城建|1|建桥。||县住建局||", "城建|-|建路。||县交通局||"]
    assert told("一、城建", text) == ["一段里写了2处责任单位"]


def test_label_lines_belong_to_the_number_over_them() -> None:
    assert works("1.建桥", "责任单位：县住建局", "完成时限：6月底", "2.建路", "责任单位：县交通局") == [
        "|1|建桥||县住建局||6月底",
        "|2|建路||县交通局||",
    ]


def test_label_lines_under_a_name_of_their_own_begin_a_work() -> None:
    assert works("项目名称：城南大桥", "责任单位：县住建局", "项目名称：城北大桥", "责任单位：县交通局") == [
        "|-|城南大桥||县住建局||",
        "|-|城北大桥||县交通局||",
    ]


def test_paragraphs_without_numbers_are_works_under_their_heading() -> None:
    lines = ("（五）激发活力。", "落实政策。（县税务局负责）", "建设空间。（县科技局负责）")
    assert works(*lines) == ["激发活力|-|落实政策。||县税务局||", "激发活力|-|建设空间。||县科技局||"]


def test_one_clause_at_the_end_covers_the_list_before_it() -> None:
    for last in (("2.减材料。", "（县司法局负责）"), ("2.减材料。（县司法局负责）",)):
        sign = "；" if len(last) == 1 else "。"
        lines = ("（一）优化环境", f"1.减时限{sign}", *last, "（二）加强监管。（县市监局负责）")
        assert works(*lines)[0] == f"|1|优化环境。1.减时限{sign}2.减材料。||县司法局||"


def test_a_sentence_at_the_end_of_the_last_of_several_whole_works_is_its_own() -> None:
    lines = ("（一）优化环境", "1.减时限。", "2.减材料。（县司法局负责）", "（二）加强监管。（县市监局负责）")
    assert works(*lines) == [
        "优化环境|1|减时限。||||",
        "优化环境|2|减材料。||县司法局||",
        "|2|加强监管。||县市监局||",
    ]
    assert "前后的工作写了责任单位，这一项没有" in told(*lines)


LABELS = ("责任单位：县城管局", "配合单位：县公安局", "完成时限：6月底前")
POINTS = ("1、清理死角。", "2、修补公厕。", "3、规范停车。")


def test_labels_behind_the_points_of_a_heading_are_said_of_each() -> None:
    own = [f"|{number}|{text[2:]}||县城管局|县公安局|6月底前" for number, text in enumerate(POINTS, 1)]
    under = [f"环境整治{one}" for one in own]
    assert works("（一）环境整治", *POINTS, *LABELS) == under
    assert given("（一）环境整治", *POINTS, *LABELS) == [("第2段", "第3段")]
    assert works(*POINTS, *LABELS) == own
    assert works("（一）环境整治", *POINTS, LABELS[0]) == [
        one.replace("县公安局|6月底前", "|") for one in under
    ]
    other = ("（二）秩序整治", "1、取缔摊点。", "2、疏导交通。", "责任单位：县公安局")
    assert works("（一）环境整治", *POINTS, *LABELS, *other) == [
        *under,
        "秩序整治|1|取缔摊点。||县公安局||",
        "秩序整治|2|疏导交通。||县公安局||",
    ]


def test_a_deadline_behind_the_points_of_one_work_is_its_own() -> None:
    points = ("1.清理楼道。", "2.施划停车线。")
    lines = (
        "一、社区环境",
        "责任单位：各社区",
        *points,
        "完成时限：5月20日前",
        "二、市场秩序",
        "责任单位：城管中队",
    )
    found = works("任务分解", *lines, *points, "完成时限：持续推进")
    assert [one.split("|")[4:] for one in found] == [
        ["各社区", "", "5月20日前"],
        ["城管中队", "", "持续推进"],
    ]


def test_labels_under_a_point_of_several_that_have_some_are_its_own() -> None:
    lines = (POINTS[0], "责任单位：县水利局", POINTS[1], *LABELS)
    assert works("（一）环境整治", *lines) == [
        "环境整治|1|清理死角。||县水利局||",
        "环境整治|2|修补公厕。||县城管局|县公安局|6月底前",
    ]
    lacking = (POINTS[0], "责任单位：县水利局", POINTS[1], POINTS[2], *LABELS)
    assert works("（一）环境整治", *lacking)[1] == "环境整治|2|修补公厕。||||"


def test_labels_behind_the_last_section_are_no_other_s() -> None:
    sections = ("一、听取汇报。", "二、研究城市管理。", *LABELS)
    assert "|1|听取汇报。||县城管局|县公安局|6月底前" not in works(*sections)
    passing = ("（一）总体要求。", "（二）清理死角。", *LABELS)
    assert works(*passing) == ["|2|清理死角。||县城管局|县公安局|6月底前"]


def test_a_heading_gives_its_clause_to_those_without() -> None:
    lines = ("一、城建（牵头单位：县住建局）", "1.建桥。", "2.建路。（责任单位：县交通局）")
    assert works(*lines) == ["城建|1|建桥。|县住建局|||", "城建|2|建路。|县住建局|县交通局||"]
    assert given(*lines) == [("第2段",)]


@pytest.mark.parametrize(
    ("heading", "is_asked"), [("一、城建（牵头单位：县住建局）：", False), ("一、城建（县住建局）", True)]
)
def test_what_a_heading_says_in_so_many_words_of_all_below_is_plain(heading: str, *, is_asked: bool) -> None:
    lines = (heading, "1.建桥。", "2.建路。", "二、绿化", "1.种树。（县林业局）")
    assert len(works(*lines)) == len(lines) - 2
    assert given(*lines) == [("第2段", "第3段")] * is_asked


def test_a_heading_s_clause_with_a_deadline_is_a_work_s() -> None:
    lines = ("一、城建（责任单位：县住建局；完成时限：6月底）", "1.完成可研。", "2.完成招标。")
    assert works(*lines) == ["|1|城建。1.完成可研。2.完成招标。||县住建局||6月底"]


def test_a_heading_whose_clause_nobody_needs_is_told() -> None:
    lines = ("一、城建（责任单位：县住建局）", "1.建路。（责任单位：县交通局）")
    assert told(*lines) == ["标题写了责任单位，下面各项另有自己的"]


def test_a_sentence_over_works_with_its_own_clause_is_a_work_too() -> None:
    lines = ("（一）优化环境，减轻负担。（县府办牵头）", "具体措施：", "1.减时限。（县审批局负责）")
    assert works(*lines) == [
        "优化环境，减轻负担|1|减时限。||县审批局||",
        "优化环境，减轻负担|-|优化环境，减轻负担。|县府办|||",
    ]


def test_offices_as_headings_have_the_works_below() -> None:
    assert works("一、县教育局（2项）", "1.办学。", "2.扩园。", "二、县民政局", "1.养老。") == [
        "县教育局|1|办学。||县教育局||",
        "县教育局|2|扩园。||县教育局||",
        "县民政局|1|养老。||县民政局||",
    ]


def test_a_list_of_members_is_none_of_works() -> None:
    assert works("一、建桥。（县住建局负责）", "二、成员单位", "1.县住建局", "2.县公安局") == [
        "|1|建桥。||县住建局||"
    ]


@pytest.mark.parametrize(
    ("between", "is_work"),
    [("2.绿化道路。", True), ("2.保障措施。", True), ("绿化道路。", False), ("（1）绿化道路。", False)],
)
def test_a_number_between_works_is_a_work_without_offices(between: str, *, is_work: bool) -> None:
    lines = ("1.建桥。（县住建局负责）", between, "3.建路。（县交通局负责）")
    assert ("|2|" in "".join(works(*lines))) is is_work


def test_headings_without_works_say_nothing_and_others_are_told() -> None:
    read_ = read("一、建桥。（县住建局负责）", "二、抓交通", "三、抓民生", "四、工作要求", "五、保障措施")
    assert [task.work for task in read_.tasks] == ["建桥。"]
    assert [(doubt.place, doubt.read) for doubt in read_.doubts if "没有写责任单位" in doubt.read] == [
        ("第2段", "“抓交通”、“抓民生”没有写责任单位")
    ]


def test_a_paragraph_that_says_who_and_was_not_understood_is_told_so() -> None:
    read_ = read("一、建桥。（县住建局负责）", "二、抓交通", "三、市气象局等负责加密预报", "四、工作要求")
    assert [(doubt.place, doubt.read) for doubt in read_.doubts if "“" in doubt.read] == [
        ("第2段", "“抓交通”没有写责任单位"),
        ("第3段", "“市气象局等负责加密预报”写着谁负责，没有读懂"),
    ]


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        ((1, 2, 3), []),
        ((1, 2, 4), ["编号从2.跳到4."]),
        ((1, 3, 2), ["编号有2处不连着（从1.跳到3.、从3.退回2.）"]),
        ((1, 2, 2), ["编号2.重复"]),
        ((3, 4), ["编号从3.开始"]),
    ],
)
def test_numbers_that_do_not_follow_are_told(numbers: tuple[int, ...], wanted: list[str]) -> None:
    found = read("一、城建", *(f"{n}.建桥{n}座。（县住建局负责）" for n in numbers))
    assert [one.read for one in found.doubts if one.read.startswith("编号")] == wanted


def test_numbers_that_go_on_behind_paragraphs_that_are_no_works_follow() -> None:
    found = read(
        "一、总体要求",
        "1.指导思想。坚持以文塑旅。",
        "2.总体布局。构建总体发展格局。",
        "二、重点任务",
        *(f"{n}.建桥{n}座。（县住建局负责）" for n in (3, 4, 6)),
    )
    assert [one.read for one in found.doubts if one.read.startswith("编号")] == ["编号从4.跳到6."]


def test_all_numbers_that_do_not_follow_are_one_doubt_about_the_works_that_have_them() -> None:
    found = read("一、城建", *(f"{n}.建桥{n}座。（县住建局负责）" for n in range(3, 80, 3)))
    (doubt,) = (one for one in found.doubts if one.read.startswith("编号"))
    assert doubt.read.startswith("编号有26处不连着（从3.开始、从3.跳到6.、")
    assert doubt.read.endswith("、从33.跳到36.……）")
    assert doubt.rows == tuple(f"第{at}段" for at in range(2, 28))


def test_numbers_may_run_on_under_the_next_heading_or_begin_again() -> None:
    for second in (2, 1):
        found = read("一、甲", "1.建桥。（县住建局负责）", "二、乙", f"{second}.建路。（县交通局负责）")
        assert not any(one.read.startswith("编号") for one in found.doubts)


def test_text_after_a_work_is_not_its_own() -> None:
    lines = ("1.建桥。要抓紧。（县住建局负责）", "青禾县人民政府办公室", "2021年3月1日", "（此件公开发布）")
    assert works(*lines) == ["|1|建桥。要抓紧。||县住建局||"]


def test_a_title_over_paragraphs_with_lines_of_offices_under_them() -> None:
    made = works("一、甲", "（一）乙", "建桥。", "县住建局牵头落实", "建路。", "县交通局牵头，县财政局配合")
    assert made == ["甲：乙|-|建桥。|县住建局|||", "甲：乙|-|建路。|县交通局||县财政局|"]


def test_what_minutes_keep_is_no_work() -> None:
    made = works(
        "一、关于天桥。由县住建局牵头，6月底前开工。",
        "二、关于招商。会议听取了汇报，原则同意。",
        "三、关于防汛。由县水利局负责。",
        "四、会议还研究了其他事项。",
    )
    assert [one.split("|")[1:3] for one in made] == [["1", "关于天桥。"], ["3", "关于防汛。"]]


def test_what_is_said_of_carrying_out_the_plan_is_no_work() -> None:
    made = works(
        *("一、重点工作", "（一）建桥。（县住建局负责）", "（二）修路。（县交通局负责）", "二、保障措施"),
        *("（一）加强领导。由县住建局牵头，定期会商。", "（二）加强保障。落实资金。（县财政局负责）"),
    )
    assert [one.split("|")[2] for one in made] == ["建桥。", "修路。", "加强保障。落实资金。"]


@pytest.mark.parametrize(
    "closing", ["请各牵头单位于3月10日前将方案报督查室。", "各责任单位要抓好落实。", "以上工作按月调度。"]
)
def test_what_ends_a_notice_is_no_part_of_its_last_work(closing: str) -> None:
    listed = ["1.建桥2座（县住建局牵头）", "2.改造500户（县民政局牵头，10月底前完成）"]
    assert [one.split("|")[2] for one in works(*listed, closing)] == ["建桥2座", "改造500户"]
    assert told(*listed[:1], closing, listed[1])[0].startswith(f"责任单位后面还有“{closing[:9]}")


def test_sentences_under_a_title_with_a_clause_are_the_work() -> None:
    made = works("1.提升服务（县住建局牵头）", "优化流程。", "2.建桥（县住建局牵头）")
    assert made[0].split("|")[2] == "提升服务。优化流程。"


def test_a_number_stands_apart_from_a_year_behind_it() -> None:
    made = works(
        "一、水质不达标。", "责任单位：县水务局", "整改措施：", "1.提标改造。", "2.2018年9月底前截污。"
    )
    assert [one.split("|")[2] for one in made] == ["水质不达标。整改措施：1.提标改造。2. 2018年9月底前截污。"]


@pytest.mark.parametrize(
    ("work", "read"),
    [
        ("推进道路建设，责任单位另行通知。", "写着“责任单位另行通知”，责任单位没有读懂"),
        ("推进桥梁建设，涉及部门共同牵头。", "写着“涉及部门共同牵头”，责任单位没有读懂"),
        ("坚持谁管理、谁负责。", "前后的工作写了责任单位，这一项没有"),
        ("建立负责人制度。", "前后的工作写了责任单位，这一项没有"),
        ("推进公园建设。", "前后的工作写了责任单位，这一项没有"),
    ],
)
def test_words_on_offices_that_were_not_understood_are_shown(work: str, read: str) -> None:
    lines = ["1.新建学校2所。（责任单位：县教育局）", f"2.{work}", "3.改造管网。（责任单位：县水务局）"]
    assert told(*lines) == [read]


def test_labels_alone_part_works_where_the_first_comes_again() -> None:
    lines = [
        text
        for work, who in (("修桥", "县住建局"), ("修路", "县交通局"))
        for text in (f"工作任务：{work}", "工作措施：明确专人", f"责任单位：{who}", "完成时限：6月底前")
    ]
    found = [line.split("|") for line in works("2021年重点工作", "2021年3月1日", *lines)]
    assert [(one[2], one[4], one[6]) for one in found] == [
        ("修桥；明确专人", "县住建局", "6月底前"),
        ("修路；明确专人", "县交通局", "6月底前"),
    ]


def test_a_numbered_line_of_labels_is_a_work_of_its_own() -> None:
    found = works(
        "1.工作任务：修桥。完成时限：5月底前；承办单位：县住建局",
        "2.工作任务：修路。完成时限：6月底前；承办单位：县交通局",
    )
    assert [line.split("|")[1:3] + line.split("|")[4:5] for line in found] == [
        ["1", "修桥。", "县住建局"],
        ["2", "修路。", "县交通局"],
    ]


def test_minutes_by_topics_give_each_paragraph_to_its_offices() -> None:
    found = works(
        "一、资金安排",
        "县财政局于12月20日前拨付资金。",
        "二、食堂改造",
        "会议听取了汇报。会议决定，由县教育局负责改造。",
        "三、道路修复",
        "关于修路问题：责成县交通局制定方案。",
    )
    assert [line.split("|")[4] for line in found] == ["县财政局", "县教育局", "县交通局"]


def test_a_list_in_the_middle_of_a_paragraph_is_parted() -> None:
    text = "会议听取了汇报。会议要求：（一）县住建局要完善设计。（二）县财政局要统筹资金。"
    found = works("一、研究改造事宜", text, "二、研究防火工作", "由县林业局负责排查隐患。")
    assert [line.split("|")[4] for line in found] == ["县住建局", "县财政局", "县林业局"]


@pytest.mark.parametrize("number", ["", "一、"])
def test_works_under_what_may_be_a_place_beside_offices_are_its_own(number: str) -> None:
    heads = [f"{number}图书馆", f"{number.replace('一', '二')}科研处", f"{number.replace('一', '三')}总务处"]
    colon = "" if number else "："
    found = works(*(line for head in heads for line in (f"{head}{colon}", "1.完善照明。")))
    assert [line.split("|")[4] for line in found] == ["图书馆", "科研处", "总务处"]
    assert not read(*(line for head in heads for line in (f"{head}{colon}", "1.完善照明。"))).doubts


def test_the_paragraph_under_an_office_is_its_work() -> None:
    duties = ("（1）市林业局。", "负责火灾扑救的组织。", "（2）沈阳警备区。", "负责调动部队参加扑救。")
    assert works("各单位职责任务", *duties) == [
        "|1|市林业局。负责火灾扑救的组织。||市林业局||",
        "|2|沈阳警备区。负责调动部队参加扑救。||沈阳警备区||",
    ]


def test_an_office_over_one_paragraph_is_a_heading_where_others_head_points() -> None:
    points = ("（一）负责看台。", "（二）发放补贴。")
    found = works("一、学工部", *points, "二、卫生所", "在主席台南边设救护站。", "三、保卫处", *points)
    assert found[2] == "卫生所|-|在主席台南边设救护站。||卫生所||"
    assert not told("一、学工部", *points, "二、卫生所", "在主席台南边设救护站。", "三、保卫处", *points)


@pytest.mark.parametrize(("first", "second"), [("⑴", "⑵"), ("1.", "2."), ("（1）", "（2）")])
def test_an_office_and_its_work_in_a_paragraph_are_none_of_the_list_above(first: str, second: str) -> None:
    lists = ("农林水局：", f"{first}强化值守。", f"{second}加强预警。")
    found = works(
        "防汛备汛工作分工", *lists, "金龙街道：排查危房5户。", "城管局：落实值守人员，6月底前清淤。"
    )
    assert [one.split("|")[2] + one.split("|")[4] for one in found] == [
        "强化值守。农林水局",
        "加强预警。农林水局",
        "排查危房5户。金龙街道",
        "落实值守人员，6月底前清淤。城管局",
    ]


def test_a_label_under_an_instruction_says_who_does_it() -> None:
    found = works(
        "督查室领导批示交办单",
        "1.市长批示：“已完成20项，请交通局尽快销号。”",
        "承办单位：市交通局；办结时限：9月25日前",
        "2.副市长批示：“海洋局抓紧整改，市督查室搞好配合。”",
        "承办单位：市海洋局；协办单位：市督查室",
    )
    assert [one.split("|")[4:6] for one in found] == [["市交通局", ""], ["市海洋局", "市督查室"]]


def test_a_contact_under_an_office_leaves_it_a_heading() -> None:
    lines = (
        "一、学工部",
        "联系人：樊继福",
        "（一）负责看台。",
        "（二）发放补贴。",
        "二、保卫处",
        "（一）维持秩序。",
    )
    assert [one.split("|")[4] for one in works(*lines)] == ["学工部", "学工部", "保卫处"]
    assert not told(*lines)


def test_offices_on_a_line_behind_a_label_s_are_told() -> None:
    lines = ("1.建桥。", "责任单位：县住建局", "县交通局、县财政局", "2.建路。（县交通局负责）")
    assert told(*lines) == ["责任单位后面还有“县交通局、县财政局”"]


def test_what_stands_behind_the_labels_is_no_part_of_a_work_with_a_content_of_its_own() -> None:
    lines = ("（一）提升服务", "工作内容：建校2所。", "牵头单位：县教育局", "完成时限：6月底前")
    past = "近年来，先后投入1.2亿元新建学校6所。"
    paragraphs = ("一、教育", *lines, past, "（二）招考教师。", "牵头单位：县人社局")
    assert works(*paragraphs)[0] == "教育|1|提升服务。建校2所。|县教育局|||6月底前"
    assert told(*paragraphs) == ["责任单位后面还有“近年来，先后投入1.2亿元新建…”"]


def test_works_without_names_begin_with_whichever_label_comes_first() -> None:
    own = ("主要任务：规范车位。", "完成时限：6月底前")
    for label in ("主要任务", "督办事项"):
        lines = ("责任单位：县交通局", f"{label}：加固桥", "责任单位：县住建局", f"{label}：改造路")
        assert [one.split("|")[2:5] for one in works("督办清单", *lines)] == [
            ["加固桥", "", "县交通局"],
            ["改造路", "", "县住建局"],
        ]
    named = ("乱停乱放", "牵头单位：区交警大队", *own, "乱搭乱建", "牵头单位：区城管局", *own)
    assert [one.split("|")[2:] for one in works("任务书", *named)] == [
        ["乱停乱放。规范车位。", "区交警大队", "", "", "6月底前"],
        ["乱搭乱建。规范车位。", "区城管局", "", "", "6月底前"],
    ]


def test_what_was_decided_under_who_does_it_is_the_work() -> None:
    decided = ("一、关于养老", "责任单位：市民政局", "议定事项：年内新增床位2000张，由市财政局落实资金。")
    assert works("议定事项分解", *decided, "二、关于公交", "责任单位：市交通局", "议定事项：调整线路。") == [
        "议定事项分解|1|关于养老。年内新增床位2000张，由市财政局落实资金。||市民政局、市财政局||",
        "议定事项分解|2|关于公交。调整线路。||市交通局||",
    ]
