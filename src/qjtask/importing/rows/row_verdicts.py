"""What a row of the plan's table can be, and what the rules that say so look at."""

from enum import StrEnum

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.rows.row_view import RowView, TableFacts
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.tidy_text import flow


class RowKind(StrEnum):
    """What a row is."""

    WORK = "工作"
    MORE = "同一项工作的又一行"
    CUT = "换页切开的下半行"
    WIDER = "上层标题"
    HEADING = "标题"
    HEADER = "重印的表头"
    SUM = "合计"
    NOTE = "注释"
    PAGE = "页码"
    SAMPLE = "示例"
    SIGNED = "表下的填报栏"
    TEXT = "表格之间的文字"
    PART = "一个部分的名称"
    EMPTY = "空行"
    UNREAD = "没有读的行"


class Before(NamedTuple):
    """What stands before a row: the last work's text so far, and the heading over it. "" is none yet."""

    work: str = ""
    heading: str = ""
    has_work: bool = False


class Seen(NamedTuple):
    """All that a rule may look at."""

    view: RowView
    after: RowView | None
    facts: TableFacts
    before: Before


class RowVerdict(NamedTuple):
    """What a row is, and why; `text` is that of a heading, and what `is_sure` needs no look."""

    kind: RowKind
    reason: str
    text: str = ""
    is_sure: bool = False


def texts_of_row(view: RowView) -> list[str]:
    """The texts that begin in a row, without breaks."""
    return [flow(view.row.cells[at].text) for at in view.filled]


def is_wide(view: RowView) -> bool:
    """Whether the row's only text covers its cells to the last."""
    at = view.filled[0]
    return len(view.filled) == 1 and at + 1 < len(view.row.cells) and view.row.cells[-1].left


def lacking(seen: Seen) -> list[Role]:
    """Those of the usual columns that this row does not fill."""
    return [role for role in seen.facts.usual if not seen.view.text(role)]
