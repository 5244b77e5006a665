"""The ids of works: the printed number, the next one, and what is odd about them said once."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.outline.groups import NumberedGroup, Odd, OddKind
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.outline.work_numbers import GroupDraft, numbered_groups

PLACE = "表1第2行"


def work(number: str = "", text: str = "做", *, again: str = "", shares: bool = False) -> FoundWork:
    return FoundWork(number, (), text, "", "甲局", "", "", "", PLACE, again=again, shares_number=shares)


def group(*rows: FoundWork, number: int = 1, note: str = "") -> NumberedGroup:
    return NumberedGroup(number, "甲", "", PLACE, rows, note=note)


def numbered(*groups: NumberedGroup) -> tuple[list[GroupDraft], list[Doubt]]:
    return numbered_groups(groups, [], has_gaps=False)


def ids(*groups: NumberedGroup) -> tuple[list[str], list[str]]:
    drafts, doubts = numbered(*groups)
    return [member.id for draft in drafts for member in draft.members], [doubt.read for doubt in doubts]


@pytest.mark.parametrize(
    ("rows", "made", "told"),
    [
        ([work("1"), work("2")], ["1.1", "1.2"], []),
        ([work(), work()], ["1.1", "1.2"], []),
        ([work(text="1.做甲"), work(text="2.做乙")], ["1.1", "1.2"], []),
        ([work("（一）"), work("（二）")], ["1.1", "1.2"], []),
        ([work("1.1"), work("1.2")], ["1.1", "1.2"], []),
        ([work("1"), work("3")], ["1.1", "1.3"], ["序号从1跳到3"]),
        ([work("2"), work("1")], ["1.2", "1.1"], ["序号有2处不连着（从2开始、从2退回1）"]),
        ([work("1"), work("1")], ["1.1", "1.2"], ["序号1重复"]),
        ([work("1"), work("")], ["1.1", "1.2"], ["没有印序号，别的行有"]),
        ([work("2021"), work("99999")], ["1.2021", "1.2022"], ["序号从2021开始", "序号“99999”不能当编号"]),
        ([work("1"), work("1", shares=True)], ["1.1", "1.2"], ["2项工作同在序号“1”之下"]),
    ],
)
def test_ids_follow_the_print(rows: list[FoundWork], made: list[str], told: list[str]) -> None:
    assert ids(group(*rows)) == (made, told)


def test_numbers_that_run_on_through_the_groups_stay_and_are_not_odd() -> None:
    first, second = group(work("1"), work("2")), group(work("3"), work("4"), number=2)
    assert ids(first, second) == (["1.1", "1.2", "2.3", "2.4"], [])


def test_what_is_told_of_works_under_another_heading_is_told_with_gaps_too() -> None:
    moved = Odd(OddKind.OTHER, Doubt(PLACE, "表里没有（二）的标题", "归入（二）"), 2)
    groups = [group(work("1")), group(work("2"), work("3"), number=2)]
    for has_gaps in (False, True):
        _, told = numbered_groups(groups, [moved], has_gaps=has_gaps)
        assert told == [moved.doubt]


def test_a_number_at_the_head_of_the_text_goes_unless_the_text_counts_on() -> None:
    (draft,), _ = numbered(group(work(text="1.做甲"), work(text="2.做乙：1.先；2.后")))
    assert [member.work for member in draft.members] == ["做甲", "2.做乙：1.先；2.后"]
    (draft,), _ = numbered(group(work("1", "3.做甲"), work("2", "2021年做乙")))
    assert [member.work for member in draft.members] == ["3.做甲", "2021年做乙"]


def test_the_printed_number_is_kept_where_the_id_does_not_say_it() -> None:
    (draft,), _ = numbered(group(work("7"), work("7", shares=True), work("8")))
    assert [(member.id, member.no) for member in draft.members] == [("1.7", ""), ("1.9", "7"), ("1.8", "")]
    (draft,), _ = numbered(group(work("3.1"), work("3.2")))
    assert [(member.id, member.no) for member in draft.members] == [("1.1", "3.1"), ("1.2", "3.2")]


def test_a_number_of_three_parts_is_kept_beside_the_id() -> None:
    (draft,), doubts = numbered(group(work("1.2.3"), work("1.4. 1"), work("（1.5.2）")))
    assert [(member.id, member.no) for member in draft.members] == [
        ("1.1", "1.2.3"),
        ("1.2", "1.4.1"),
        ("1.3", "（1.5.2）"),
    ]
    assert doubts == []
    (draft,), doubts = numbered(group(work("1"), work("1.2.3")))
    assert [(member.id, member.no) for member in draft.members] == [("1.1", ""), ("1.2", "1.2.3")]
    assert doubts == []


def test_numbers_that_begin_anew_with_each_deadline_are_not_odd() -> None:
    def due(text: str, when: str) -> FoundWork:
        return work(text=text)._replace(deadline_text=when)

    rows = [due("1.做甲", "九月"), due("2.做乙", "九月"), due("1.做丙", "十月"), due("2.做丁", "十月")]
    (draft,), doubts = numbered(group(*rows))
    assert [(one.id, one.no) for one in draft.members] == [
        ("1.1", ""),
        ("1.2", ""),
        ("1.3", "1"),
        ("1.4", "2"),
    ]
    assert doubts == []
    for odd in ([*rows[:2], *rows[:2]], [*rows[:3], due("1.做戊", "十月")]):
        _, (told,) = numbered(group(*odd))
        assert "重复" in told.read


def test_numbers_under_one_deadline_of_several_count_only_there() -> None:
    rows = [("做甲", "5月"), ("1.做乙", "8月"), ("2.做丙", "8月"), ("做丁", "9月"), ("做戊", "9月")]
    works = [work(text=text)._replace(deadline_text=when) for text, when in rows]
    (draft,), doubts = numbered(group(*works))
    assert [(one.id, one.work) for one in draft.members] == [
        ("1.1", "做甲"),
        ("1.2", "做乙"),
        ("1.3", "做丙"),
        ("1.4", "做丁"),
        ("1.5", "做戊"),
    ]
    assert doubts == []
    _, (told,) = numbered(group(*(one._replace(deadline_text="8月") for one in works)))
    assert told.read == "3项没有印序号，别的行有（1.3、1.4、1.5）"


def test_rows_that_went_to_an_earlier_heading_leave_no_gap() -> None:
    groups = [group(work("1"), work("4")), group(work("2"), work("3"), number=2)]
    assert ids(*groups) == (["1.1", "1.4", "2.2", "2.3"], [])
    lost = [group(work("1"), work("5")), group(work("2"), work("3"), number=2)]
    assert ids(*lost)[1] == ["序号有2处不连着（从1跳到5、从2开始）"]


def test_numbers_of_another_list_need_not_follow_each_other_but_differ() -> None:
    rows = [work("007"), work("012"), work("031"), work("045")]
    _, doubts = numbered_groups([group(*rows)], [], counts=False)
    assert doubts == []
    _, (told,) = numbered_groups([group(*rows, work("7"))], [], counts=False)
    assert told.read == "序号7重复"


def test_the_works_under_one_number_are_told_once_with_all_their_items() -> None:
    _, doubts = numbered(group(work("1"), work("1", shares=True), work("1", shares=True)))
    assert [(doubt.read, doubt.items) for doubt in doubts] == [
        ("3项工作同在序号“1”之下", ("1.1", "1.2", "1.3"))
    ]


def test_an_extract_of_a_longer_table_is_one_doubt_with_all_that_jump() -> None:
    _, doubts = numbered(
        group(work("3"), work("7")), group(work("12"), number=4), group(work("20"), number=6)
    )
    assert [(doubt.read, doubt.items) for doubt in doubts] == [
        ("序号不连着（3、7、12、20），像是从一个更长的表里摘出来的", ("1.3", "1.7", "4.12", "6.20"))
    ]
    _, doubts = numbered(group(work("3"), work("4"), work("5"), work("7"), work("9")))
    assert [(doubt.read, doubt.items) for doubt in doubts] == [
        ("序号不连着（3至5、7、9），像是从一个更长的表里摘出来的", ("1.3", "1.7", "1.9"))
    ]


def test_numbers_that_fall_are_no_extract_and_told_in_one_doubt_with_each_jump() -> None:
    _, (told,) = numbered(group(work("9"), work("5"), work("12"), work("13"), work("2")))
    assert told.read == "序号有4处不连着（从9开始、从9退回5、从5跳到12、从13退回2）"
    assert (told.items, told.field) == (("1.9", "1.5", "1.12", "1.2"), "no")
    _, (told,) = numbered(group(*(work(str(number)) for number in range(60, 0, -2))))
    assert told.read.endswith("从40退回38……）")
    assert len(told.items) == 30


def test_two_jumps_of_numbers_are_one_doubt_and_one_stays_what_it_was() -> None:
    _, (told,) = numbered(group(work("1"), work("3"), work("4"), work("9")))
    assert (told.read, told.items) == ("序号有2处不连着（从1跳到3、从4跳到9）", ("1.3", "1.9"))
    _, (told,) = numbered(group(work("1"), work("3")))
    assert told.read == "序号从1跳到3"


def test_works_of_one_number_or_of_none_are_one_doubt_of_their_kind() -> None:
    _, doubts = numbered(group(work("1"), work("1"), work(""), work("2"), work("2"), work("")))
    assert [(one.read, one.assumed, one.items) for one in doubts] == [
        ("序号有2处重复（1编为1.3、2编为1.5）", "后面的接着编号", ("1.3", "1.5")),
        ("2项没有印序号，别的行有（1.4、1.6）", "接着编号", ("1.4", "1.6")),
    ]


def test_headings_whose_numbers_are_taken_are_one_doubt() -> None:
    taken = [
        Odd(OddKind.TAKEN, Doubt(PLACE, "编号重复", "改编", items=(str(at),)), at, f"（一）改编为{at}")
        for at in (2, 3)
    ]
    for has_gaps in (False, True):
        _, (told,) = numbered_groups([group(work("1"))], taken, has_gaps=has_gaps)
        assert told.read == "编号有2处重复，标题却不同（（一）改编为2、（一）改编为3）"
        assert told.items == ("2", "3")
    _, (told,) = numbered_groups([group(work("1"))], taken[:1])
    assert told == taken[0].doubt


def test_many_headings_that_jump_are_one_doubt_and_few_are_told_one_by_one() -> None:
    def jumps(count: int) -> list[Odd]:
        return [
            Odd(OddKind.JUMP, Doubt(PLACE, f"编号跳到{at}", "照记", items=(str(at),)), at, f"跳到{at}")
            for at in range(3, 3 + count)
        ]

    lost = Odd(OddKind.EMPTY, Doubt(PLACE, "“（八）”下没有一项工作", "没有记"))
    _, told = numbered_groups([group(work("1"))], [*jumps(3), lost])
    assert len(told) == 4
    _, told = numbered_groups([group(work("1"))], [*jumps(4), lost])
    assert [(one.read, one.items) for one in told] == [
        ("编号有4处不连着（跳到3、跳到4、跳到5、跳到6）", ("3", "4", "5", "6")),
        ("“（八）”下没有一项工作", ()),
    ]


def test_a_heading_printed_again_is_noted_in_the_works_it_stands_over() -> None:
    (draft,), doubts = numbered(group(work("1"), work("2", again="（一）甲")))
    assert [member.note for member in draft.members] == ["", "原表换页，（一）的标题重印一次，序号接1.1"]
    assert [(doubt.read, doubt.items) for doubt in doubts] == [("（一）的标题重印了一次", ("1.2",))]
    (draft,), doubts = numbered(group(work("1", again="（一）甲"), note="取自正文"))
    assert [member.note for member in draft.members] == ["取自正文"]
    assert doubts == []


def test_the_doubts_of_a_row_learn_its_id() -> None:
    doubted = work("2")._replace(doubts=(Doubt(PLACE, "少了一格", "照记"),))
    (draft,), _ = numbered(group(work("1"), doubted))
    assert draft.members[1].doubts == (Doubt(PLACE, "少了一格", "照记", items=("1.2",)),)


def test_where_numbers_end_the_lowest_that_none_has_is_taken() -> None:
    rows = [work("9999"), work("10000"), work("2"), work("10001"), work("10002")]
    assert ids(group(*rows))[0] == ["1.9999", "1.1", "1.2", "1.3", "1.4"]
    assert ids(group(*rows))[1][1] == ("序号有3处不能当编号（10000编为1.1、10001编为1.3、10002编为1.4）")


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        ([group(*(work(text=str(at)) for at in range(10_000)))], "一个重点任务下的工作多于9999项"),
        ([group(work(), number=10_000)], "重点任务多于9999个"),
    ],
)
def test_more_than_a_plan_has_numbers_for_is_refused(groups: list[NumberedGroup], told: str) -> None:
    with pytest.raises(Refused) as refused:
        numbered(*groups)
    assert [(one.what, one.fix) for one in refused.value.problems] == [(told, "请分成几份再导入")]
