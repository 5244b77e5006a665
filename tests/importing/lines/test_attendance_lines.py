"""Who was there, and who gets a copy, are no part of any work."""

from __future__ import annotations

import pytest

from qjtask.importing.lines.attendance_lines import lists_members, says_who_attended
from tests.importing.works.documents import works


@pytest.mark.parametrize(
    "text",
    [
        "出席：张三",
        "列席人员：李四",
        "分送：县财政局、县教育局。",
        "参会人员：张三",
        "抄送:县委办",
        "会议记录：王五",
        "办公室、政策法规科、建筑市场监管科等科室、单位负责人参加了相关议题的研究。",
        "县财政局局长张三、县教育局主要负责同志列席会议",
        "县政府办、县住建局等单位参加会议。",
    ],
)
def test_such_lines_go_to_no_work(text: str) -> None:
    assert says_who_attended(text)
    found = works("1.交办事项：修桥", "责任单位：县住建局", "2.交办事项：修路", "责任单位：县交通局", text)
    assert [one.split("|")[2:5] for one in found] == [["修桥", "", "县住建局"], ["修路", "", "县交通局"]]


@pytest.mark.parametrize(
    "text",
    [
        "参加单位：县财政局",
        "出席会议的有：张三",
        "时间：6月底前",
        "记录在案：修路",
        "请各单位主要负责人参加会议。",
        "由县教育局负责人参加市里的会议。",
        "会议要求，各科室负责人参加专题会议，6月底前拿出方案。",
        "县教育局牵头，组织教师代表参加研究。",
        "县教育局要组织人员参加座谈，6月底前拿出意见。",
    ],
)
def test_labels_of_works_are_none(text: str) -> None:
    assert not says_who_attended(text)


def test_a_closing_sentence_is_no_rest_of_a_label() -> None:
    found = works(
        "1.清理河道淤积物3万立方米",
        "办理时限：7月15日前；责任科室：县交通运输局",
        "2.改造老旧小区8个",
        "办理时限：6月底前；责任科室：县自然资源局",
        "以上事项由办公室负责跟踪督办，定期通报进展情况。",
    )
    assert found[1].split("|")[4:] == ["县自然资源局", "", "6月底前"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("成　员：田源（派出所）、吴贵（林业站）、刘军（应急办）", True),
        ("主席团：王少辉、马德玉、董飞（学生会主席）。", True),
        ("副组长：瞿阳（镇党委副书记）", True),
        ("组委会主任：周  进、罗  萍", True),
        ("负责人：李明（教务处）", False),
        ("后勤组：搭建舞台，摆放座椅。", False),
        ("舞台布置：王平、李明（教务处）", False),
        ("成员：县住建局、县财政局", False),
    ],
)
def test_who_sits_in_a_body(text: str, wanted: bool) -> None:
    assert lists_members(text) is wanted


def test_persons_whom_an_office_sent_stand_below_those_who_attended() -> None:
    sent = "物业公司：陈经理、赵主管"
    works_below = ("1.保安部负责巡查，6月底前完成。", "2.工程部负责检修，7月底前完成。")
    found = works("沟通会会议纪要", "参会人：业委会：李建新、周敏", sent, *works_below)
    assert not any(sent in one for one in found)
    assert len(found) == len(works_below)
