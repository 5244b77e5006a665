"""The plan's rows read one after another: headings, works, works cut by a page, works of several lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from qjtask.core.text.comparing import bare
from qjtask.core.text.signs import is_blank
from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.columns import OFFICES, TEXTS, Role
from qjtask.importing.doubts import Doubt
from qjtask.importing.grid import GridRow
from qjtask.importing.numbering import read_number
from qjtask.importing.table import TablePlan
from qjtask.importing.tidy_text import flow

_SHORT = 60  # characters of a heading that stands alone
_ENDS = "。；;！？!?）)”…"
_FOOT = (
    r"(?:注|备注|说明|附注|填表说明)[：:].*|(?:合计|总计|小计).*|[—\-–－ ·]*\d{1,4}[—\-–－ ·]*"
    r"|第\s*\d+\s*页.*"
)
_FRAGMENT = 12  # characters; what a page leaves over of a name
_MOSTLY = 0.6
_NUMERAL = rf"[（(第]?[{NUMERALS}]{{1,4}}[）)]?"
_BETWEEN = {Role.PERSON: "、", Role.TARGET: "；", Role.NOTE: "；"}  # columns of one kind, read as one


class TableLine(NamedTuple):
    """One work as printed: the text of each role, and which cells went on from the row above.

    `heading` is the last one printed over it, `field` a wider one over that.
    """

    place: str
    texts: dict[Role, str]
    heading: HeadingRow | None
    doubts: tuple[Doubt, ...] = ()

    def text(self, role: Role) -> str:
        """What stands in the column of this role."""
        return self.texts.get(role, "")


class HeadingRow(NamedTuple):
    """A group's heading as printed; `number` is that of the 序号 column when it counts the groups.

    Two headings with the same words are two when they stand apart: `order` tells them.
    """

    text: str
    place: str
    order: int
    number: str = ""
    field: str = ""


class Lines(NamedTuple):
    """All works and all headings in order, where headings were printed again, and what was odd."""

    lines: tuple[TableLine, ...]
    headings: tuple[HeadingRow, ...]
    doubts: tuple[Doubt, ...]
    by_heading: dict[int, list[TableLine]]  # by the heading's order
    repeats: dict[str, str]  # by the place of the first row under a repeated heading: that heading


def read_rows(plan: TablePlan) -> Lines:
    """The works under their headings, in the table's order."""
    return _Walk(plan).lines()


class _Walk:
    def __init__(self, plan: TablePlan) -> None:
        self._roles = plan.roles
        self._names = plan.names
        self._rows = plan.rows
        self._has_group = Role.TASK in plan.roles
        self._numbers_groups = numbers_groups(plan)
        self._lines: list[TableLine] = []
        self._doubts: list[Doubt] = []
        self._heading: HeadingRow | None = None
        self._headings: list[HeadingRow] = []
        self._field = ""
        self._order = 0
        self._has_blank_groups = False
        self._repeats: dict[str, str] = {}
        self._awaited_repeat = ""
        self._filled = _shares(plan)

    def lines(self) -> Lines:
        for row in self._rows:
            if isinstance(row, str):
                self._paragraph(row)
            else:
                self._row(row)
        if not self._has_blank_groups:
            self._repeats.clear()  # every row prints its group: filled down, as spreadsheets are
        by_heading: dict[int, list[TableLine]] = {}
        for line in self._lines:
            if line.heading is not None:
                by_heading.setdefault(line.heading.order, []).append(line)
        return Lines(
            tuple(self._lines), tuple(self._headings), tuple(self._doubts), by_heading, self._repeats
        )

    def _paragraph(self, text: str) -> None:
        """Text between two tables of the plan: a heading when it is numbered like one."""
        if read_number(text) and len(text) <= _SHORT and not text.endswith(tuple("。；")):
            self._open(flow(text), "表格之间")

    def _row(self, row: GridRow) -> None:
        if self._is_alone(row) or self._is_numbered_heading(row) or self._is_sum(row):
            return
        texts = self._texts(row)
        if not any(texts.values()):
            return
        cut = self._lines and self._is_cut(row, texts)
        if not cut:
            self._take_group(row, texts)
        if cut:
            self._join(row, texts)
        elif self._is_same_work(row):
            self._add(row, texts)
        elif texts.get(Role.WORK) or any(texts.get(role) for role in (*OFFICES, Role.DEADLINE)):
            self._begin(row, texts)

    # Headings --------------------------------------------------------------------------------

    def _is_alone(self, row: GridRow) -> bool:
        """A row that holds one text only: a heading, a note under the table, a page's number."""
        filled = [at for at, cell in enumerate(row.cells) if cell.text and not cell.left]
        if len(filled) != 1 or any(cell.up for cell in row.cells):
            return False
        at = filled[0]
        text = flow(row.cells[at].text)
        spans = at + 1 < len(row.cells) and row.cells[at + 1].left
        if re.fullmatch(_FOOT, text) and (len(row.cells) > 1):
            if not re.fullmatch(r"[\d\W第页共]*", text):
                self._doubts.append(
                    Doubt(row.place, f"“{_short(text)}”不是一项工作", "没有读", "要保留请写进 note")
                )
            return True
        role = self._roles[at]
        printed = read_number(text)
        is_wide = spans and row.cells[-1].left
        is_heading = is_wide or (
            role in {Role.FIELD, Role.TASK, Role.NUMBER, None}
            and (
                printed is not None
                or (role is Role.TASK and self._is_whole(text))
                or role in {Role.NUMBER, None}
            )
        )
        if (
            role is Role.WORK
            and printed
            and printed.style in {"（一）", "一、", "第一"}
            and len(text) <= _SHORT
        ):
            is_heading = text[-1] not in "。；;"
        if not is_heading or len(text) < 2 or (role is Role.NUMBER and text.isdecimal()):
            return False
        if is_wide and self._has_group:
            self._field = text
            self._heading = None
        else:
            self._open(text, row.place)
        return True

    def _is_numbered_heading(self, row: GridRow) -> bool:
        """A heading whose numeral stands in the column of 序号: 一、| 加强领导, and nothing after it."""
        filled = {
            role: flow(cell.text)
            for role, cell in zip(self._roles, row.cells, strict=False)
            if cell.text and not cell.left and not cell.up and not is_blank(cell.text)
        }
        texts = [text for role, text in filled.items() if role in TEXTS]
        if set(filled) - {Role.NUMBER, *TEXTS} or Role.NUMBER not in filled or len(texts) != 1:
            return False
        numeral = filled[Role.NUMBER].rstrip("、.．")
        if not re.fullmatch(_NUMERAL, numeral) or len(texts[0]) > _SHORT or texts[0][-1] in "。；;":
            return False
        if not any(self._filled.get(role) for role in (*OFFICES, Role.DEADLINE)):
            return False  # where no row names an office, this one lacks nothing
        self._open(f"{numeral}{'' if numeral[0] in '（(第' else '、'}{texts[0]}", row.place)
        return True

    def _is_sum(self, row: GridRow) -> bool:
        """合计 and what is counted after it."""
        first = next((cell.text for cell in row.cells if cell.text), "")
        if not re.fullmatch(r"(?:合|总|小)\s*计[：:]?", flow(first)):
            return False
        self._doubts.append(Doubt(row.place, f"“{flow(first)}”不是一项工作", "没有读", "要保留请写进 note"))
        return True

    def _is_whole(self, text: str) -> bool:
        """Whether a text alone in the group column is a heading, not the rest of one that a page cut."""
        return self._heading is None or read_number(self._heading.text) is None or len(text) > _FRAGMENT

    def _open(self, text: str, place: str, number: str = "") -> None:
        same = self._heading
        if same is not None and bare(same.text) == bare(text):
            self._awaited_repeat = text
            return
        self._order += 1
        self._heading = HeadingRow(text, place, self._order, number, self._field)
        self._headings.append(self._heading)
        self._awaited_repeat = ""

    def _take_group(self, row: GridRow, texts: dict[Role, str]) -> None:
        """The heading this row prints in its group column, unless it goes on from above."""
        if Role.FIELD in self._roles and texts.get(Role.FIELD):
            self._field = texts[Role.FIELD]
        if not self._has_group:
            return
        at = self._roles.index(Role.TASK)
        cell = row.cells[at]
        if is_blank(cell.text) or (cell.up and self._heading is not None):
            self._has_blank_groups = self._has_blank_groups or self._heading is not None
            return
        number = texts.get(Role.NUMBER, "") if self._numbers_groups else ""
        self._open(flow(cell.text), row.place, number)

    # Works -----------------------------------------------------------------------------------

    def _texts(self, row: GridRow) -> dict[Role, str]:
        """The row's text by role; columns of one role together, merged cells once."""
        found: dict[Role, list[str]] = {}
        for at, (role, cell) in enumerate(zip(self._roles, row.cells, strict=False)):
            if role is None or role is Role.OTHER or not cell.text or cell.left:
                continue
            if cell.up and role is Role.NUMBER:
                continue
            text = cell.text
            if role is Role.STEP and not is_blank(text):
                text = f"{flow(self._names[at].rpartition(chr(10))[2])}：{flow(text)}"
            found.setdefault(role, []).append(text)
        return {role: _BETWEEN.get(role, "\n").join(dict.fromkeys(texts)) for role, texts in found.items()}

    def _begin(self, row: GridRow, texts: dict[Role, str]) -> None:
        doubts = []
        if row.ragged:
            doubts.append(
                Doubt(
                    row.place,
                    f"这一行只有{_filled(row)}格，比别的行少",
                    "从左到右对应各列",
                    "请核对这一项的各列",
                )
            )
        if self._awaited_repeat:
            self._repeats[row.place] = self._awaited_repeat
            self._awaited_repeat = ""
        heading = self._heading
        if heading is None and self._field:
            self._open(self._field, row.place)
            heading = self._heading
        at = self._roles.index(Role.NUMBER) if Role.NUMBER in self._roles else None
        if at is not None and row.cells[at].up and self._lines and not self._numbers_groups:
            told = f"与上一项同在序号“{row.cells[at].text}”之下"
            doubts.append(Doubt(row.place, told, "按两项记，接着编号", "若是一项，请合并后改编号"))
        self._lines.append(TableLine(row.place, texts, heading, tuple(doubts)))

    def _is_same_work(self, row: GridRow) -> bool:
        """Whether the work cell itself goes on from the row above: one work with several lines of offices."""
        return bool(self._lines) and all(
            cell.up for role, cell in zip(self._roles, row.cells, strict=False) if role is Role.WORK
        )

    def _add(self, row: GridRow, texts: dict[Role, str]) -> None:
        last = self._lines[-1]
        joined = dict(last.texts)
        doubts = list(last.doubts)
        for role, text in texts.items():
            own = joined.get(role, "")
            if role in {Role.WORK, Role.TASK, Role.FIELD, Role.NUMBER} or text == own or not text:
                continue
            if role is Role.DEADLINE and own:
                told = f"一项工作有两个时限：“{own}”和“{text}”"
                doubts.append(
                    Doubt(row.place, told, f"按“{own}”记", "请核对 deadline，另一个可写进 milestones")
                )
                continue
            joined[role] = f"{own}、{text}" if own and role in OFFICES else f"{own}\n{text}".strip()
        self._lines[-1] = last._replace(texts=joined, doubts=tuple(doubts))

    # Pages -----------------------------------------------------------------------------------

    def _is_cut(self, row: GridRow, texts: dict[Role, str]) -> bool:
        """Whether a row is the rest of the one above, which a page cut in two."""
        if any(cell.up for cell in row.cells) and not texts.get(Role.WORK):
            return False
        last = self._lines[-1]
        work, before = texts.get(Role.WORK, ""), flow(last.text(Role.WORK))
        if self._prints(row, Role.NUMBER) or (
            self._prints(row, Role.TASK) and read_number(texts.get(Role.TASK, ""))
        ):
            return False
        lacking = [
            role
            for role in (Role.NUMBER, *OFFICES, Role.DEADLINE)
            if self._filled.get(role, 0) >= _MOSTLY and not texts.get(role)
        ]
        fragments = [
            text
            for role, text in texts.items()
            if role in (*OFFICES, Role.DEADLINE) and len(text) <= _FRAGMENT
        ]
        if not work:
            return bool(texts) and (bool(lacking) or bool(fragments))
        if _is_open(before):
            return True
        goes_on = bool(before) and before[-1] not in _ENDS
        starts_inside = work[0] in "，。、；：,;:）)”》％%" or (goes_on and not read_number(work))
        needed = (
            Role.NUMBER in lacking or Role.DEADLINE in lacking or any(role in lacking for role in OFFICES)
        )
        return needed and starts_inside

    def _prints(self, row: GridRow, role: Role) -> bool:
        return any(
            one is role and cell.text and not cell.up and not is_blank(cell.text)
            for one, cell in zip(self._roles, row.cells, strict=False)
        )

    def _join(self, row: GridRow, texts: dict[Role, str]) -> None:
        last = self._lines[-1]
        joined = dict(last.texts)
        for role, text in texts.items():
            own = joined.get(role, "")
            if role in {Role.TASK, Role.FIELD, Role.NUMBER} or _merged_on(self._roles, row, role):
                continue
            joined[role] = own + ("" if role in {Role.WORK, Role.DEADLINE} else "\n" if own else "") + text
        read = "；".join(f"{role.value}“{_short(flow(text))}”" for role, text in texts.items())
        told = Doubt(
            row.place, f"这一行只有{read}，像是换页切开的", "接在上一行后面", "若是另一项，请在计划里分开"
        )
        self._lines[-1] = last._replace(texts=joined, doubts=(*last.doubts, told))


def _is_open(text: str) -> bool:
    """Whether a bracket, book title or quotation is begun in the text and not ended."""
    return any(text.count(begin) > text.count(end) for begin, end in ("（）", "《》", "“”"))


def _merged_on(roles: Sequence[Role | None], row: GridRow, role: Role) -> bool:
    return all(cell.up for one, cell in zip(roles, row.cells, strict=False) if one is role)


def _shares(plan: TablePlan) -> dict[Role, float]:
    """How much of each column is filled beside a work, for telling an odd blank from a usual one."""
    counts: Counter[Role] = Counter()
    total = 0
    for row in _table_rows(plan.rows):
        if not any(
            role is Role.WORK and cell.text for role, cell in zip(plan.roles, row.cells, strict=False)
        ):
            continue
        total += 1
        for role in {
            role
            for role, cell in zip(plan.roles, row.cells, strict=False)
            if cell.text and role and not cell.left
        }:
            counts[role] += 1
    return {role: count / max(1, total) for role, count in counts.items()}


def _table_rows(rows: Iterable[GridRow | str]) -> Iterator[GridRow]:
    return (row for row in rows if isinstance(row, GridRow))


def numbers_groups(plan: TablePlan) -> bool:
    """Whether 序号 counts the groups: it is blank or merged where the group column is."""
    if Role.NUMBER not in plan.roles or Role.TASK not in plan.roles:
        return False
    number, task = plan.roles.index(Role.NUMBER), plan.roles.index(Role.TASK)
    pairs = [(row.cells[number], row.cells[task]) for row in _table_rows(plan.rows)]
    goes_on = [(one.up or not one.text, other.up or not other.text) for one, other in pairs]
    if not any(other for _, other in goes_on):
        texts = [(one.text, other.text) for one, other in pairs if one.text and other.text]
        numbers = {number for number, _ in texts}
        return len(numbers) < len(texts) and len(numbers) == len(set(texts))
    return sum(one == other for one, other in goes_on) >= _MOSTLY * len(goes_on) and any(
        one for one, _ in goes_on
    )


def _filled(row: GridRow) -> int:
    return sum(bool(cell.text) and not cell.left for cell in row.cells)


def _short(text: str) -> str:
    return text if len(text) <= 16 else text[:15] + "…"
