"""Works of clauses as items: read by the rules that rows have, in every format."""

from __future__ import annotations

from datetime import date
from typing import Any

from qjtask.core.plan.plan import Milestone
from tests.importing.formats.word.test_docx import NUMBERING, numbered, word

HEAD = "青禾县2021年重点工作分工方案\n青禾县人民政府办公室\n2021年3月1日\n"


def test_dates_and_numbers_of_the_text_are_milestones_and_targets(kit: Any) -> None:
    text = "1.2021年4月底前完成可研，建成天桥2座，满意率不低于90%。（县住建局负责，12月底前完成）\n"
    item = next(kit.drafted(HEAD + text, "通知.txt").plan.items())
    assert item.deadline.date == date(2021, 12, 31)
    assert [one.by for one in item.milestones] == [date(2021, 4, 30)]
    assert isinstance(item.milestones[0], Milestone)
    assert any(target.at_least == "90" for target in item.targets)


def test_offices_stay_as_the_clause_parts_them(kit: Any) -> None:
    text = "1.建桥。（县住建局牵头，各镇、街道办事处负责，县财政局配合）\n"
    item = next(kit.drafted(HEAD + text, "通知.txt").plan.items())
    assert (item.lead, item.units, item.support) == (("县住建局",), ("各镇、街道办事处",), ("县财政局",))


def test_title_and_day_of_issue_are_those_of_the_notice(kit: Any) -> None:
    plan = kit.drafted(HEAD + "1.建桥。（县住建局负责）\n", "通知.txt").plan
    assert (plan.title, plan.year, plan.issued, plan.issuer) == (
        "青禾县2021年重点工作分工方案",
        2021,
        date(2021, 3, 1),
        "青禾县人民政府办公室",
    )


def test_word_s_automatic_numbers_are_numbers(kit: Any) -> None:
    body = (
        numbered("抓实城建") + numbered("建桥。（县住建局负责）", 1) + numbered("建路。（县交通局负责）", 1)
    )
    draft = kit.drafted(word(body, NUMBERING), "通知.docx")
    assert [item.id for item in draft.plan.items()] == ["1.1", "1.2"]
    assert draft.plan.groups[0].heading == "抓实城建"
