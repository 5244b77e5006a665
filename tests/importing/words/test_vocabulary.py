"""The vocabulary is data: every word of it can be met, and none says two things."""

from __future__ import annotations

from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.vocabulary import HeadingWords, words


def test_every_heading_names_a_role_and_weighs_something() -> None:
    assert all(Role(entry.role) and entry.weight > 0 for entry in words().headings)
    assert {entry.role for entry in words().headings} >= {
        "序号",
        "领域",
        "重点任务",
        "具体工作",
        "牵头单位",
        "责任单位",
        "配合单位",
        "完成时限",
        "责任人",
        "目标",
        "备注",
    }


def test_a_heading_is_meant_by_its_whole_or_by_all_of_beginning_inside_and_end() -> None:
    entry = HeadingWords("牵头单位", 7, frozenset(["牵头"]), ("市",), ("主办",), ("责任单位", "单位"))
    assert entry.meant("牵头") == 2
    assert entry.meant("市主办单位") == 2
    assert entry.meant("市主办责任单位") == 4
    assert entry.meant("市单位") == 0
    assert entry.meant("主办单位") == 0
    assert HeadingWords("不读的列", 9, frozenset(), ("下步",), (), ()).meant("下步打算") == 1
    assert HeadingWords("序号", 7, frozenset(["号"]), (), (), ()).meant("编号") == 0
    looks_on = HeadingWords("不读的列", 9, frozenset(), (), ("督查",), ("室",), ("牵头",))
    assert (looks_on.meant("督查室"), looks_on.meant("牵头督查室")) == (1, 0)


def test_no_word_of_a_list_stands_twice_and_none_is_blank() -> None:
    for entry in words().headings:
        for listed in (entry.begin, entry.within, entry.end):
            assert len(set(listed)) == len(listed)
            assert all(listed)
    offices = words().offices
    for listed in (offices.ends, offices.places, offices.levels, offices.bodies, offices.not_places):
        assert len(set(listed)) == len(listed)
        assert all(listed)


def test_the_lists_that_would_contradict_each_other_do_not() -> None:
    rows, duties = words().rows, words().duties
    assert not rows.blank & rows.above
    assert not rows.sample & rows.sums
    assert not set(duties.lead) & set(duties.units)
    assert not set(duties.units) & set(duties.support)
