"""Tables with a column for each office and signs in the cells."""

from __future__ import annotations

import pytest

from qjtask.importing.tables.column_doubts import doubts_on_columns
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import OFFICES, Role
from tests.importing.drawn import table_of, tables_of

L, U, S = OFFICES
HEAD = "序号 | 工作任务 | 发改局 | 财政局 | 住建局 | 时限"


def matrix(*rows: str) -> str:
    return "\n".join((HEAD, *(f"{at} | 做第{at}件事。 | {row} | 6月" for at, row in enumerate(rows, 1))))


def offices(table: Table) -> list[dict[Role, str]]:
    held = [(at, role) for at, role in enumerate(table.roles) if role in OFFICES]
    return [
        {role: row.cells[at].text for at, role in held if role and row.cells[at].text}
        for row in table.grid_rows
    ]


def told(table: Table) -> list[str]:
    return [one.assumed for one in doubts_on_columns(table, is_mapped=False)]


@pytest.mark.parametrize(
    ("rows", "read", "guessed"),
    [
        (
            ("▲ | △ | ", "△ | ▲ | △"),
            [{L: "发改局", S: "财政局"}, {L: "财政局", S: "发改局、住建局"}],
            ["“▲”作牵头单位，“△”作配合单位"],
        ),
        (
            ("● | ○ | ", " | ● | "),
            [{L: "发改局", S: "财政局"}, {L: "财政局"}],
            ["“●”作牵头单位，“○”作配合单位"],
        ),
        (
            ("★ | | ☆", " | ★ | "),
            [{L: "发改局", S: "住建局"}, {L: "财政局"}],
            ["“★”作牵头单位，“☆”作配合单位"],
        ),
        (("▲ | | ", " | ▲ | ▲"), [{U: "发改局"}, {U: "财政局、住建局"}], ["“▲”作责任单位"]),
        (("√ | | ", "√ | √ | "), [{U: "发改局"}, {U: "发改局、财政局"}], []),
        (("牵头 | 配合 | ", "配合 | 牵头 | /"), [{L: "发改局", S: "财政局"}, {L: "财政局", S: "发改局"}], []),
        (("主责 | 配合 | ", " | 主责 | 参与"), [{U: "发改局", S: "财政局"}, {U: "财政局", S: "住建局"}], []),
        (("牵头 | √ | ", "√ | 牵头 | "), [], None),
        (("√ | □ | ◎", "□ | √ | "), [], None),
        (("张三 | 李四 | ", "▲ |  | "), [], None),
    ],
)
def test_signs_say_who_leads_and_who_helps(
    rows: tuple[str, ...], read: list[dict[Role, str]], guessed: list[str] | None
) -> None:
    table = table_of(matrix(*rows))
    if guessed is None:
        assert table.header.names[2:5] == ("发改局", "财政局", "住建局")
    else:
        assert offices(table) == read
        assert told(table) == guessed


@pytest.mark.parametrize(
    ("legend", "lead", "support"),
    [
        ("注：▲为牵头单位，△为配合单位", "发改局", "财政局"),
        ("▲牵头 △配合", "发改局", "财政局"),
        ("牵头单位▲、配合单位△", "发改局", "财政局"),
        ("（牵头单位用“▲”表示，配合单位用“△”表示）", "发改局", "财政局"),
        ("△：牵头；▲：配合", "财政局", "发改局"),
    ],
)
def test_a_legend_anywhere_explains_the_signs(legend: str, lead: str, support: str) -> None:
    drawn = matrix("▲ | △ | ", "△ | ▲ | ")
    for table in (
        *tables_of(legend, drawn),
        *tables_of(drawn, legend),
        table_of(f"{drawn}\n{legend} | ← | ← | ← | ← | ←"),
    ):
        assert offices(table)[0] == {L: lead, S: support}
        assert not any("▲" in one for one in told(table))


def test_offices_under_a_wider_heading_and_headings_among_the_works() -> None:
    table = table_of(
        "序号 | 工作任务 | 责任单位 | ← | 时限\n↑ | ↑ | 发改局 | 财政局 | ↑\n"
        "一、保障 | ← | ← | ← | ←\n1 | 做第一件事。 | 牵头 | 配合 | 6月\n2 | 做第二件事。 | 配合 | 牵头 | ↑"
    )
    assert table.roles == (Role.NUMBER, Role.WORK, L, S, Role.DEADLINE)
    assert [row.cells[2].text for row in table.grid_rows] == ["一、保障", "发改局", "财政局"]


def test_a_further_page_without_the_names_goes_on() -> None:
    first = "\n".join(matrix("▲ | △ | ", "△ | ▲ | ").split("\n"))
    (table,) = tables_of(first, "3 | 做第三件事。 | △ |  | ▲ | 9月")
    assert offices(table)[-1] == {L: "住建局", S: "发改局"}


@pytest.mark.parametrize("heading", ["责任单位 | 牵头单位", "入库 | 在园", "甲县 | 乙县", "发改局 | 备注"])
def test_other_headings_over_signs_name_no_offices(heading: str) -> None:
    table = table_of(
        f"序号 | 工作任务 | 时限 | {heading}\n1 | 做第一件事。 | 6月 | √ |\n2 | 做第二件事。 | 7月 | | √"
    )
    assert "".join(table.header.names[3:]) == heading.replace(" | ", "")


def test_a_work_that_begins_with_a_sign_explains_none() -> None:
    (table,) = tables_of(HEAD + "\n1 | △牵头做好保障。 | ▲ | △ |  | 6月\n2 | 做事。 | △ | ▲ |  | 7月")
    assert offices(table)[0] == {L: "发改局", S: "财政局"}
