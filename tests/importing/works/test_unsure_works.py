"""What a refusal says of paragraphs that say who does what and were taken for no works."""

from __future__ import annotations

import pytest

from qjtask.importing.works.clause_reading import read_clause_plan
from qjtask.importing.works.unsure_works import why_no_works
from tests.importing.works.documents import document, read

_RULE = ("防汛应急预案", "一、职责分工", "1.保卫科负责车辆。", "2.财务科负责经费。", "3.后勤科负责管网。")
_DEEDS = ("运动会活动方案", "一、活动安排", "1.宣传部通知时间、地点。", "2.体育部准备器材。")


@pytest.mark.parametrize(
    ("paragraphs", "seen", "fix"),
    [
        (_RULE, "标题“防汛应急预案”像总结、制度或预案，其中3段写着单位做什么", "--clauses"),
        (_DEEDS, "“宣传部通知时间、地点。”、“体育部准备器材。”等2段写着单位", "整理成表格"),
        (("活动方案", "1.由宣传部通知时间。", "2.场地整洁。"), "“由宣传部通知时间。”写着单位", "整理成表格"),
        (
            ("方案", "1.镇政府召开会议，各村也要开会。", "2.整洁。"),
            "“镇政府召开会议，各村也要开会。”写着单位",
            "整理成表格",
        ),
        (
            ("方案", "1.此事重要。因此，各村要巡逻。", "2.整洁。"),
            "“此事重要。因此，各村要巡逻。”写着单位",
            "整理成表格",
        ),
    ],
)
def test_they_are_named_with_the_reason(paragraphs: tuple[str, ...], seen: str, fix: str) -> None:
    plan = read(*paragraphs)
    what, to_do = why_no_works(plan)
    assert not plan.tasks
    assert what.startswith(seen)
    assert fix in to_do


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("防汛应急预案", "1.堤防牢固。", "2.人员到位。"),  # nobody
        ("活动方案", "宣传部通知时间、地点。"),  # no list
        ("活动方案", "1.场地整洁。", "2.各单位要高度重视。"),
        ("活动方案", "1.场地整洁。", "2.统一思想，各有关部门要密切配合。"),
        ("活动方案", "1.场地整洁。", "2.去年召开会议，各村都要开会。"),
        ("禁烧总结", "1.镇政府召开会议，各村也要开会。", "2.场地整洁。"),
    ],
)
def test_nothing_is_said_where_no_list_names_a_doer(paragraphs: tuple[str, ...]) -> None:
    assert why_no_works(read(*paragraphs)) == ("", "")


def test_a_rule_is_read_where_a_person_wants_its_paragraphs() -> None:
    plan = read_clause_plan(document(*_RULE), whatever_titled=True)
    assert [task.units for task in plan.tasks] == [("保卫科",), ("财务科",), ("后勤科",)]
    assert not read(*_RULE).tasks
