"""Headings in rows of their own over other such headings."""

from __future__ import annotations

import pytest

from qjtask.importing.outline.nesting import nested
from qjtask.importing.outline.outline import FoundWork, Section


def section(*path: str, works: int = 1) -> Section:
    rows = tuple(FoundWork("", path, f"做{at}", "", "甲局", "", "", "", "") for at in range(works))
    return Section(path, rows, "")


@pytest.mark.parametrize(
    ("given", "paths"),
    [
        ([section("一、甲"), section("二、乙")], [("一、甲",), ("二、乙",)]),
        (
            [section("一、甲", works=0), section("（一）子"), section("（二）丑"), section("二、乙")],
            [("一、甲", "（一）子"), ("一、甲", "（二）丑"), ("二、乙",)],
        ),
        (
            [
                section("一、甲", works=0),
                section("（一）子"),
                section("二、乙", works=0),
                section("（一）寅"),
            ],
            [("一、甲", "（一）子"), ("二、乙", "（一）寅")],
        ),
        ([section("一、甲", works=0), section("二、乙")], [("一、甲",), ("二、乙",)]),
        ([section("甲", works=0), section("甲", "子")], [("甲", "子")]),
        ([section("甲", works=0), section("乙")], [("甲",), ("乙",)]),
        ([section("一、甲", works=0)], [("一、甲",)]),
        ([section(), section("一、甲")], [(), ("一、甲",)]),
        ([], []),
    ],
)
def test_a_heading_without_works_is_put_over_those_of_another_style(
    given: list[Section], paths: list[tuple[str, ...]]
) -> None:
    made = nested(given)
    assert [one.path for one in made] == paths
    assert all(row.path == one.path for one in made for row in one.rows)
