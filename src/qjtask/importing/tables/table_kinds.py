"""What a table of the document is: a plan, a page's card, a list of persons to call, a form with a sample."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from operator import itemgetter

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.cells.named_offices import in_text
from qjtask.importing.document.grid import Grid, GridRow, SourceDocument
from qjtask.importing.document.row_words import is_sample
from qjtask.importing.document.titles import worth_of_title
from qjtask.importing.tables.table_header import texts_of
from qjtask.importing.tables.tables import Table
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.vocabulary import words

_FEWEST_LABELS = 2
_A_THIRD = 3
_MOST_ROWS = 20  # of a card; and rows that count in a table's worth
_STRONG = 7  # what 责任单位 weighs as a heading; 建设主体 weighs less


class TableKind(StrEnum):
    """What a table is."""

    PLAN = "任务分解表"
    LIST = "没有单位和时限的清单"
    CARD = "网页的信息卡"
    CONTACTS = "联系人名单"
    SAMPLE = "只有示例的填报表"
    EMPTY = "空表"
    OTHER = "别的表格"


class Judged(NamedTuple):
    """A table with what it is, why, and how much it is worth beside other plans."""

    table: Table
    kind: TableKind
    reason: str
    worth: int = 0


def judge(table: Table) -> Judged:
    """What a table is: the first rule that speaks decides."""
    for rule in RULES:
        found = rule(table)
        if found is not None:
            return Judged(table, *found, _worth(table) if found[0] in _PLANS else 0)
    has_duties = table.has(*OFFICES) and table.has(Role.DEADLINE, Role.STEP)
    return Judged(
        table, TableKind.OTHER, "没有写工作的一栏" if has_duties else "没有责任单位，也没有完成时限"
    )


_Verdict = tuple[TableKind, str]


def _is_card(table: Table) -> _Verdict | None:
    texts = [text for row in table.grid_rows for text in texts_of(row)]
    labels = _labels_in(texts)
    is_card = len(labels) >= _FEWEST_LABELS and len(labels) * _A_THIRD >= len(texts)
    return (TableKind.CARD, f"写着{'、'.join(labels[:3])}") if is_card else None


def _is_contacts(table: Table) -> _Verdict | None:
    first = table.header.names if table.header.is_printed else _first_texts(table)
    called = [name for name in first if "".join(name.split()) in words().tables.contacts]
    is_list = len(called) >= _FEWEST_LABELS and not any(column.said in TEXTS for column in table.columns)
    return (TableKind.CONTACTS, f"各栏是{'、'.join(called)}") if is_list else None


def _is_form(table: Table) -> _Verdict | None:
    filled = filter(texts_of, table.grid_rows)
    first = next(filled, None)
    if first is None:
        return TableKind.EMPTY, "标题下没有内容"
    if table.header.is_printed and is_sample(first) and all(map(is_sample, filled)):
        return TableKind.SAMPLE, "各行都是示例"
    return None


def _is_plan(table: Table) -> _Verdict | None:
    if not table.has(Role.WORK):
        return None
    known = [role for role in (*OFFICES, Role.DEADLINE, Role.STEP) if table.has(role)]
    if known:
        return TableKind.PLAN, f"有具体工作和{known[0]}"
    if _names_offices_inside(table):
        return TableKind.PLAN, "具体工作里写着责任单位"
    return None


def _is_list(table: Table) -> _Verdict | None:
    """A list of works alone is a plan when its title says so, or nothing else in the document is one."""
    if not table.has(Role.WORK) or not table.header.is_printed:
        return None
    if worth_of_title(table.above) > 0:
        return TableKind.PLAN, "标题是任务分解表一类"
    if not any(column.said in TEXTS for column in table.columns):
        return TableKind.OTHER, "没有责任单位和完成时限，也没有一栏写明是任务"
    return TableKind.LIST, "有具体工作，没有单位和时限"


RULES: tuple[Callable[[Table], _Verdict | None], ...] = (_is_card, _is_contacts, _is_form, _is_plan, _is_list)
_PLANS = (TableKind.PLAN, TableKind.LIST)


_NO_BRACKETS = str.maketrans(dict.fromkeys("【】[]", ""))


def rows_of_cards(judged: Iterable[Judged], document: SourceDocument) -> Iterator[GridRow]:
    """The rows of all tables that are a page's card, as they stand: 文号 heads no column there."""
    cards = (one.table for one in judged if one.kind is TableKind.CARD)
    blocks = (block for table in cards for block in document.blocks[table.start : table.end + 1])
    return (row for block in blocks if isinstance(block, Grid) for row in block.rows)


def _labels_in(texts: Iterable[str]) -> list[str]:
    """The labels of a page's card among some texts: 索引号, 发布机构."""
    known = words().tables.card
    begins = {*map(itemgetter(0), known), *"【】[]"}
    may_be = [text for text in texts if text[:1] in begins]  # few are, and there are as many as cells
    heads = [text.replace("：", ":").partition(":")[0] for text in may_be]
    labels = ["".join(head.split()).translate(_NO_BRACKETS) for head in heads]
    return [label for label in labels if label in known]


def _names_offices_inside(table: Table) -> bool:
    """Whether most works end in 〔责任单位：…〕."""
    works = [
        cell.text
        for row in table.grid_rows
        for column, cell in zip(table.columns, row.cells, strict=False)
        if column.role is Role.WORK and cell.text and not cell.left
    ]
    return bool(works) and sum(in_text(text) is not None for text in works) * 2 >= len(works)


def _worth(table: Table) -> int:
    """How much a table is worth as the plan: its offices and dates, its title, a little its length."""
    is_responsible = any(
        column.role in OFFICES
        and any(one.weight >= _STRONG and one.role in OFFICES for one in column.evidence)
        for column in table.columns
    )
    return (
        40 * is_responsible
        + 10 * table.has(*OFFICES)
        + 20 * table.has(Role.DEADLINE, Role.STEP)
        + 30 * worth_of_title(table.above)
        + min(len(table.grid_rows), _MOST_ROWS)
    )


def _first_texts(table: Table) -> Sequence[str]:
    rows = table.grid_rows
    return texts_of(rows[0]) if rows else ()
