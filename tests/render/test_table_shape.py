"""Column widths and merged cells, worked out once for all formats."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.layout.sheet import Cell, Column, Sheet
from qjtask.render.table_shape import column_widths, printed_width, row_spans


def sheet(
    columns: tuple[Column, ...], *rows: tuple[str, ...], sections: dict[int, str] | None = None
) -> Sheet:
    return Sheet("", columns, tuple(tuple(map(Cell, row)) for row in rows), sections=sections or {})


def merged(*rows: str, sections: dict[int, str] | None = None) -> list[str]:
    """The spans of a table whose columns are all merged, one string per row, one character per cell."""
    columns = tuple(Column("", merged=True) for _ in rows[0])
    cells = [tuple(cell.replace("-", "") for cell in row) for row in rows]
    return ["".join(map(str, row)) for row in row_spans(sheet(columns, *cells, sections=sections))]


def test_equal_cells_beneath_one_another_are_one() -> None:
    assert merged("甲", "甲", "乙", "甲") == ["2", "0", "1", "1"]


def test_only_merged_columns_are_joined() -> None:
    columns = (Column("", merged=True), Column(""))
    assert row_spans(sheet(columns, ("甲", "一"), ("甲", "一"))) == [[2, 1], [0, 1]]


def test_a_section_ends_a_merged_cell() -> None:
    assert merged("甲", "甲", "甲", sections={0: "一", 2: "二"}) == ["2", "0", "1"]


def test_a_merged_cell_never_runs_past_the_one_on_its_left() -> None:
    assert merged("甲1", "甲1", "乙1", "乙1") == ["22", "00", "22", "00"]


def test_a_merged_cell_may_end_before_the_one_on_its_left() -> None:
    assert merged("甲1", "甲2", "甲2") == ["31", "02", "00"]


def test_blank_cells_are_not_joined() -> None:
    assert merged("-", "-") == ["1", "1"]


def test_a_column_of_no_weight_gets_its_text_and_the_others_share_by_weight() -> None:
    columns = (Column("序号"), Column("甲", weight=1), Column("乙", weight=3))
    long = "长" * 500
    assert column_widths(sheet(columns, ("十二", long, long)), 84) == [4, 20, 60]


def test_a_column_takes_no_more_than_it_needs_while_another_wants_it() -> None:
    columns = (Column("甲", weight=1), Column("乙", weight=1))
    assert column_widths(sheet(columns, ("短文", "长" * 500)), 100) == [4, 96]


def test_a_column_of_little_weight_keeps_five_characters() -> None:
    columns = (Column("甲", weight=1), Column("乙", weight=19))
    assert column_widths(sheet(columns, ("长" * 500, "长" * 500)), 100) == [10, 90]


def test_what_a_heavy_column_leaves_goes_to_the_light_one() -> None:
    columns = (Column("甲", weight=1), Column("乙", weight=9))
    assert column_widths(sheet(columns, ("长" * 500, "六个字的短文")), 60) == [48, 12]


def test_of_the_same_weight_four_times_the_text_gets_twice_the_room() -> None:
    columns = (Column("甲", weight=1), Column("乙", weight=1), Column("丙", weight=1))
    rows = (("长" * 100, "长" * 100, "长" * 100), *[("", "长" * 100, "")] * 3)
    assert column_widths(sheet(columns, *rows), 100) == [25, 50, 25]


def test_an_empty_column_leaves_its_room_to_the_others() -> None:
    columns = (Column("甲", weight=9), Column("乙", weight=1))
    assert column_widths(sheet(columns, ("", "长" * 500)), 100) == [2, 98]


def test_a_heading_too_needs_room() -> None:
    columns = (Column("完成时限"), Column("乙", weight=1))
    assert column_widths(sheet(columns, ("", "长" * 500)), 100) == [8, 92]


def test_a_long_text_in_a_column_of_no_weight_leaves_room_for_the_others() -> None:
    columns = (Column("甲"), Column("乙", weight=1))
    assert column_widths(sheet(columns, ("长" * 50, "长" * 50)), 60) == [18, 42]


def test_figures_have_room_for_a_wider_font() -> None:
    assert printed_width("长文") == 4
    assert printed_width("2021年6月3日") == 12 + 3


texts = st.text("长a1 ", max_size=60)
tables = st.lists(st.integers(0, 4), min_size=1, max_size=12).flatmap(
    lambda weights: st.tuples(
        st.just(tuple(Column("题", weight=weight) for weight in weights)),
        st.lists(st.tuples(*[texts] * len(weights)), max_size=4),
    )
)


@given(tables, st.integers(60, 200))
def test_widths_fill_the_room_and_none_is_lost(
    table: tuple[tuple[Column, ...], list[tuple[str, ...]]], room: int
) -> None:
    columns, rows = table
    widths = column_widths(sheet(columns, *rows), room)
    assert sum(widths) == room
    assert min(widths) >= 2
