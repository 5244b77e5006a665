"""A heading that the table lost is taken from the notice's body, and explains its own jump only."""

from __future__ import annotations

import pytest

from qjtask.importing.document.body import BodySection
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.outline.groups import NumberedGroup, Odd, OddKind
from qjtask.importing.outline.lost_headings import with_lost_headings, without_begun_in_prose
from qjtask.importing.outline.outline import FoundWork

ROADS = "推进农村公路建设"
SCHOOLS = "扩大城区学位供给"
WATER = "保障城乡饮水安全"
PLACE = "表1第2行"
BODY = [
    BodySection(1, ROADS, f"{ROADS}。新建改建农村公路120公里，完成危桥改造12座。", "第二部分"),
    BodySection(2, SCHOOLS, f"{SCHOOLS}。新建中小学校4所，新增学位3000个，招聘教师200名。", "第二部分"),
    BodySection(3, WATER, f"{WATER}。更新供水管网60公里，新建水厂1座。", "第二部分"),
]


def group(number: int, heading: str, *works: str) -> NumberedGroup:
    rows = tuple(
        FoundWork("", (), work, "", "县局", "", "", "", f"表1第{at}行") for at, work in enumerate(works, 2)
    )
    return NumberedGroup(number, heading, "", PLACE, rows)


def jump(number: int) -> Odd:
    return Odd(OddKind.JUMP, Doubt(PLACE, f"编号跳到{number}", "照记", items=(str(number),)), number)


UPPER = group(
    1,
    ROADS,
    "新建改建农村公路120公里",
    "完成危桥改造12座",
    "新建中小学校4所，新增学位3000个",
    "招聘教师200名",
)
BELOW = group(3, WATER, "新建水厂1座")
OTHER = Odd(OddKind.EMPTY, Doubt(PLACE, "“（八）”下没有一项工作", "没有记"))


def test_the_works_printed_under_the_heading_before_go_to_the_lost_one() -> None:
    made, odd = with_lost_headings([UPPER, BELOW], [jump(3), jump(7), OTHER], BODY)
    assert [(one.number, one.heading, len(one.rows)) for one in made] == [
        (1, ROADS, 2),
        (2, SCHOOLS, 2),
        (3, WATER, 1),
    ]
    assert made[1].note == "原表漏印（二）的标题，此项印在（一）之下；标题取自正文第二部分（二）"
    told = odd[-1].doubt
    assert (told.place, odd[-1].kind, told.rows) == ("表1第4行", OddKind.OTHER, ("表1第4行", "表1第5行"))
    assert told.assumed == "把这一行起的2项（印在（一）之下）归入（二）"


def test_only_the_jump_that_it_explains_is_no_longer_odd() -> None:
    _, odd = with_lost_headings([UPPER, BELOW], [jump(3), jump(7), OTHER], BODY)
    assert odd[:2] == [jump(7), OTHER]


def test_nothing_is_moved_without_a_body_that_says_so() -> None:
    for body in ([], BODY[:1], BODY[1:], [BODY[0], BODY[1]._replace(heading=WATER), BODY[2]]):
        assert with_lost_headings([UPPER, BELOW], [jump(3)], body) == ([UPPER, BELOW], [jump(3)])


def test_nothing_is_moved_where_no_work_is_like_the_lost_heading() -> None:
    upper = group(1, ROADS, "新建改建农村公路120公里", "完成危桥改造12座")
    assert with_lost_headings([upper, BELOW], [jump(3)], BODY) == ([upper, BELOW], [jump(3)])


@pytest.mark.parametrize(
    ("prose", "first", "is_told"),
    [
        (("一、总体要求", "全面完成任务。"), 2, False),
        (("一、总体要求", "二、工作目标"), 3, False),
        (("（一）总体要求",), 2, False),
        (("一、总体要求",), 3, True),
        (("1.总体要求",), 2, True),
        ((), 2, True),
    ],
)
def test_a_first_number_goes_on_with_the_headings_of_the_prose(
    prose: tuple[str, ...], first: int, *, is_told: bool
) -> None:
    groups = [group(first, ROADS, "修路"), group(first + 1, SCHOOLS, "建校")]
    odd = [jump(first)]
    assert without_begun_in_prose(groups, odd, SourceDocument(prose)) == (odd if is_told else [])


def test_a_later_jump_stays_odd() -> None:
    groups = [group(2, ROADS, "修路"), group(4, SCHOOLS, "建校")]
    odd = [jump(2), jump(4)]
    assert without_begun_in_prose(groups, odd, SourceDocument(("一、总体要求",))) == odd[1:]
    assert without_begun_in_prose([], [], SourceDocument(())) == []
