"""Where clauses stand in a paragraph."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_finder import brackets, find_clauses
from qjtask.importing.clauses.clause_sentences import with_doer_behind

NOBODY = Vocabulary(())


def found(text: str, *, bare: bool = True) -> list[tuple[str, tuple[str, ...]]]:
    search = find_clauses(text, NOBODY, bare=bare)
    return [(one.text, one.clause.names if one.clause else ()) for one in search.stretches]


@pytest.mark.parametrize("sign", ["（）", "()", "〔〕", "【】", "［］", "[]"])
def test_in_brackets_of_every_kind(sign: str) -> None:
    text = f"新建天桥2座。{sign[0]}责任单位：县住建局、各镇（街道）{sign[1]}"
    assert found(text) == [("新建天桥2座。", ("县住建局", "各镇（街道）"))]


def test_in_brackets_whoever_is_in_charge() -> None:
    assert found("场地划线。（负责：体育组、总务处）") == [("场地划线。", ("体育组", "总务处"))]
    assert found("负责：起草文件") == [("负责：起草文件", ())]


def test_several_and_what_stands_after_the_last() -> None:
    text = "标题。甲事（县住建局负责）乙事。（县民政局牵头，县财政局配合）丙事。"
    wanted = [("标题。甲事", ("县住建局",)), ("乙事。", ("县民政局", "县财政局")), ("丙事。", ())]
    assert found(text) == wanted


def test_brackets_side_by_side_are_one_clause() -> None:
    search = find_clauses("新建天桥。（责任单位：甲局）（完成时限：6月底）", NOBODY, bare=True)
    assert [(one.units, one.deadline) for one in search.clauses] == [(("甲局",), "6月底")]


def test_the_text_without_its_clauses_is_whole() -> None:
    for text in ("建桥（县住建局负责）。很好。", "建桥。（县住建局负责）。很好。"):
        assert find_clauses(text, NOBODY, bare=True).text == "建桥。很好。"


@pytest.mark.parametrize(
    "text",
    ["新建天桥2座。责任单位：县住建局。", "责任单位：县住建局", "新建天桥2座，由县住建局负责。"],
)
def test_without_brackets(text: str) -> None:
    assert [one.units for one in find_clauses(text, NOBODY, bare=True).clauses] == [("县住建局",)]


def test_labels_without_brackets_end_with_their_sentence() -> None:
    text = "甲事。责任单位：县住建局、县水利局。完成时限：6月底。乙事。责任单位：县民政局。"
    assert found(text) == [("甲事。", ("县住建局", "县水利局")), ("乙事。", ("县民政局",))]
    assert found("责任单位：县住建局。县里要支持。") == [("", ("县住建局",)), ("县里要支持。", ())]


def test_a_bracket_that_is_never_closed_ends_the_paragraph() -> None:
    assert found("新建天桥。（责任单位：县住建局") == [("新建天桥。", ("县住建局",))]


def test_names_alone_in_brackets_only_at_a_sentence_s_end() -> None:
    assert found("新建天桥。（县住建局）") == [("新建天桥。", ("县住建局",))]
    assert found("县有关部门（县住建局）要新建天桥。") == [("县有关部门（县住建局）要新建天桥。", ())]
    assert found("新建天桥。（县住建局）", bare=False) == [("新建天桥。（县住建局）", ())]


@pytest.mark.parametrize(
    "text",
    [
        "推进县住建局（以下简称住建局）的工作。",
        "按照通知（国发〔2021〕5号）要求。",
        "会议时间：3月1日；地点：县政府。",
        "由此可见，工作很重要。",
    ],
)
def test_other_brackets_and_colons_are_none(text: str) -> None:
    search = find_clauses(text, NOBODY, bare=True)
    assert not any(clause.is_shared for clause in search.clauses)
    assert not search.told


def test_a_line_that_says_nothing_but_who_does_it() -> None:
    assert found("县财政局、县应急管理局牵头落实") == [("", ("县财政局", "县应急管理局"))]
    assert found("县财政局牵头落实，6月底前完成。") == [("", ("县财政局",))]
    for text in ("县财政局要牵头落实", "各方面积极配合", "县财政局"):
        assert found(text) == [(text, ())]
    assert found("县财政局牵头落实", bare=False) == [("县财政局牵头落实", ())]


def test_offices_within_a_sentence() -> None:
    text = "清理文山会海，责任单位为县委办、县应急管理局，配合单位是县档案馆，6月底前完成。"
    clause = find_clauses(text, NOBODY, bare=True).clauses[0]
    assert (clause.units, clause.support, clause.deadline) == (
        ("县委办", "县应急管理局"),
        ("县档案馆",),
        "6月底前",
    )
    for other in ("各级各部门，责任单位是第一责任人。", "工作中，牵头单位为主动一方。"):
        assert not find_clauses(other, NOBODY, bare=True).clauses


def test_a_bracket_like_a_clause_is_told() -> None:
    assert find_clauses("强化督查（含责任单位自查）。", NOBODY, bare=True).told == ("含责任单位自查",)
    tagged = find_clauses("做事。责任单位：县城管局（牵头）、县公安局。", NOBODY, bare=True)
    assert (tagged.told, tagged.clauses[0].lead) == ((), ("县城管局",))


def test_brackets_within_brackets_are_not_cut() -> None:
    assert [inside for _, _, inside in brackets("甲（乙（丙）丁）戊（己")] == ["乙（丙）丁", "己"]


@pytest.mark.parametrize(
    "text",
    [
        "新建天桥。县财政局要落实资金。",
        "新建天桥。县住建局应组织验收，6月底前完成。",
        "县住建局负责新建天桥。",
        "由县住建局牵头，6月底前完成天桥。".replace("县住建局", "各方面"),
        "由于县住建局负责，天桥已经建成。",
    ],
)
def test_a_sentence_that_says_more_than_who_is_no_clause(text: str) -> None:
    assert not find_clauses(text, NOBODY, bare=False).clauses


def test_a_last_sentence_or_the_beginning_of_the_first_may_say_who() -> None:
    last = find_clauses("新建天桥。县住建局牵头，县公安局配合，6月底前完成。", NOBODY, bare=False)
    assert (last.text, last.clauses[0].lead, last.clauses[0].deadline) == (
        "新建天桥。",
        ("县住建局",),
        "6月底前",
    )
    first = find_clauses("由县住建局牵头，会同县公安局，于6月底前建成天桥。", NOBODY, bare=False)
    assert (first.text, first.clauses[0].units) == ("于6月底前建成天桥。", ("县公安局",))
    only_when = find_clauses("建成天桥，由县住建局负责，6月底前完成。", NOBODY, bare=False)
    assert (only_when.text, only_when.clauses[0].deadline) == ("建成天桥", "6月底前")


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("县住建局：负责新建人行天桥2座。", "新建人行天桥2座。（责任单位：县住建局）"),
        ("县住建局：牵头负责新建人行天桥2座。", "新建人行天桥2座。（牵头单位：县住建局）"),
        ("县住建局负责人是第一责任人。", "县住建局负责人是第一责任人。"),
        ("县住建局负责的项目共有五个。", "县住建局负责的项目共有五个。"),
        ("县住建局负责新建人行天桥2座。", "县住建局负责新建人行天桥2座。"),
        ("各方面：负责新建人行天桥2座。", "各方面：负责新建人行天桥2座。"),
        ("县住建局：负责建桥。", "县住建局：负责建桥。"),
    ],
)
def test_who_does_it_is_put_behind_the_work(text: str, turned: str) -> None:
    assert with_doer_behind(text, NOBODY) == turned


def test_a_sentence_for_each_office() -> None:
    text = "增加值：增长7%，责任单位为县统计局；投资增长9%，责任单位为县发改局、县住建局，6月底前完成；"
    wanted = [("增加值：增长7%", ("县统计局",)), ("投资增长9%", ("县发改局", "县住建局"))]
    assert found(text) == wanted
    both = "建桥，责任单位为县住建局；配合单位为县财政局。"
    assert [(one.units, one.support) for one in find_clauses(both, NOBODY, bare=True).clauses] == [
        (("县住建局",), ("县财政局",))
    ]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("关于清淤。由县住建局牵头，5月25日前完成8公里管网清淤。", "5月25日前"),
        ("关于腾房。由县住建局牵头，6月底前完成12户签约，9月底前完成腾房交地。", "9月底前"),
        ("关于督导。县住建局牵头，每月开展一次督导。", "每月"),
    ],
)
def test_a_sentence_that_says_what_is_to_be_done_stays(text: str, deadline: str) -> None:
    search = find_clauses(text, NOBODY, bare=True)
    assert search.text == text
    assert [(clause.lead, clause.deadline) for clause in search.clauses] == [(("县住建局",), deadline)]
    assert not find_clauses(text, NOBODY, bare=False).clauses


def test_several_parts_of_a_sentence_each_with_its_office() -> None:
    assert found("新建幼儿园2所，由县教育局负责；新建卫生室5个，由县卫健局负责。") == [
        ("新建幼儿园2所", ("县教育局",)),
        ("新建卫生室5个", ("县卫健局",)),
    ]
    assert found("新建桥，由县住建局负责，由县财政局配合；新建路，由县交通局负责。") == [
        ("新建桥", ("县住建局", "县财政局")),
        ("新建路", ("县交通局",)),
    ]


def test_a_sentence_that_begins_with_who_does_it() -> None:
    assert (
        find_clauses("县商务局牵头，县公安局配合，改造农贸市场3处。", NOBODY, bare=False).text
        == "改造农贸市场3处。"
    )
    assert not find_clauses("由于县商务局负责，农贸市场已经改造。", NOBODY, bare=False).clauses


def test_a_label_without_a_colon() -> None:
    search = find_clauses("新建管网12公里。责任单位县水务局，完成时限10月底前。", NOBODY, bare=False)
    assert [(clause.units, clause.deadline) for clause in search.clauses] == [(("县水务局",), "10月底前")]
    assert not find_clauses("新建管网12公里。责任单位要切实负责。", NOBODY, bare=False).clauses


@pytest.mark.parametrize(
    "clause",
    [
        "牵头部门：县住建局；配合部门：县财政局",
        "县住建局牵头，县财政局配合。",
        "由县住建局牵头，县财政局配合。",
    ],
)
def test_a_dash_leads_in_a_clause(clause: str) -> None:
    search = find_clauses(f"修订清单。——{clause}", NOBODY, bare=False)
    assert search.text.strip("。") == "修订清单"
    assert [(one.lead, one.support) for one in search.clauses] == [(("县住建局",), ("县财政局",))]


def test_names_in_brackets_behind_parts_of_one_sentence_are_all_clauses() -> None:
    wanted = [("新建学校2所", ("市教育局",)), ("改造校舍30处", ("市住建局",)), ("招聘教师", ("市人社局",))]
    assert found("新建学校2所（市教育局），改造校舍30处（市住建局）、招聘教师（市人社局）。") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "由市体育局（市教育局），举办赛事10场（市财政局）。",
        "建设数据中心（市图书馆），举办赛事10场（市财政局）。",
        "推进平台（含市供销社），举办赛事10场（市财政局）。",
        "推进平台建设（试点县区），举办赛事10场（市财政局）。",
        "推进（市教育局）平台，举办赛事10场（市财政局）。",
    ],
)
def test_a_name_in_brackets_that_explains_a_word_is_none_of_them(text: str) -> None:
    assert [names for _, names in found(text)] == [("市财政局",)]


def test_names_in_brackets_that_no_others_end_are_told() -> None:
    search = find_clauses("推广备课（市教育局），安排资金。（责任单位：市财政局）", NOBODY, bare=True)
    assert (search.told, [one.units for one in search.clauses]) == (("市教育局",), [("市财政局",)])


def test_names_in_brackets_before_nothing_but_a_time_end_a_sentence() -> None:
    assert found("修路5公里（县交通局），6月底前完成。")[0] == ("修路5公里", ("县交通局",))
    assert found("修路5公里（县交通局），6月底前完成招标并开工建设。") == [
        ("修路5公里（县交通局），6月底前完成招标并开工建设。", ())
    ]


def test_how_much_a_whole_year_is_to_bring_is_no_deadline_beside_a_day() -> None:
    text = "同意该措施。由市商务局牵头，市财政局配合，于11月底前制定指南并申报，确保全年出口增长3%。"
    assert [one.deadline for one in find_clauses(text, NOBODY, bare=True).clauses] == ["11月底前"]


def test_whoever_organizes_a_work_and_whoever_takes_part() -> None:
    search = find_clauses("启动仪式。6月3日上午，由综合办公室组织，全体员工参加。", Vocabulary(()), bare=True)
    assert search.clauses[0].units == ("综合办公室",)
    assert search.clauses[0].support == ("全体员工",)


def test_the_offices_of_all_sentences_of_a_paragraph() -> None:
    text = "医务科负责病历检查；质控科负责每月汇总分析；药剂科负责每月处方点评。"
    (clause,) = find_clauses(text, Vocabulary(()), bare=True).clauses
    assert (clause.units, clause.deadline) == (("医务科", "质控科", "药剂科"), "")


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("校医室：负责现场急救", "现场急救（责任单位：校医室）"),
        ("各班主任：负责看台秩序", "看台秩序（责任单位：各班主任）"),
        ("教务处主任：负责排出课表", "排出课表（责任单位：教务处；责任人：教务处主任）"),
    ],
)
def test_short_duties_and_posts_of_all_of_a_kind(text: str, turned: str) -> None:
    assert with_doer_behind(text, Vocabulary(())) == turned


def test_with_whom_an_office_does_something_is_no_name_with_what_they_do() -> None:
    text = "关于治堵。请县公安局牵头，会同县交通局、城关镇制定方案，8月20日前报县委办。"
    assert found(text) == [(text, ())]


@pytest.mark.parametrize(
    ("text", "units", "deadline"),
    [
        ("大会组织及宣传：学生处负责。", ("学生处",), ""),
        ("会徽前导：4名男生（高二负责）", ("高二",), ""),
        ("校园巡查，禁止校外人员进入（保卫科、值周教师）", ("保卫科", "值周教师"), ""),
        ("学生游园活动。（各年段长）", ("各年段长",), ""),
        ("装路灯。责任人：王海（村委委员），完成时限：6月30日前。", (), "6月30日前"),
    ],
)
def test_doers_of_schools_and_villages(text: str, units: tuple[str, ...], deadline: str) -> None:
    (clause,) = find_clauses(text, Vocabulary(()), bare=True).clauses
    assert (clause.units, clause.deadline) == (units, deadline)


def test_an_office_before_a_colon_is_no_matter() -> None:
    search = find_clauses("县住建局：县财政局负责。", Vocabulary(()), bare=True)
    assert not any(clause.units == ("县财政局",) and not clause.is_bare for clause in search.clauses)


def test_all_that_parts_with_by_name_are_kept_beside_the_last() -> None:
    text = "名单由竞赛部提供，奖品由宣传部提供，秘书处具体组织实施。"
    assert found(text) == [(text, ("竞赛部", "宣传部", "秘书处"))]
    lead, support = "区执法局", ("区工商", "环保", "卫生", "交通")
    (clause,) = find_clauses(
        f"由{lead}牵头，由区工商、环保、卫生和交通等部门参加，组成执法组。", NOBODY, bare=True
    ).clauses
    assert (clause.lead, clause.support) == ((lead,), support)


@pytest.mark.parametrize(
    ("bracket", "units"),
    [("班主任负责", ("班主任",)), ("各班保育员", ("各班保育员",)), ("校长负责", ())],
)
def test_those_who_hold_a_post_in_brackets(bracket: str, units: tuple[str, ...]) -> None:
    clauses = find_clauses(f"建立图书角2个。（{bracket}）", Vocabulary(()), bare=True).clauses
    assert [name for clause in clauses for name in clause.units] == [*units]


def test_a_grade_behind_a_time_does_nothing() -> None:
    assert find_clauses("3月1日下午（大班）", Vocabulary(()), bare=True).clauses == ()


@pytest.mark.parametrize(
    ("text", "left", "units", "notes"),
    [
        ("保养电梯，工程部、维保单位共同完成。", "保养电梯", ("工程部", "维保单位"), ()),
        ("补种绿化，环境部、工程部联合完成，4月底前完成。", "补种绿化", ("环境部", "工程部"), ()),
        ("清洗外墙，责任人：环境部主管王丽，6月底前完成。", "清洗外墙", (), ("责任人：环境部主管王丽",)),
        ("组织消防演练，责任人：李强、张涛。", "组织消防演练", (), ("责任人：李强、张涛",)),
    ],
)
def test_last_parts_say_who_does_it_together_or_answers_for_it(
    text: str, left: str, units: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    search = find_clauses(text, Vocabulary(()), bare=True)
    assert search.text == left
    assert [(one.units, one.notes) for one in search.clauses] == [(units, notes)]
