"""Fill-in workbooks read back: which unit's, which plan's, and what stands in each row, with its address."""

from __future__ import annotations

from collections.abc import Iterable

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.packs.filled_rows import Filled
from qjtask.core.packs.pack_form import (
    DAY_LABEL,
    FIELDS,
    FORMER_UNIT_LABEL,
    ID,
    LOCKED,
    MARK,
    UNIT_LABEL,
    WORK,
    Identity,
    read_identity,
)
from qjtask.core.packs.typed_cells import Typed
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.importing.document.grid import LONGEST_TEXT, Budget
from qjtask.importing.formats.workbooks.sheet_grid import MergedRange
from qjtask.importing.formats.workbooks.xlsx import Workbook, open_book

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WANTED = (ID, WORK, *(field.heading for field in FIELDS))
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"  # stands first, unpacked
_SAVE_AS = "请在 Excel、WPS 或 LibreOffice 里另存为 .xlsx"
_AGAIN = "请用发下去的那个文件重新填写，仍存为 .xlsx"

Lines = dict[int, dict[int, str]]


class _Sheet(NamedTuple):
    """A worksheet as it came: `unread` are the cells that hold an error, or a formula without result."""

    name: str
    lines: Lines
    unread: tuple[str, ...]
    merges: tuple[MergedRange, ...]


class _FormTable(NamedTuple):
    """The sheet with the headings: its name, its lines, the headings' row, and each heading's column."""

    name: str
    lines: Lines
    head: int
    columns: dict[str, int]
    unread: tuple[str, ...]
    merges: tuple[MergedRange, ...]


def read_filled(data: bytes, shown: str) -> Filled:
    """Read a workbook that a unit has filled in; `shown` is how messages name it.

    Refused, in one line each, when it is no workbook, no pack, broken or unsafe, or lacks a column.
    """
    _check_kind(data, shown)
    try:
        sheets = _sheets(open_book(data, shown), Budget(shown, len(data)))
    except (MemoryError, RecursionError) as error:
        raise refuse(shown, "文件太大或嵌套太深，读不完", _AGAIN) from error
    except Refused as refused:  # the workbook's reader advises for a plan that is to be imported
        raise Refused([problem._replace(fix=_AGAIN) for problem in refused.problems]) from refused
    _check_lengths(sheets, shown)
    identity, table = _found(sheets, shown)
    where = f"{shown}:{table.name}!"
    _check_cells(table, where)
    return Filled(shown, identity, _unit_typed(table, where), _rows(table, where), _beyond(table, where))


def _check_kind(data: bytes, shown: str) -> None:
    if not data.strip(b"\0 \r\n\t"):
        raise refuse(shown, "文件是空的", "请核对是不是选错了文件")
    if shown.replace("\\", "/").rpartition("/")[2].startswith("~$"):
        raise refuse(shown, "这是 Excel 打开文件时的临时文件", "请关闭 Excel，或不要列出这个文件")
    if data.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise refuse(shown, "文件加了密码", "请打开后去掉密码再存")
        raise refuse(shown, "这是旧格式的工作簿（.xls、.et）", _SAVE_AS)
    if not data.startswith(_ZIP):
        raise refuse(shown, "不是 Excel 工作簿（.xlsx）", "请核对是不是选错了文件")
    if _OPEN_DOCUMENT in data[:200]:
        raise refuse(shown, "这是 OpenDocument 工作簿（.ods）", _SAVE_AS)


def _sheets(book: Workbook, budget: Budget) -> list[_Sheet]:
    sheets = []
    for name, path, _ in book.sheets():
        if book.has(path):
            sheet = book.read(path, budget, lambda _: None)
            sheets.append(_Sheet(name, sheet.typed, tuple(sheet.unread), tuple(sheet.merges)))
    return sheets


def _check_lengths(sheets: Iterable[_Sheet], shown: str) -> None:
    problems = [
        Problem(
            f"{shown}:{sheet.name}!{_letters(column)}{number}",
            f"这一格有{len(text)}字，超过{LONGEST_TEXT}字",
            "请写得短些，详细情况另附材料",
        )
        for sheet in sheets
        for number, line in sorted(sheet.lines.items())
        for column, text in sorted(line.items())
        if len(text) > LONGEST_TEXT
    ]
    if problems:
        raise Refused(problems)


def _check_cells(table: _FormTable, where: str) -> None:
    """Refuse what under the headings does not say what was filled in: broken formulas, merged rows."""
    if bad := [one for one in table.unread if _is_under(one, table)]:
        fix = "请直接写内容，不要用公式"
        raise Refused([Problem(f"{where}{one}", "这一格的公式没有结果或出错", fix) for one in bad])
    if joined := [one for one in table.merges if one.bottom > one.top and one.bottom > table.head]:
        told, fix = "合并成了一格，看不出填的是哪一项", "请取消合并，逐行填写"
        raise Refused([Problem(f"{where}{_address(one)}", told, fix) for one in joined])


def _found(sheets: Iterable[_Sheet], shown: str) -> tuple[Identity, _FormTable]:
    """What the machine's sheet says, and the sheet that people filled."""
    machine: list[tuple[str, str]] = []
    tables = []
    for sheet in sheets:
        if sheet.lines.get(1, {}).get(0) == MARK:
            machine = [(line.get(0, ""), line.get(1, "")) for _, line in sorted(sheet.lines.items())]
        elif (headings := _headings(sheet.lines)) is not None:
            tables.append(_FormTable(sheet.name, sheet.lines, *headings, sheet.unread, sheet.merges))
    identity = read_identity(machine, shown)
    if len(tables) != 1:
        told = "有几张工作表都像填报表" if tables else f"没有找到表头“{ID}”“{WORK}”"
        raise refuse(shown, told, "请在发下去的那个文件里填，不要增加、删除工作表和表头")
    if missing := [heading for heading in _WANTED if heading not in tables[0].columns]:
        told = f"缺少“{'”“'.join(missing)}”这一列"
        raise refuse(f"{shown}:{tables[0].name}!{tables[0].head}:{tables[0].head}", told, "请恢复表头")
    return identity, tables[0]


def _headings(lines: Lines) -> tuple[int, dict[str, int]] | None:
    """The headings' row and their columns; of two alike, the first counts."""
    for number, line in sorted(lines.items()):
        if ID in line.values() and WORK in line.values():
            columns: dict[str, int] = {}
            for column, text in sorted(line.items()):
                columns.setdefault(text, column)
            return number, columns
    return None


def _unit_typed(table: _FormTable, where: str) -> Typed | None:
    """The unit as people see it, over the headings."""
    for number, line in sorted(table.lines.items()):
        for column, text in line.items():
            if number < table.head and text.startswith((UNIT_LABEL, FORMER_UNIT_LABEL)):
                told = text.removeprefix(UNIT_LABEL).removeprefix(FORMER_UNIT_LABEL)
                unit = told.split(DAY_LABEL)[0].strip()
                return Typed(unit, f"{where}{_letters(column)}{number}")
    return None


def _rows(table: _FormTable, where: str) -> tuple[dict[str, Typed], ...]:
    return tuple(
        {
            heading: Typed(line.get(column, ""), f"{where}{_letters(column)}{number}")
            for heading in _WANTED
            for column in (table.columns[heading],)
        }
        for number, line in sorted(table.lines.items())
        if number > table.head
    )


def _beyond(table: _FormTable, where: str) -> tuple[Typed, ...]:
    """What was written under the headings in columns that are not the table's."""
    known = {table.columns[heading] for heading in (*LOCKED, *_WANTED) if heading in table.columns}
    return tuple(
        Typed(text, f"{where}{_letters(column)}{number}")
        for number, line in sorted(table.lines.items())
        for column, text in sorted(line.items())
        if number > table.head and column not in known
    )


def _is_under(address: str, table: _FormTable) -> bool:
    digits = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return digits.isdecimal() and int(digits) > table.head


def _address(merged: MergedRange) -> str:
    return f"{_letters(merged.left)}{merged.top}:{_letters(merged.right)}{merged.bottom}"


def _letters(column: int) -> str:
    """A column's name: 0 is A, 26 is AA."""
    name = ""
    while column >= 0:
        column, at = divmod(column, 26)
        name = chr(ord("A") + at) + name
        column -= 1
    return name
