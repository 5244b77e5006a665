"""Labels, verbs and times."""

from __future__ import annotations

import pytest

from qjtask.importing.clauses.clause_words import (
    LABEL,
    VERB,
    closing_time,
    is_time,
    time_at_start,
    without_done,
)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("责任单位：", "UNITS"),
        ("市级责任部门:", "UNITS"),
        ("部门分工：", "UNITS"),
        ("承办科室：", "UNITS"),
        ("责任单位及责任人：", "UNITS"),
        ("责任庭室：", "UNITS"),
        ("责任支队：", "UNITS"),
        ("责任车间：", "UNITS"),
        ("责任所：", "UNITS"),
        ("责任系部：", "UNITS"),
        ("责任党支部：", "UNITS"),
        ("责任教研室：", "UNITS"),
        ("责任岗位：", "UNITS"),
        ("责任局室：", "UNITS"),
        ("承办庭室：", "UNITS"),
        ("认领单位：", "UNITS"),
        ("业主单位：", "UNITS"),
        ("落实站所：", "UNITS"),
        ("实施学院：", "UNITS"),
        ("牵头股室：", "LEAD"),
        ("主办中队：", "LEAD"),
        ("配合工作组：", "SUPPORT"),
        ("协办大队：", "SUPPORT"),
        ("协同部室：", "SUPPORT"),
        ("牵头单位：", "LEAD"),
        ("牵头：", "LEAD"),
        ("牵头责任单位：", "LEAD"),
        ("配合单位：", "SUPPORT"),
        ("参与部门：", "SUPPORT"),
        ("完成时限：", "DEADLINE"),
        ("时间要求：", "DEADLINE"),
        ("牵头领导：", "PERSON"),
        ("分管市领导：", "PERSON"),
        ("第一责任人：", "PERSON"),
        ("工作内容：", "WORK"),
        ("具体措施：", "WORK"),
        ("活动说明：", "WORK"),
        ("年度目标：", "TARGET"),
        ("项目名称：", "TASK"),
        ("备注：", "NOTE"),
    ],
)
def test_a_label_names_its_role(text: str, role: str) -> None:
    found = LABEL.match(text + "县住建局")
    assert found is not None
    assert found.lastgroup == role


@pytest.mark.parametrize(
    "text",
    [
        *("各责任单位要认真落实：", "责任编辑：", "落实：", "负责：", "附件：", "主送单位"),
        *(
            "责任清单：",
            "责任状：",
            "责任书：",
            "责任区域：",
            "实施办法：",
            "实施方案：",
            "配合要点：",
            "承办时间长：",
        ),
        *("落实机会：", "责任追究制度：", "实施地点：", "完成部分："),
    ],
)
def test_other_words_before_a_colon_are_none(text: str) -> None:
    assert LABEL.match(text) is None


@pytest.mark.parametrize(
    ("text", "before", "role"),
    [
        ("县住建局牵头", "县住建局", "LEAD"),
        ("县住建局牵头抓总", "县住建局", "LEAD"),
        ("县住建局、县财政局共同牵头负责", "县住建局、县财政局", "LEAD"),
        ("县财政局配合", "县财政局", "SUPPORT"),
        ("各有关部门积极配合做好相关工作", "各有关部门", "SUPPORT"),
        ("县财政局负责落实", "县财政局", "UNITS"),
        ("县住建局承办", "县住建局", "UNITS"),
        ("各镇（街道）具体落实", "各镇（街道）", "UNITS"),
        ("县住建局、县财政局按职责分工负责", "县住建局、县财政局", "shared"),
        ("各部门按照各自职责分工抓好落实", "各部门", "shared"),
        ("各部门按职责分工配合", "各部门", "shared"),
    ],
)
def test_a_verb_ends_a_segment(text: str, before: str, role: str) -> None:
    found = VERB.search(text)
    assert found is not None
    assert text[: found.start()] == before
    assert found[role]


@pytest.mark.parametrize("text", ["县统筹办", "县就业服务中心", "市退役军人事务局", "县供销社"])
def test_a_name_is_no_verb(text: str) -> None:
    assert VERB.search(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "6月底前完成",
        "2021年12月底前",
        "年内持续推进",
        "长期坚持",
        "并持续推进",
        "2021年6月底前取得实质性进展",
        "4月底前出台相关政策",
        "三季度",
        "按时序推进",
        "每季度末",
        "12月",
        "3个月内答复代表",
        "十个工作日内办结",
        "半年内",
        "两年内完成",
    ],
)
def test_times(text: str) -> None:
    assert is_time(text)


@pytest.mark.parametrize(
    "text", ["县住建局", "各镇街道", "2021年重点办", "新建天桥2座", "", "县委组织部", "3年内设机构"]
)
def test_no_times(text: str) -> None:
    assert not is_time(text)


def test_a_deadline_goes_without_done_and_a_longer_one_stays() -> None:
    assert without_done("6月底前完成") == "6月底前"
    assert without_done("6月底前完成可研") == "6月底前完成可研"
    assert without_done("持续推进") == "持续推进"


def test_the_last_words_of_a_work_may_be_its_time() -> None:
    assert closing_time("新建人行天桥2座，6月底前完成。") == "6月底前"
    assert closing_time("2021年底前完成可研，尽快开工。") == ""
    assert closing_time("新建人行天桥2座。") == ""
    assert closing_time("新建人行天桥2座。（6月底前）") == "6月底前"
    assert closing_time("评选文明家庭（持续推进）。") == "持续推进"
    for text in ("修订条例（2021年修订）", "新建学校（2021年）", "新建道路（一期）"):
        assert closing_time(text) == "", text


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6月底前完成8处整治", "6月底前"),
        ("每月开展一次督导", "每月"),
        ("6月底前", "6月底前"),
        ("整治8处", ""),
    ],
)
def test_the_time_that_words_begin_with(text: str, time: str) -> None:
    assert time_at_start(text) == time
