"""Rows that head the works under them."""

from __future__ import annotations

import re

from qjtask.core.time.numerals import NUMERALS
from qjtask.importing.rows.row_verdicts import RowKind, RowVerdict, Seen, is_wide, lacking
from qjtask.importing.rows.row_view import SENTENCE_ENDS, RowView, is_number_of_points
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.tidy_text import flow

SHORT = 60
"""Characters of a heading that stands alone."""

_FRAGMENT = 12  # characters; what a page leaves over of a heading
_TITLE = 20  # characters of a heading without a number
_HALF = 0.5
_NUMERAL = rf"[（(第]?[{NUMERALS}]{{1,4}}[）)]?"
_HEADING_STYLES = frozenset(("（一）", "一、", "第一"))
_BRACKETS = ("（", "(")
_NUMBERS = (Role.NUMBER, Role.HEADING_NUMBER, Role.RUNNING_NUMBER)
_TEXTS = (*TEXTS, Role.NAME)
_WHOLE_ID = 2  # numbers: the heading's and the work's


def heading_alone(seen: Seen) -> RowVerdict | None:
    """One text alone in its row: over the whole width, or where headings stand."""
    at = _only_place(seen)
    if at is None:
        return None
    text, role = flow(seen.view.row.cells[at].text), seen.facts.roles[at]
    if is_wide(seen.view) or (role in _NUMBERS and read_number(text) is not None):
        is_wider = seen.facts.has(Role.TASK) or role is Role.FIELD
        return RowVerdict(RowKind.WIDER if is_wider else RowKind.HEADING, "整行只有这一格", text)
    if _heads_alone(text, role, seen):
        kind = RowKind.WIDER if role is Role.FIELD or _is_over_tasks(role, seen) else RowKind.HEADING
        return RowVerdict(kind, f"只有{role.value if role else '这'}一格", text)
    return None


def _is_over_tasks(role: Role | None, seen: Seen) -> bool:
    """Whether a heading in the column of works stands over a row that prints its own task."""
    return role is Role.WORK and seen.after is not None and Role.TASK in seen.after.begins


def _only_place(seen: Seen) -> int | None:
    """The column of the only text of a row, the points of a heading apart; None when there is not one."""
    view, roles = seen.view, seen.facts.roles
    cells = view.row.cells
    places = [at for at in view.filled if not is_number_of_points(cells[at].text, roles[at])]
    if len(places) != 1 or any(cell.up for cell in cells):
        return None
    text = flow(cells[places[0]].text)
    return places[0] if len(text) > 1 and not text.isdecimal() else None


def _heads_alone(text: str, role: Role | None, seen: Seen) -> bool:
    """Whether a text that is alone in its own column is a heading, and not the rest of a cut one."""
    printed = read_number(text)
    if role is Role.WORK:
        is_titled = printed.style in _HEADING_STYLES if printed else _lacks_all(text, seen)
        return is_titled and _may_be_heading(text)
    if role in {Role.TASK, Role.NAME}:
        is_rest = read_number(seen.before.heading) is not None and len(text) <= _FRAGMENT
        return printed is not None or not is_rest
    if role is None or role in _NUMBERS:
        return True
    if role in OFFICES:  # the first column, where offices stand before the works
        return printed is not None and printed.style in _HEADING_STYLES
    return role is Role.FIELD and printed is not None


def _lacks_all(text: str, seen: Seen) -> bool:
    """Whether a short text without number, office and date stands between works that have all of them."""
    above = seen.before.work
    is_rest = bool(above) and above[-1] not in SENTENCE_ENDS and seen.facts.ends >= _HALF
    has_next = seen.after is not None and Role.NUMBER in seen.after.begins
    columns = seen.facts.usual
    lacks = len(columns) > 1 and Role.NUMBER in columns and len(lacking(seen)) == len(columns)
    return lacks and has_next and not is_rest and len(text) <= _TITLE


def heading_numbered(seen: Seen) -> RowVerdict | None:
    """A heading whose numeral stands in the column of 序号: 一、| 加强领导, and nothing after it."""
    found = _number_and_text(seen.view)
    if found is None or not any(seen.facts.shares.get(role) for role in (*OFFICES, Role.DEADLINE)):
        return None  # where no row names an office, this one lacks nothing
    numeral, text = found
    if _counts_other_works(numeral, seen):
        text = text.rstrip("。")
    elif not _counts_a_heading(numeral, seen):
        return None
    if not _may_be_heading(text):
        return None
    kind = RowKind.WIDER if seen.facts.has(Role.TASK) else RowKind.HEADING
    stop = "" if numeral[0] in "（(第" else "、"
    return RowVerdict(kind, "序号是标题的编号，没有单位和时限", f"{numeral}{stop}{text}")


def _number_and_text(view: RowView) -> tuple[str, str] | None:
    """The number and the text of a row that has one of each and nothing else."""
    numbers = [role for role in _NUMBERS if role in view.begins]
    texts = [role for role in _TEXTS if role in view.begins]
    if not numbers or len(texts) != 1 or view.goes_on or view.begins - {*_TEXTS, *_NUMBERS}:
        return None
    return flow(view.text(numbers[0])).rstrip("、.．"), flow(view.text(texts[0]))


def _may_be_heading(text: str) -> bool:
    return len(text) <= SHORT and text[-1] not in "。；;"


def _counts_other_works(numeral: str, seen: Seen) -> bool:
    """Whether a bare numeral stands over works that go on counting in brackets: 1 over （8）, （9）."""
    after = flow(seen.after.text(Role.NUMBER)) if seen.after else ""
    is_other = numeral.isdecimal() and after[:1] in _BRACKETS and read_ordinal(after) is not None
    return is_other and seen.after is not None and not seen.after.begins.isdisjoint(OFFICES)


def _counts_a_heading(numeral: str, seen: Seen) -> bool:
    """Whether a 序号 is a heading's: 一, （二）, or the 3 over 3.1."""
    if re.fullmatch(_NUMERAL, numeral):
        return True
    own = read_ordinal(numeral)
    following = read_ordinal(seen.after.text(Role.NUMBER)) if seen.after else None
    return own is not None and following is not None and len(following) == _WHOLE_ID and following[:1] == own
