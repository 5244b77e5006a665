"""Comments set among lines."""

from __future__ import annotations

from collections.abc import Iterator

from qjtask.core.plan.remarks import Remarks
from qjtask.storage.plans.placed_lines import BLANK, PlacedLine, with_remarks

SCHEMA = "# yaml-language-server: $schema=../schema/plan.schema.json"
LINES = [
    PlacedLine(("title",), "", "title: 甲"),
    BLANK,
    PlacedLine(("units",), "", "units:"),
    PlacedLine(("units", "乙"), "  ", "乙: []"),
    BLANK,
    PlacedLine(("groups",), "", "groups:"),
    PlacedLine(("1",), "", '- id: "1"'),
    PlacedLine(("1", "items"), "  ", "items:"),
    PlacedLine(("1.1",), "  ", '- id: "1.1"'),
    PlacedLine(("1.1", "work"), "    ", "work: 丙"),
]


def lines(remarks: Remarks) -> list[str]:
    return list(with_remarks(LINES, remarks))


def test_a_file_opens_with_its_schema_once() -> None:
    assert lines(Remarks({}))[:2] == [SCHEMA, "title: 甲"]
    own = Remarks({(): ["说明", "yaml-language-server: $schema=x"]})
    assert lines(own)[:3] == ["# 说明", "# yaml-language-server: $schema=x", "title: 甲"]


def test_comments_stand_over_beside_and_below() -> None:
    remarks = Remarks(
        {("units",): ["单位"], ("1.1",): ["一"], ("1.1", "work"): ["二"]},
        {("title",): "题", ("1.1", "work"): "三"},
        {("units",): ["完"], ("1.1",): ["四"], ("1",): ["五"], (): ["六"]},
    )
    assert lines(remarks)[1:] == [
        "title: 甲  # 题", "", "# 单位", "units:", "  乙: []", "  # 完", "", "groups:", '- id: "1"',
        "  items:", "  # 一", '  - id: "1.1"', "    # 二", "    work: 丙  # 三", "    # 四", "  # 五", "# 六",
    ]  # fmt: skip


def test_what_is_not_there_any_more_leaves_its_comments_to_what_held_it() -> None:
    remarks = Remarks(
        {("1.1", "note"): ["一"], ("rules", "warn"): ["二"]},
        {("1.1", "targets", "0"): "三"},
        {("1.1", "milestones"): ["四"], ("units", "乙"): ["五"]},
    )
    assert lines(remarks) == [
        SCHEMA, "# 二", "title: 甲", "", "units:", "  乙: []", "  # 五", "", "groups:", '- id: "1"',
        "  items:", "  # 一", "  # 三", '  - id: "1.1"', "    work: 丙", "    # 四",
    ]  # fmt: skip


def test_a_comment_is_one_line_of_what_can_be_seen() -> None:
    remarks = Remarks({("title",): ["甲\nyear: 1\x1b[2J", "  - 待补", ""]}, {("title",): "乙\u2028丙"})
    assert lines(remarks)[1:5] == ["# 甲 year: 1 [2J", "#   - 待补", "#", "title: 甲  # 乙 丙"]


def test_comments_at_places_that_are_there_let_the_lines_pass_one_by_one() -> None:
    taken: list[PlacedLine] = []

    def given() -> Iterator[PlacedLine]:
        for line in LINES:
            taken.append(line)
            yield line

    remarks = Remarks({(): ["说明"], ("units",): ["单位"], ("1.1",): ["一"]}, {("1.1",): "二"})
    made = with_remarks(given(), remarks, {("units",), ("1",), ("1.1",)})
    assert [next(made) for _ in range(3)] == [SCHEMA, "# 说明", "title: 甲"]
    assert len(taken) == 1
    assert [SCHEMA, "# 说明", "title: 甲", *made] == lines(remarks)


def test_a_comment_at_a_place_that_may_be_gone_is_set_by_all_lines() -> None:
    remarks = Remarks({("2.1",): ["一"]}, {("1.1", "work"): "二"})
    assert list(with_remarks(LINES, remarks, {("1.1",)})) == lines(remarks)
