"""The objects of the commands that give other things than rows: totals, the letter, problems."""

from __future__ import annotations

from qjtask.core.letters.reminder import reminder
from qjtask.core.problem import Problem
from qjtask.core.standing.counts import tally
from qjtask.render.json_objects import letter_object, problem_object, tally_object
from tests.core.plans import day, entry, item, plan, span, standing


def test_problems() -> None:
    assert problem_object(Problem("f:1:2", "什么", is_warning=True)) == {
        "level": "warning", "where": "f:1:2", "what": "什么", "fix": None,
    }  # fmt: skip
    assert problem_object(Problem("f", "什么", "改"))["level"] == "error"


def test_a_tally_has_every_category_and_they_add_up() -> None:
    year = plan(item("1.1"), item("1.2", deadline="2021年5月31日"), item("1.3", deadline="持续推进"))
    assert tally_object(tally("合计", standing(year, [entry("1.1")]))) == {
        "name": "合计",
        "total": 3,
        "done": 1,
        "doing": 0,
        "todo": 0,
        "overdue": 1,
        "ongoing": 1,
        "reported": 0,
        "held": 0,
        "dropped": 0,
        "overdue_as_printed": 1,
        "extended": 0,
        "unread": 0,
        "silent": 1,
        "behind": 0,
        "targets_missed": 0,
        "targets_unmeasured": 0,
        "accepted": 0,
        "returned": 0,
    }


def test_a_letter_is_its_counts_and_what_each_unit_is_asked() -> None:
    year = plan(item("1.1", deadline="2021年5月31日"), item("1.2", deadline="持续推进"))
    letter = reminder(year, standing(year), day("06-10"), span("7d"))
    assert letter_object(letter) == {
        "until": "2021-06-17",
        "overdue": 1,
        "due_this_week": 0,
        "due_later": 0,
        "silent": 1,
        "unread": 0,
        "units": [
            {
                "unit": "审批科",
                "parts": [
                    {
                        "heading": "已逾期",
                        "lines": [
                            {
                                "id": "1.1",
                                "by": "2021-05-31",
                                "days": "逾期10天",
                                "what": "做好1.1",
                                "lead": "区行政服务中心",
                                "support": None,
                                "no": None,
                                "reason": "overdue",
                            }
                        ],
                    },
                    {
                        "heading": "超过30天没有进展记录",
                        "lines": [
                            {
                                "id": "1.2",
                                "by": None,
                                "days": "静默76天",
                                "what": "做好1.2",
                                "lead": "区行政服务中心",
                                "support": None,
                                "no": None,
                                "reason": "silent",
                            }
                        ],
                    },
                ],
            }
        ],
    }
