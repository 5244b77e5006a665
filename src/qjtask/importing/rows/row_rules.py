"""What a row of the plan's table is, by rules tried in order: each looks at the row and says why.

A rule is pure: it sees the row, the next one, the table's facts, and the work before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from qjtask.core.text.patterns import compiled
from qjtask.core.text.signs import is_blank
from qjtask.importing.document.row_words import (
    is_note,
    is_page_number,
    is_sample,
    is_signature,
    is_signed,
    is_sum,
)
from qjtask.importing.rows.row_cuts import cut
from qjtask.importing.rows.row_headings import heading_alone, heading_numbered
from qjtask.importing.rows.row_verdicts import RowKind, RowVerdict, Seen, is_wide, texts_of_row
from qjtask.importing.rows.row_view import RowView
from qjtask.importing.tables.table_header import is_header_again, names_kinds
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.numbering import read_number, read_ordinal
from qjtask.importing.words.tidy_text import flow

_COUNTED = r"共?[\d.,]+.{0,3}"  # 12项, where offices stand above

# Rows that are no work -----------------------------------------------------------------------


def empty(seen: Seen) -> RowVerdict | None:
    """A row without a text."""
    return None if seen.view.filled else RowVerdict(RowKind.EMPTY, "没有文字")


def header_again(seen: Seen) -> RowVerdict | None:
    """The heading again, as pages repeat it."""
    is_again = is_header_again(seen.view.row, seen.facts.headings)
    if is_again:
        return RowVerdict(RowKind.HEADER, "与表头相同")
    return RowVerdict(RowKind.HEADER, "各格都是栏目的名称") if names_kinds(seen.view.row) else None


def sample(seen: Seen) -> RowVerdict | None:
    """A row that shows how to fill in the form."""
    return RowVerdict(RowKind.SAMPLE, "第一格是“例”一类的字") if is_sample(seen.view.row) else None


def foot(seen: Seen) -> RowVerdict | None:
    """A page's number, or a note under the table, alone in its row."""
    if len(seen.view.filled) != 1 or len(seen.view.row.cells) == 1:
        return None
    (text,), over_all = texts_of_row(seen.view), is_wide(seen.view)
    if is_page_number(text) and (over_all or not text.isdecimal()):
        return RowVerdict(RowKind.PAGE, "整行只有页码")
    if is_note(text):
        return RowVerdict(RowKind.NOTE, "以“注”一类的字开头", text)
    is_sentence = over_all and text[-1] in "。；" and read_number(text) is None
    return RowVerdict(RowKind.NOTE, "整行一句话", text) if is_sentence else None


def sum_of_rows(seen: Seen) -> RowVerdict | None:
    """合计 and what is counted after it."""
    first = flow(seen.view.row.cells[seen.view.filled[0]].text)
    offices = (seen.view.text(role) for role in OFFICES if role in seen.view.begins)
    if is_sum(first) and all(map(compiled(_COUNTED).fullmatch, map(flow, offices))):
        return RowVerdict(RowKind.SUM, "第一格是“合计”一类的字", re.split(r"[：:（(\d]", first)[0])
    return None


def signed(seen: Seen) -> RowVerdict | None:
    """The last row, with who issued it, and when; or a row under a form, with who filled it in, and when."""
    if seen.after is None and _is_of_issuer(seen.view):
        return RowVerdict(RowKind.SIGNED, "最后一行是单位和日期", " ".join(texts_of_row(seen.view)))
    as_printed = "\n".join([seen.view.row.cells[at].text for at in seen.view.filled])
    is_labelled = "：" in as_printed or ":" in as_printed
    if is_labelled and all(map(is_signed, texts := texts_of_row(seen.view))):
        return RowVerdict(RowKind.SIGNED, "各格是“填表人：”一类的字", "、".join(texts))
    return None


def _is_of_issuer(view: RowView) -> bool:
    """Whether a row names an office and a day and nothing else, and no work stands beside them."""
    texts = texts_of_row(view)
    is_apart = len(texts) == 1 or Role.WORK not in view.begins
    return is_apart and is_signature(texts)


# Works ---------------------------------------------------------------------------------------


def more(seen: Seen) -> RowVerdict | None:
    """A further line of the same work: the work's own cell goes on from above."""
    is_more = seen.before.has_work and Role.WORK in seen.view.goes_on and Role.WORK not in seen.view.begins
    return RowVerdict(RowKind.MORE, "具体工作的单元格是合并的") if is_more else None


def work_by_name(seen: Seen) -> RowVerdict | None:
    """A row with a number and a name, and nothing said of it yet."""
    is_counted = Role.NUMBER in seen.view.begins and read_ordinal(seen.view.text(Role.NUMBER)) is not None
    if Role.NAME in seen.view.begins and is_counted:
        return RowVerdict(RowKind.WORK, "有序号和名称")
    return None


def work_of_its_own(seen: Seen) -> RowVerdict | None:
    """A row with a work, or with offices or a deadline where the work is blank."""
    if not is_blank(seen.view.text(Role.WORK)):
        return RowVerdict(RowKind.WORK, "有具体工作")
    said = next((role for role in (*OFFICES, Role.DEADLINE) if not is_blank(seen.view.text(role))), None)
    return RowVerdict(RowKind.WORK, f"没有具体工作，有{said.value}") if said else None


def heading_of_a_group(seen: Seen) -> RowVerdict | None:
    """A heading in its column with its number, and no work beside it."""
    role = next((one for one in (Role.TASK, Role.NAME) if one in seen.view.begins), None)
    return RowVerdict(RowKind.HEADING, f"只有{role.value}", flow(seen.view.text(role))) if role else None


def says_none(seen: Seen) -> RowVerdict | None:
    """A row that says 无 for its work, and nothing else beside its number: a form is filled in so."""
    view = seen.view
    said = [role for role, text in view.texts.items() if role is not Role.NUMBER and not is_blank(text)]
    is_none = bool(view.text(Role.WORK)) and Role.WORK not in view.goes_on and not said
    return RowVerdict(RowKind.EMPTY, "具体工作写的是“无”一类的字") if is_none else None


def unread(seen: Seen) -> RowVerdict:
    """A row that holds something that is none of these; a form's last rows hold their numbers alone."""
    if _is_bare(seen.view) and (seen.after is None or _is_bare(seen.after)):
        return RowVerdict(RowKind.EMPTY, "表末只有序号")
    return RowVerdict(RowKind.UNREAD, "没有具体工作、单位和时限")


def _is_bare(view: RowView) -> bool:
    """Whether a row holds its number and nothing else."""
    return view.begins == {Role.NUMBER} and len(view.filled) == 1


Rule = Callable[[Seen], RowVerdict | None]
RULES: tuple[Rule, ...] = (
    empty,
    header_again,
    sample,
    foot,
    sum_of_rows,
    signed,
    heading_alone,
    heading_numbered,
    cut,
    more,
    work_of_its_own,
    work_by_name,
    heading_of_a_group,
    says_none,
    unread,
)
