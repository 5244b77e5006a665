"""Tables on a terminal: nothing wider than the screen, nothing cut that is not said to be."""

from __future__ import annotations

import io
import os
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qjtask.core.layout.sheet import Cell, Column, Sheet, Tone
from qjtask.core.log.history import history
from qjtask.core.sheets.due_sheets import due_sheet
from qjtask.core.sheets.item_sheets import show_sheets
from qjtask.core.sheets.list_sheets import list_sheet
from qjtask.core.sheets.stats_sheets import by_sheet, total_sheet, year_sheet
from qjtask.core.sheets.unit_sheets import units_sheet
from qjtask.core.standing.counts import StatsBy
from qjtask.core.standing.query import due_lines
from qjtask.core.standing.rows import rows
from qjtask.core.standing.unit_loads import unit_loads
from qjtask.core.text.width import width, wrap
from qjtask.render.one_line import one_line
from qjtask.render.terminal import MOST_ROWS, draw
from qjtask.storage.plans.plan_file import load_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PLAN = Path(__file__).parents[2] / "data" / "tasks.yaml"
TODAY = date(2021, 6, 10)
WIDTHS = (20, 40, 60, 80, 120, 200)
LONG = "推进证明类材料在线申请、开具和应用，" * 20
HOSTILE = "[done] [/x] :warning: [bold red]甲[/] \\[x] {x} %s"


def drawn(sheets: Iterable[Sheet], screen: int, *, full: bool = False, **env: str) -> str:
    """What a terminal of that width is sent."""
    out = io.StringIO()
    with patch.dict(os.environ, env):
        draw(sheets, out, screen=screen, full=full)
    return out.getvalue()


def bytes_drawn(sheets: Iterable[Sheet], encoding: str) -> str:
    """What a terminal of another encoding shows, of what it is sent."""
    buffer = io.BytesIO()
    out = io.TextIOWrapper(buffer, encoding=encoding, errors="replace")
    draw(sheets, out, screen=60, full=False)
    out.flush()
    return buffer.getvalue().decode(encoding)


def visible(text: str) -> Counter[str]:
    """The characters of a text that show, the rules under headings left out."""
    return Counter("".join(text.split()).replace("─", ""))


def cells_of(sheet: Sheet, *, long: bool) -> list[str]:
    """The texts that a terminal is to show, those that may be shortened too when `long`."""
    shown = [at for at, column in enumerate(sheet.columns) if column.on_screen and (long or not column.short)]
    return [one_line(row[at].text) for row in sheet.rows for at in shown]


@cache
def sheets() -> dict[str, list[Sheet]]:
    """The sheets of the commands, for the shipped plan."""
    plan = load_plan(PLAN, "tasks.yaml")
    found = rows(plan, (), TODAY)
    until = date(2021, 12, 31)
    return {
        "list": [list_sheet(found, len(found), in_sections=True)],
        "due": [due_sheet(due_lines(found, until), TODAY, until, ("共几项",))],
        "show": [sheet for row in found for sheet in show_sheets(row, history((), TODAY))],
        "stats": [total_sheet(found), *(by_sheet(found, by) for by in StatsBy), year_sheet(found)],
        "units": [units_sheet(unit_loads(plan, found))],
    }


@pytest.mark.parametrize("screen", WIDTHS)
@pytest.mark.parametrize("name", ["list", "due", "show", "stats", "units"])
@pytest.mark.parametrize("full", [True, False])
def test_nothing_is_too_wide_and_nothing_cut(name: str, screen: int, *, full: bool) -> None:
    text = drawn(sheets()[name], screen, full=full)
    for line in text.splitlines():
        assert width(line) == cell_len(line) <= screen
    for sheet in sheets()[name]:
        wanted = cells_of(sheet, long=full)
        headings = [column.heading for column in sheet.columns if column.on_screen and sheet.rows]
        everything = "".join([sheet.title, *headings, *wanted, *sheet.notes, *sheet.sections.values()])
        assert not visible(everything) - visible(text)
    if full:
        assert text.count("…") == sum(
            cell.count("…") for sheet in sheets()[name] for cell in cells_of(sheet, long=True)
        )


@pytest.mark.parametrize("screen", WIDTHS)
@pytest.mark.parametrize("name", ["list", "due"])
def test_ids_and_dates_are_in_one_piece(name: str, screen: int) -> None:
    text = drawn(sheets()[name], screen)
    (sheet,) = sheets()[name]
    words = re.findall(r"[\w.-]+", text)
    for row in sheet.rows:
        assert row[0].text in words
        for cell in row:
            for day in re.findall(r"^\d{4}-\d\d-\d\d$", cell.text):
                assert day in words
    assert len(set(words) & {row[0].text for row in sheet.rows}) == len({row[0].text for row in sheet.rows})


@pytest.mark.parametrize("screen", [80, 120, 200])
@pytest.mark.parametrize("name", ["list", "due", "show", "stats", "units"])
def test_a_screen_of_80_shows_a_table(name: str, screen: int) -> None:
    for sheet in sheets()[name]:
        headings = [column.heading for column in sheet.columns if column.on_screen and column.heading]
        lines = drawn([sheet._replace(title="")], screen).splitlines()
        rule = next(at for at, line in enumerate(lines) if set(line) == {"─"})
        assert sorted("".join(lines[:rule]).split()) == sorted(headings)


def test_a_column_stands_under_the_one_before_it_only_where_room_is_short() -> None:
    columns = (Column("工作", weight=1), Column("期限"), Column("灯", under=True))
    sheet = Sheet("", columns, ((Cell("甲" * 20), Cell("2021-06-30"), Cell("红 逾期3天", Tone.RED)),))
    assert drawn([sheet], 70).split("\n")[2] == f"{'甲' * 20}  2021-06-30  红 逾期3天"
    assert drawn([sheet], 42).split("\n") == [
        "工作                            期限",
        "                                灯",
        "─" * 42,
        f"{'甲' * 15}  2021-06-30",
        f"{'甲' * 5}                      红 逾期3天",
        "",
    ]


def test_a_table() -> None:
    columns = (
        Column("编号"),
        Column("具体工作", weight=5, short=True),
        Column("责任单位", weight=3),
        Column("全文", on_screen=False),
        Column("项数", is_number=True),
    )
    table = (
        (Cell("9.2"), Cell("甲" * 40), Cell("审批科、道路运输中心、公路事务中心"), Cell("不见"), Cell(3)),
        (Cell("9.10"), Cell("短"), Cell("审批科"), Cell("不见"), Cell(45)),
    )
    sheet = Sheet("标题", columns, table, ("共2项",), {0: "（九）着力提升网上办事深度", 1: "（十）"})
    assert drawn([sheet], 43).split("\n") == [
        "标题",
        "编号  具体工作             责任单位    项数",
        "───────────────────────────────────────────",
        "      （九）着力提升网上办事深度",
        "9.2   甲甲甲甲甲甲甲甲甲   审批科、道     3",
        "      甲甲甲甲甲甲甲甲甲…  路运输中",
        "                           心、公路事",
        "                           务中心",
        "      （十）",
        "9.10  短                   审批科        45",
        "共2项",
        "",
    ]
    whole = drawn([sheet], 43, full=True)
    assert whole.count("甲") == 40
    assert "…" not in whole


def test_a_screen_too_narrow_for_a_table_has_one_block_per_row() -> None:
    columns = (Column("编号"), Column("灯"), Column("期限"), Column("状态"), Column("空"), Column(""))
    row = (Cell("9.10"), Cell("黄 剩5天"), Cell(date(2021, 6, 15)), Cell("推进中60%"), Cell(None), Cell("██"))
    assert drawn([Sheet("", columns, (row,), (), {0: "（九）着力提升网上办事"})], 20) == (
        "────────────────────\n"
        "（九）着力提升网上办\n"
        "事\n"
        "编号：9.10\n"
        "灯：黄 剩5天\n"
        "期限：2021-06-15\n"
        "状态：推进中60%\n"
        "██\n"
    )


def test_a_section_has_room_though_its_column_stands_at_the_edge() -> None:
    columns = (Column("编号"), Column("甲", weight=1))
    sheet = Sheet("", columns, ((Cell("9.2" * 4), Cell("乙")),), (), {0: "（九）着力提升网上"})
    assert drawn([sheet], 20).split("\n")[2:] == ["（九）着力提升网上", "9.29.29.29.2  乙", ""]


def test_headings_fold_before_a_table_is_given_up() -> None:
    columns = (Column("单位"), Column("持续推进", is_number=True), Column("已完成", is_number=True))
    assert drawn([Sheet("", columns, ((Cell("审批科"), Cell(1), Cell(22)),))], 20).split("\n") == [
        "单位    持续  已完",
        "        推进    成",
        "──────────────────",
        "审批科     1    22",
        "",
    ]


def test_a_long_text_folds_in_a_column_that_is_kept_on_one_line_where_there_is_room() -> None:
    columns = (Column("编号"), Column("完成时限"), Column("工作", weight=1))
    sheet = Sheet(
        "", columns, ((Cell("9.2"), Cell("2021年底前完成并在以后各年长期坚持不懈"), Cell("做事" * 10)),)
    )
    assert "2021年底前完成并在以后各年长期坚持不懈" in drawn([sheet], 80)
    narrow = drawn([sheet], 40)
    assert narrow.startswith("编号  完成时限")
    assert not visible("".join(cells_of(sheet, long=True))) - visible(narrow)


def test_what_is_data_stays_data() -> None:
    sheet = Sheet(
        HOSTILE,
        (Column(HOSTILE), Column("乙", weight=1)),
        ((Cell(HOSTILE), Cell(HOSTILE)),),
        (HOSTILE,),
        {0: HOSTILE},
    )
    text = drawn([sheet], 200)
    assert text.count(HOSTILE) == 6


def test_no_escape_comes_through() -> None:
    bad = "\x1b[31m\x9b2J\u202e甲\n乙\t丙\u2028丁\x07"
    text = drawn(
        [Sheet(bad, (Column(bad),), ((Cell(bad),),), (bad,), {0: bad})], 120, FORCE_COLOR="1", TERM="xterm"
    )
    assert text.count("�[31m�2J�甲 乙 丙 丁�") == 5
    seen = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert all(char.isprintable() or char == "\n" for char in seen)


def test_rich_folds_nothing_once_more() -> None:
    """What it takes for wider than core.text does (here by a newer Unicode) stays on its line."""
    title = "☰" * 30
    assert drawn([Sheet(title, (), ())], 20).splitlines() == wrap(title, 20)


def test_no_line_starts_or_ends_with_the_wrong_mark() -> None:
    marks = "加强“渝快办”平台（区级）事项标准化、规范化，动态调整；"
    for screen in range(20, 60):
        lines = drawn([Sheet(marks * 3, (Column("甲", weight=1),), ((Cell(marks * 9),),))], screen).split(
            "\n"
        )
        assert not [line for line in lines if line[:1] in set("，。、；”）")]
        assert not [line for line in lines if line.rstrip()[-1:] in set("（“")]


@pytest.mark.parametrize(
    ("count", "told"), [(MOST_ROWS, False), (MOST_ROWS + 1, True), (MOST_ROWS + 707, True)]
)
def test_of_very_many_rows_the_first_are_drawn_and_the_rest_counted(count: int, *, told: bool) -> None:
    sheet = Sheet("", (Column("编号"),), tuple((Cell(f"{number}."),) for number in range(count)), ("共几项",))
    lines = [line.strip() for line in drawn([sheet], 100).splitlines()]
    note = f"只画了前{MOST_ROWS}行，还有{count - MOST_ROWS}行：请加筛选条件，或用 --format plain 看全部"
    assert lines[2:] == [f"{number}." for number in range(MOST_ROWS)] + [note] * told + ["共几项"]


def test_a_sheet_without_rows_is_its_title_and_notes() -> None:
    assert drawn([Sheet("题", (Column("甲"),), (), ("没有",)), Sheet("", (), ())], 80) == "题\n没有\n"
    assert drawn([], 80) == ""


# Colours and terminals ----------------------------------------------------------------------------

COLOURS = Sheet("题", (Column("灯"),), tuple((Cell(f"{tone.value}灯", tone),) for tone in Tone))


def test_colours_go_with_words() -> None:
    text = drawn([COLOURS], 80, FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[1;31mred灯" in text
    assert "\x1b[33myellow灯" in text
    assert "\x1b[32mgreen灯" in text
    assert "\x1b[2mdim灯" in text
    assert "\x1b[1mstrong灯" in text
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == drawn([COLOURS], 80)


def test_no_color_is_kept() -> None:
    text = drawn([COLOURS], 80, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", text)
    assert "red灯" in text


def test_a_dumb_terminal_gets_no_escapes_and_its_own_width() -> None:
    text = drawn(sheets()["list"], 60, FORCE_COLOR="1", TERM="dumb")
    assert "\x1b" not in text
    assert text == drawn(sheets()["list"], 60)
    assert max(width(line) for line in text.splitlines()) <= 60


def test_a_pipe_gets_no_escapes() -> None:
    assert "\x1b" not in drawn([COLOURS], 80)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5"])
def test_a_terminal_of_another_encoding(encoding: str) -> None:
    sheet = Sheet("题", (Column("甲"),), ((Cell("完成率：80% ✓ 👍"),),))
    seen = "✓ 👍" if encoding == "gb18030" else "? ?"
    assert bytes_drawn([sheet], encoding).splitlines()[1:] == [
        "甲",
        "─" * 16,
        f"完成率：80% {seen}",
    ]


def test_an_ascii_terminal_shows_the_rest_of_it() -> None:
    lines = bytes_drawn(sheets()["list"], "ascii").splitlines()
    assert any(set(line) == {"-"} for line in lines)
    assert any(line.startswith("9.2 ") for line in lines)
    assert any("2021-06-30" in line for line in lines)


# Any sheet ----------------------------------------------------------------------------------------

TEXTS = (
    st.text()
    | st.text(st.sampled_from("审批科，。（）“”、 ab1-\t\n\x1b[]"))
    | st.sampled_from([LONG, HOSTILE])
)
CELLS = st.builds(Cell, TEXTS | st.integers() | st.dates() | st.none(), st.sampled_from(Tone))
COLUMNS = st.builds(
    Column,
    TEXTS,
    weight=st.integers(0, 5),
    short=st.booleans(),
    on_screen=st.booleans(),
    is_number=st.booleans(),
)


@st.composite
def any_sheet(draw: st.DrawFn) -> Sheet:
    columns = draw(st.lists(COLUMNS, max_size=6).map(tuple))
    row = st.tuples(*[CELLS] * len(columns))
    cells = draw(st.lists(row, max_size=4).map(tuple))
    sections = draw(st.dictionaries(st.integers(0, 4), TEXTS, max_size=3))
    return Sheet(draw(TEXTS), columns, cells, draw(st.lists(TEXTS, max_size=2).map(tuple)), sections)


@given(sheet=any_sheet(), screen=st.integers(8, 130), full=st.booleans())
def test_any_sheet_fits_and_is_whole(sheet: Sheet, screen: int, *, full: bool) -> None:
    text = drawn([sheet], screen, full=full)
    lines: Sequence[str] = text.split("\n")
    assert all(width(line) <= screen for line in lines)
    heads = [sheet.title, *sheet.notes]
    if any(column.on_screen for column in sheet.columns):
        heads += [heading for at, heading in sheet.sections.items() if at < len(sheet.rows)]
    wanted = "".join([*map(one_line, heads), *cells_of(sheet, long=full)])
    assert not visible(wanted) - visible(text)
    assert all(char.isprintable() or not char.isascii() for line in lines for char in line)
