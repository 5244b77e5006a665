"""Columns by evidence: heading and cells together, and how near another reading came."""

from __future__ import annotations

from qjtask.importing.columns.column_reading import ColumnReading, read_column
from qjtask.importing.columns.heading_words import Evidence
from qjtask.importing.rows.row_view import view_of
from qjtask.importing.words.column_roles import Role
from tests.importing.drawn import grid_of, table_of


def column(name: str, *cells: str, mapped: dict[int, Role] | None = None) -> ColumnReading:
    rows = grid_of("\n".join(f"{cell} | x" for cell in cells)).rows
    return read_column(name, rows, 0, mapped or {})


def test_heading_and_cells_add_up_in_the_shade_that_the_heading_names() -> None:
    made = column("牵头单位", "县住建局", "县财政局")
    assert made.role is Role.LEAD
    assert [(one.role, one.weight) for one in made.evidence] == [
        (Role.LEAD, 7),
        (Role.UNITS, 3),
        (Role.LEAD, 5),
    ]
    assert not made.is_close


def test_numbers_under_a_heading_of_texts_are_numbers() -> None:
    made = column("具体要求", "1", "2", "3")
    assert (made.role, made.other, made.is_close) == (Role.NUMBER, Role.WORK, False)


def test_points_under_their_heading_are_no_numbers_of_works() -> None:
    assert column("分值", "1", "2", "3").role is Role.OTHER


def test_texts_under_remarks_are_remarks() -> None:
    assert column("备注", "这是县级的民生实事项目", "省里的重点工程，要按月调度").role is Role.NOTE


def test_a_near_miss_is_close_and_names_the_other() -> None:
    made = column("备注", "9月底前", "12月底前").with_more(Evidence(Role.DEADLINE, 3, "没有别的时限栏"))
    assert (made.role, made.other, made.margin, made.is_close) == (Role.DEADLINE, Role.NOTE, 2, True)


def test_what_a_person_says_is_final_and_no_other_column_has_it() -> None:
    assert column("备注", "9月底前", mapped={0: Role.WORK}).role is Role.WORK
    assert column("责任单位", "县住建局", mapped={5: Role.UNITS}).role is None


def test_the_lowest_heading_is_the_most_exact_and_all_lines_together_come_next() -> None:
    assert column("责任单位\n牵头", "县住建局").role is Role.LEAD
    assert column("责任\n单位", "x").said is Role.UNITS


def test_an_unknown_heading_over_nothing_is_nothing() -> None:
    assert column("由头", "").role is None


def test_units_of_measure_and_phones_are_no_offices_whatever_the_heading_says() -> None:
    assert column("单位", "%", "%", "亿元").role is Role.MEASURE
    assert column("责任单位", "0551-1234567", "13912345678").role is Role.OTHER
    assert column("时限", "2021-06-30", "2021-09-30").role is Role.DEADLINE
    assert column("单位", "县财政局", "县教育局").role is Role.UNITS


def test_amounts_are_no_numbers_of_works() -> None:
    assert column("2022年完成", "4.5", "5.1", "12.3").role is Role.OTHER
    assert column("年度计划数", "4.5", "5.1", "12.3").role is not Role.NUMBER
    assert column("", "1.1", "1.2", "2.1").role is Role.NUMBER
    assert column("", "300", "12", "5").role is not Role.NUMBER


def test_ticks_under_a_period_say_when() -> None:
    under = (
        "序号 | 工作 | 责任单位 | {} | {}\n1 | 做第一件事。 | 甲局 | √ | \n2 | 做第二件事。 | 乙局 | √ | √"
    )
    assert table_of(under.format("1月", "2月")).roles[3:] == (Role.STEP, Role.STEP)
    assert table_of(under.format("一季度", "二季度")).roles[3:] == (Role.STEP, Role.STEP)
    assert table_of(under.format("已报送", "已完成")).roles[3:] == (Role.OTHER, Role.OTHER)


def test_a_number_under_months_is_a_month() -> None:
    table = table_of(
        "序号 | 工作 | 责任单位 | 实施月份 | ←\n↑ | ↑ | ↑ | 3 | 4\n"
        "1 | 做第一件事。 | 甲局 | √ | \n2 | 做第二件事。 | 乙局 | √ | √"
    )
    assert table.roles[3:] == (Role.STEP, Role.STEP)
    assert view_of(table.grid_rows[1], table).text(Role.STEP) == "3月：√\n4月：√"
