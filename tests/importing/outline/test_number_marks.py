"""What becomes of a mark beside a printed number, and of the note that explains it."""

from __future__ import annotations

import pytest

from qjtask.importing.outline.number_marks import (
    is_of_marks,
    marks_of,
    marks_of_works,
    said_of_marks,
    with_marks_read,
)
from qjtask.importing.outline.outline import FoundWork, Outline, Section

_MARKS = frozenset("*★")


def _read(number: str, said: dict[str, str], note: str = "") -> tuple[str, str]:
    work = FoundWork(number, (), "做一件事。", "", "甲局", "", "", note, "第2行")
    outline = with_marks_read(Outline((Section((), (work,), ""),)), said)
    (row,) = outline.rows
    return row.number, row.note


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("4*", ("4", "带*的为重点事项")),
        ("4＊", ("4", "带*的为重点事项")),
        ("*4", ("4", "带*的为重点事项")),
        ("★4", ("4", "★：民生实事")),
        ("4*★", ("4", "带*的为重点事项；★：民生实事")),
        ("※4", ("4", "序号标“※”")),
        ("4（重点）", ("4", "序号标“重点”")),
        ("4", ("4", "")),
        ("（四）", ("（四）", "")),
        ("A*", ("A*", "")),
    ],
)
def test_a_mark_is_no_part_of_the_number(number: str, read: tuple[str, str]) -> None:
    assert _read(number, {"*": "带*的为重点事项", "★": "★：民生实事"}) == read


def test_the_remark_of_the_row_stays() -> None:
    assert _read("4*", {}, "另行通知") == ("4", "序号标“*”；另行通知")


def test_which_marks_stand_beside_numbers() -> None:
    assert marks_of(["1", "2*", "＊3", "4（重点）", "★", ""]) == {"*"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("注：带*的为重点事项，带★的是民生实事。", {"*": "带*的为重点事项", "★": "带★的是民生实事"}),
        ("备注：1.标“★”的表示新增项目；", {"★": "1.标“★”的表示新增项目"}),
        ("序号（*指市级事项）", {"*": "*指市级事项"}),
        ("责任单位（带*的为牵头单位）", {}),
        ("新建★级酒店3家", {}),
        ("带※的为重点事项", {}),
    ],
)
def test_what_is_said_of_marks(text: str, said: dict[str, str]) -> None:
    assert said_of_marks([text], _MARKS) == said


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("注：带*的为重点事项，带★的是民生实事。", True),
        ("注：带*的为重点事项。各单位每月报送进展。", False),
        ("注：各单位每月报送进展。", False),
    ],
)
def test_a_note_on_marks_alone_is_told_by_what_it_does(text: str, *, is_so: bool) -> None:
    assert is_of_marks(text, _MARKS) is is_so
    assert not is_of_marks(text, frozenset())


@pytest.mark.parametrize(
    ("work", "read"),
    [
        ("*新建服务站12个", ("新建服务站12个", "带*的为重点事项")),
        ("★ 接种疫苗1.5万人", ("接种疫苗1.5万人", "具体工作标“★”")),
        ("▲改造泵站3座", ("改造泵站3座", "具体工作标“▲”")),
        ("＊新建服务站", ("新建服务站", "带*的为重点事项")),
        ("※修订办法", ("修订办法", "具体工作标“※”")),
        ("#1楼改造", ("#1楼改造", "")),
        ("新建*号楼", ("新建*号楼", "")),
        ("*", ("*", "")),
    ],
)
def test_a_mark_at_the_head_of_a_work_goes_into_the_note(work: str, read: tuple[str, str]) -> None:
    found = FoundWork("1", (), work, "", "甲局", "", "", "", "第2行")
    (row,) = with_marks_read(Outline((Section((), (found,), ""),)), {"*": "带*的为重点事项"}).rows
    assert (row.work, row.note) == read


def test_the_marks_of_works_are_those_that_begin_them() -> None:
    assert marks_of_works(("*甲", "＊乙", "★丙", "#1楼", "丁*", "*")) == {"*", "★"}
