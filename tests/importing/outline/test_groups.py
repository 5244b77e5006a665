"""Groups under their printed numbers: their headings read, and what is odd about the numbers told."""

from __future__ import annotations

import pytest

from qjtask.importing.outline.group_headings import GroupHeading, read_heading
from qjtask.importing.outline.groups import OddKind, doubts_on_groups, gathered_groups
from qjtask.importing.outline.outline import FoundWork, Outline, Section

TITLE = "2021年重点工作任务分解表"


def section(*path: str, works: int = 1, number: str = "", place: str = "表1第2行") -> Section:
    rows = tuple(FoundWork("", path, f"做{at}", "", "甲局", "", "", "", place) for at in range(works))
    return Section(path, rows, place, number)


def gathered(*sections: Section) -> tuple[list[tuple[int, str, int]], list[tuple[OddKind, str]]]:
    groups, odd = gathered_groups(Outline(sections), TITLE)
    return (
        [(group.number, group.heading, len(group.rows)) for group in groups],
        [(one.kind, f"{one.doubt.read}；{one.doubt.assumed}") for one in odd],
    )


@pytest.mark.parametrize(
    ("path", "number", "read"),
    [
        (("（九）加快建设",), "", GroupHeading("加快建设", 9, None, "", "")),
        (("1.开学检查；2.新生教育",), "", GroupHeading("1.开学检查；2.新生教育", None, None, "", "")),
        (("一、加快建设（共3项）",), "", GroupHeading("加快建设", 1, 3, "", "", "一、")),
        (("加快建设（10项任务）",), "", GroupHeading("加快建设", None, 10, "", "")),
        (("加快建设（三大项）",), "", GroupHeading("加快建设", None, 3, "", "")),
        (("二、加快建设（60分）",), "", GroupHeading("加快建设", 2, None, "", "", "二、")),
        (
            ("一、深化医改（牵头单位：省卫健委）",),
            "",
            GroupHeading("深化医改", 1, None, "牵头单位：省卫健委", "", "一、"),
        ),
        (("深化医改（省卫健委牵头）（2项）",), "", GroupHeading("深化医改", None, 2, "省卫健委牵头", "")),
        (("一、城建", "（二）天桥"), "", GroupHeading("城建：天桥", 2, None, "", "城建")),
        (
            ("一、城建（市住建局牵头）", "（二）天桥"),
            "",
            GroupHeading("城建：天桥", 2, None, "市住建局牵头", "城建"),
        ),
        (("一、城建", "城建"), "", GroupHeading("城建", None, None, "", "")),
        (("加快建设",), "4", GroupHeading("加快建设", 4, None, "", "")),
        (("加快建设（试行）",), "", GroupHeading("加快建设（试行）", None, None, "", "")),
        (("一、",), "", GroupHeading("一", 1, None, "", "")),
        ((), "", GroupHeading(TITLE, None, None, "", "")),
    ],
)
def test_a_heading_is_read(path: tuple[str, ...], number: str, read: GroupHeading) -> None:
    assert read_heading(section(*path, number=number), TITLE) == read


def test_a_heading_that_was_printed_again_right_below_is_not_told() -> None:
    assert gathered(section("1.甲"), section("甲"), section("乙")) == ([(1, "甲", 2), (2, "乙", 1)], [])
    _, told = gathered(section("1.甲"), section("乙"), section("甲"), section("甲"))
    assert len(told) == 1


def test_groups_are_numbered_as_printed_or_on_from_the_last() -> None:
    assert gathered(section("一、甲"), section("二、乙", works=2)) == ([(1, "甲", 1), (2, "乙", 2)], [])
    assert gathered(section("甲"), section("乙")) == ([(1, "甲", 1), (2, "乙", 1)], [])
    assert gathered(section()) == ([(1, TITLE, 1)], [])


@pytest.mark.parametrize(
    ("sections", "groups", "kind", "told"),
    [
        (
            [section("一、甲"), section("三、丙")],
            [(1, "甲", 1), (3, "丙", 1)],
            OddKind.JUMP,
            "编号从（一）跳到（三）；照印的编号记",
        ),
        (
            [section("二、甲"), section("一、乙")],
            [(2, "甲", 1), (1, "乙", 1)],
            OddKind.JUMP,
            "编号从（二）退回（一）；照印的编号记",
        ),
        ([section("五、甲")], [(5, "甲", 1)], OddKind.JUMP, "编号从（五）开始；照印的编号记"),
        (
            [section("一、甲"), section("一、乙")],
            [(1, "甲", 1), (2, "乙", 1)],
            OddKind.TAKEN,
            "编号（一）重复，标题却不同：“乙”；改编为 2",
        ),
        (
            [section("一、甲"), section("二、乙"), section("一、甲")],
            [(1, "甲", 2), (2, "乙", 1)],
            OddKind.OTHER,
            "“一、甲”又印了一次，中间隔着别的标题；并入前面的同一项，接着编号",
        ),
        (
            [section("一、甲"), section("二、乙", works=0)],
            [(1, "甲", 1)],
            OddKind.EMPTY,
            "“二、乙”下没有一项工作；没有记这个标题",
        ),
        (
            [section(), section("二、乙")],
            [(1, TITLE, 1), (2, "乙", 1)],
            OddKind.OTHER,
            f"第一个标题之前就有工作；归入“{TITLE}”",
        ),
    ],
)
def test_odd_headings_are_told(
    sections: list[Section], groups: list[tuple[int, str, int]], kind: OddKind, told: str
) -> None:
    made, odd = gathered(*sections)
    assert made == groups
    assert (kind, told) in odd


def test_numbers_begin_anew_under_each_wider_heading_without_a_doubt() -> None:
    made, odd = gathered(
        section("一、甲", "（一）子"),
        section("一、甲", "（二）丑"),
        section("二、乙", "（一）寅"),
        section("二、乙", "（二）卯"),
    )
    assert [number for number, _, _ in made] == [1, 2, 3, 4]
    assert odd == []


def test_two_levels_are_told_once_and_a_count_that_is_not_the_tables() -> None:
    groups, _ = gathered_groups(
        Outline((section("一、甲", "（一）子"), section("一、甲", "（二）丑（3项）", works=2))), TITLE
    )
    doubts = doubts_on_groups(groups)
    assert [(doubt.read.partition("，")[0], doubt.items) for doubt in doubts] == [
        ("标题有两层", ("1", "2")),
        ("标题写明3项", ("2",)),
    ]
    assert doubts_on_groups(groups, has_columns=True) == doubts[1:]
    assert doubts_on_groups(groups[:0]) == []


def test_a_number_of_another_level_is_none_again() -> None:
    under = (section("一、甲"), section("（一）乙"), section("（二）丙"))
    assert gathered(*under) == ([(1, "甲", 1), (2, "乙", 1), (3, "丙", 1)], [])
    over = (section("一、甲", "（一）乙"), section("一、甲", "（二）丙"), section("二、丁"))
    assert gathered(*over) == ([(1, "甲：乙", 1), (2, "甲：丙", 1), (3, "丁", 1)], [])
    assert [kind for kind, _ in gathered(*under, section("（二）丁"))[1]] == [OddKind.TAKEN]
