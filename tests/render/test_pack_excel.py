"""The fill-in workbook: what is locked, what may be filled, and that text stays text."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from qjtask.core.layout.sheet import Tone
from qjtask.core.log.entry import Do, Entry
from qjtask.core.packs.pack import Pack, packs
from qjtask.core.packs.pack_form import FIELDS, GUIDE
from qjtask.core.plan.plan import Plan
from qjtask.render.pack_excel import pack_excel
from qjtask.render.print_tones import COLOURS
from tests.core.plans import day, entry, item, milestone, past, plan, shipped, standing
from tests.filling import MACHINE, SHEET
from tests.render.office import pages

HOSTILE = '=HYPERLINK("http://x","点")'


def packed(on: Plan, *entries: Entry) -> list[Pack]:
    return packs(on, standing(on, entries), past(entries, "06-10"), day("06-10"))


@cache
def book() -> bytes:
    return pack_excel(packed(shipped())[0])


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name).decode()


def small() -> bytes:
    on = plan(item("9.1", deadline="持续推进"), item("9.2", milestones=(milestone("04-30"),)))
    return pack_excel(packed(on)[0])


def styles_of(data: bytes) -> list[bool]:
    """Whether each cell style is locked."""
    styles = re.search("<cellXfs.*?</cellXfs>", part(data, "xl/styles.xml"), re.DOTALL)
    assert styles
    return ['locked="0"' not in one for one in styles[0].split("<xf ")[1:]]


def is_locked(data: bytes, at: str) -> bool:
    found = re.search(rf'<c r="{at}" s="([0-9]+)"', part(data, SHEET))
    assert found
    return styles_of(data)[int(found[1])]


def test_the_same_pack_makes_the_same_bytes() -> None:
    assert pack_excel(packed(shipped())[0]) == pack_excel(packed(shipped())[0])
    assert part(book(), "docProps/core.xml").count("2021-06-10T00:00:00Z") == 2


def test_only_the_columns_to_fill_are_open() -> None:
    data = small()
    for at in (f"{letter}{row}" for letter in "ABCDEF" for row in (1, 4, 5, 6, 7)):
        assert is_locked(data, at), at
    for at in (f"{letter}{row}" for letter in "GHIJK" for row in (5, 6)):
        assert not is_locked(data, at), at
    assert [is_locked(data, f"{letter}7") for letter in "GHIJK"] == [False, True, False, False, False]


def test_the_lights_have_the_colours_of_every_other_document() -> None:
    log = (entry("9.1", Do.NOTE, on="06-09"),)
    on = plan(item("9.1", deadline="2021年6月1日"), item("9.2"), item("9.3", deadline="2021年12月31日"))
    styles = part(pack_excel(packed(on, *log)[0]), "xl/styles.xml")
    for tone in (Tone.RED, Tone.YELLOW, Tone.GREEN):
        assert f'<color rgb="FF{COLOURS[tone]}"/>' in styles


def test_the_sheet_is_protected_without_a_password_and_may_be_made_wider() -> None:
    protection = re.search("<sheetProtection[^>]*>", part(small(), SHEET))
    assert protection
    assert "password" not in protection[0]
    assert 'sheet="1"' in protection[0]
    for allowed in ("formatCells", "formatColumns", "formatRows"):
        assert f'{allowed}="0"' in protection[0]


def test_each_column_to_fill_says_what_it_wants_and_accepts_no_other() -> None:
    sheet = part(small(), SHEET)
    rules = sheet.split("<dataValidation ")[1:]
    assert len(rules) == len(FIELDS)
    for field, rule in zip(FIELDS, rules, strict=True):
        assert f'prompt="{field.hint}"' in rule
    percent, yes, when = rules[1:4]
    assert 'type="whole"' in percent
    assert "<formula1>0</formula1><formula2>100</formula2>" in percent
    assert '<formula1>"是"</formula1>' in yes
    assert "<formula1>44197</formula1><formula2>TODAY()</formula2>" in when  # from 2021-01-01
    assert 'sqref="J5:J7"' in when


def test_it_prints_on_a4_across_with_its_headings_on_every_page() -> None:
    sheet, workbook = part(small(), SHEET), part(small(), "xl/workbook.xml")
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "<pane " in sheet
    assert 'ySplit="4"' in sheet
    assert "填报表!$4:$4" in workbook
    assert "填报表!$A$1:$K$7" in workbook


def test_people_see_whose_table_it_is_and_the_machines_sheet_is_hidden() -> None:
    data = book()
    texts = part(data, "xl/sharedStrings.xml")
    for seen in ("填报单位：审批科", "制表日期：2021年6月10日", "文号：黔江交通发〔2021〕96号", *GUIDE):
        assert seen in texts
    assert 'name="qjtask" sheetId="2" state="veryHidden"' in part(data, "xl/workbook.xml")
    assert "<f>" not in part(data, MACHINE)


def test_a_formula_in_a_work_text_stays_a_text() -> None:
    on = plan(
        item("9.1", work=HOSTILE, units=("=cmd|' /C calc'!A0",)), item("9.2", work="http://evil.example/")
    )
    for pack in packed(on):
        data = pack_excel(pack)
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            assert not [name for name in parts.namelist() if "rels" in name and "sheet" in name]
        assert "<f>" not in part(data, SHEET)
        assert "hyperlink" not in part(data, SHEET)


def test_a_control_character_and_a_very_long_text_do_no_harm() -> None:
    on = plan(item("9.1", work="办\x1b[2J\n事\u202e" + "长" * 40_000))
    data = pack_excel(packed(on)[0])
    texts = part(data, "xl/sharedStrings.xml")
    assert "办�[2J 事�长" in texts
    assert "太长，其余见计划" in texts
    heights = [float(found) for found in re.findall(r'ht="([0-9.]+)"', part(data, SHEET))]
    assert max(heights) <= 409


def test_libreoffice_prints_the_headings_and_the_unit_on_its_pages(tmp_path: Path) -> None:
    printed = pages(book(), "pack.xlsx", tmp_path)
    assert 1 < len(printed) < 8
    assert "填报单位：审批科" in printed[0]
    for number, page in enumerate(printed, 1):
        assert "编号重点任务具体工作期限情况上次进展进展百分比是否完成完成日期佐证" in page
        assert f"第{number}页，共{len(printed)}页" in page
