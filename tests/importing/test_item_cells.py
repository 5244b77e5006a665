"""One work and its cells: offices with their roles, blanks and blank words, notes, doubts with its id."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from qjtask.importing.cells.items import Reading, ReadItem, read_item
from qjtask.importing.cells.work_times import TimeFrame
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.outline.work_numbers import GroupDraft, Member
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.lead_notes import LeadNote
from qjtask.importing.words.name_breaks import Known

FOUND = FoundWork("1", (), "做一件事。", "", "甲局", "", "6月底前", "", "表1第2行")
READING = Reading(
    TimeFrame(2021, None, "完成时限一栏是空的", is_usual=False),
    Known(Counter()),
    frozenset((Role.NUMBER, Role.WORK, Role.UNITS, Role.DEADLINE)),
)
HELPERS = READING._replace(roles=frozenset((Role.WORK, Role.LEAD, Role.SUPPORT, Role.DEADLINE)))


def read(
    found: FoundWork, reading: Reading = READING, *, lead: str = "", no: str = "", note: str = ""
) -> ReadItem:
    member = Member("1.1", found, found.work, no, note)
    return read_item(member, GroupDraft("1", "甲", lead, (member,)), reading)


def told(one: ReadItem) -> list[str]:
    return [doubt.read for doubt in one.doubts]


def test_a_plain_work_raises_no_doubt() -> None:
    one = read(FOUND, no="7", note="换页")
    assert (one.item.id, one.item.work, one.item.units, one.item.no) == ("1.1", "做一件事。", ("甲局",), "7")
    assert (one.item.note, one.place, one.doubts) == ("换页", "表1第2行", ())


def test_each_column_of_offices_keeps_its_role() -> None:
    one = read(FOUND._replace(lead="甲局", units="乙局、丙局", support="丁局"))
    assert (one.item.lead, one.item.units, one.item.support) == (("甲局",), ("乙局", "丙局"), ("丁局",))


@pytest.mark.parametrize(
    ("change", "reading", "what"),
    [
        ({"units": ""}, READING, "没有写责任单位"),
        ({"units": "/"}, READING, "没有写责任单位"),
        ({"units": "", "lead": ""}, HELPERS, "没有写牵头单位"),
        ({"units": "没有"}, READING, "责任单位写的是“没有”"),
        ({"deadline_text": "不涉及"}, READING, "完成时限写的是“不涉及”"),
        ({"work": ""}, READING, "没有写具体工作"),
        ({"work": "1.先做甲；2.再做乙。", "units": "1.甲局；2.乙局"}, READING, "一行里编着号写了几件事"),
        ({"work": "10"}, READING, "具体工作只写了一个数"),
        ({"work": "12.5%"}, READING, "具体工作只写了一个数"),
        ({"units": "甲局等部门"}, READING, "单位写着“等”，没有列全"),
    ],
)
def test_what_is_missing_or_odd_is_told_with_the_id(
    change: dict[str, Any], reading: Reading, what: str
) -> None:
    one = read(FOUND._replace(**change), reading)
    assert told(one) == [what]
    assert one.doubts[0].items == ("1.1",)
    assert one.doubts[0].place == "表1第2行"


def test_leads_alone_are_enough() -> None:
    assert told(read(FOUND._replace(units="", lead="甲局"), HELPERS)) == []
    assert told(read(FOUND._replace(units="", lead="甲局"), READING)) == []
    assert told(read(FOUND._replace(units="", lead="", support="甲局"), READING)) == ["没有写责任单位"]


def test_a_blank_word_is_no_name_and_told_once() -> None:
    one = read(FOUND._replace(units="没有", deadline_text="没有"))
    assert (one.item.units, one.item.deadline.text) == ((), "")
    assert told(one) == ["责任单位、完成时限写的是“没有”"]


def test_a_groups_lead_leads_works_that_name_none() -> None:
    assert read(FOUND, lead="市住建局牵头").item.lead == ("市住建局",)
    assert read(FOUND._replace(lead="甲局"), lead="市住建局牵头").item.lead == ("甲局",)


def test_brackets_behind_a_work_are_read_and_cut_off() -> None:
    one = read(FOUND._replace(work="做一件事。（牵头单位：乙局；完成时限：7月底前）", deadline_text=""))
    assert (one.item.work, one.item.lead, one.item.units) == ("做一件事。", ("乙局",), ("甲局",))
    assert one.item.deadline.text == "7月底前"


def test_persons_go_to_the_note() -> None:
    one = read(FOUND._replace(units="甲局：张三", note="省里的实事"), note="换页")
    assert (one.item.units, one.item.note) == (("甲局",), "换页；甲局：张三；省里的实事")


def test_the_sign_of_leads_is_that_of_the_table() -> None:
    one = read(FOUND._replace(units="★甲局、乙局"), READING._replace(leads=LeadNote("★")))
    assert (one.item.lead, one.item.units) == (("甲局",), ("乙局",))


@pytest.mark.parametrize(
    ("units", "note", "offices", "is_led"),
    [
        ("甲局、乙局、丙局", LeadNote(rest=Role.SUPPORT), (("甲局",), (), ("乙局", "丙局")), True),
        ("甲局、乙局", LeadNote(rest=Role.UNITS), (("甲局",), ("乙局",), ()), True),
        ("甲局", LeadNote(rest=Role.SUPPORT), ((), ("甲局",), ()), False),
        ("乙局牵头，甲局、丙局", LeadNote(rest=Role.SUPPORT), (("乙局",), ("甲局", "丙局"), ()), False),
        ("甲局、乙局★、丙局", LeadNote("★", Role.SUPPORT), (("乙局",), (), ("甲局", "丙局")), True),
        ("★甲局", LeadNote("★", Role.SUPPORT), (("甲局",), (), ()), False),
        ("甲局、乙局", LeadNote("★", Role.SUPPORT), ((), ("甲局", "乙局"), ()), False),
        ("甲局、乙局", LeadNote(), ((), ("甲局", "乙局"), ()), False),
    ],
)
def test_a_note_parts_the_leads_from_the_others(
    units: str, note: LeadNote, offices: tuple[tuple[str, ...], ...], is_led: bool
) -> None:
    one = read(FOUND._replace(units=units), READING._replace(leads=note))
    assert (one.item.lead, one.item.units, one.item.support) == offices
    assert one.is_led is is_led


def test_targets_are_those_of_text_and_column_each_once() -> None:
    one = read(FOUND._replace(work="新建口袋公园12个。", target="新建口袋公园12个"))
    assert [(target.name, target.at_least) for target in one.item.targets] == [("新建口袋公园", "12")]
