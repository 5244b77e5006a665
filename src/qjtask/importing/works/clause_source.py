"""Whether a document's plan is its table or its paragraphs, and what the paragraphs give as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qjtask.core.problem import refuse
from qjtask.core.text.patterns import compiled
from qjtask.importing.document.cards import head_of_card
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.document.head import Head, read_head
from qjtask.importing.document.head_source import Source
from qjtask.importing.outline.understood import Understood
from qjtask.importing.tables.table_kinds import Judged, TableKind, rows_of_cards
from qjtask.importing.words.office_words import is_collective
from qjtask.importing.works.clause_plan import ClausePlan

if TYPE_CHECKING:
    from qjtask.importing.works.clause_tasks import Task

_ANY_OFFICE = r"(?:承办|责任|牵头|实施|主办|配合|协办|落实|起草)(?:单位|部门|科室|机构)$"
_FEWEST_ROWS = 2  # of a table beside paragraphs that share out works: one is a form's example
_OF_TABLE = r"(?:下列|以下|上述|以上|所列|表列|附表|附件|列入|本(?:目录|清单|表|台账|方案))"
_NO_PLANS = {TableKind.CARD, TableKind.EMPTY, TableKind.CONTACTS, TableKind.SAMPLE}


def are_the_plan(listed: ClausePlan, judged: Sequence[Judged]) -> bool:
    """Whether the works of paragraphs are the plan: there are such works, and no table of as many.

    A table of several rows is the plan, however many works the paragraphs share out.
    """
    fewest = min(_FEWEST_ROWS, len(listed.tasks))
    plans = (one for one in judged if one.kind is TableKind.PLAN)
    return bool(listed.tasks) and not any(len(one.table.grid_rows) >= fewest for one in plans)


def of_clauses(
    document: SourceDocument, shown: str, listed: ClausePlan, judged: Sequence[Judged], given: Head
) -> Understood:
    """What a document's paragraphs give. Refused when they share out nothing."""
    if not listed.tasks:
        raise refuse("--clauses", f"{shown} 里{listed.seen}", "请不加 --clauses 再试")
    from qjtask.importing.outline.usual_deadline import with_deadline_of_all
    from qjtask.importing.works.clause_outline import outline_of_tasks, said_above_all, without_title
    from qjtask.importing.works.stage_deadlines import with_stage_deadlines

    outline = with_stage_deadlines(outline_of_tasks(listed.tasks))
    outline = with_deadline_of_all(outline, (*listed.above, *listed.below))
    source = Source(
        document,
        listed.above,
        head_of_card(document, rows_of_cards(judged, document)),
        (shown, *(grid.name.strip("“”") for grid in document.grids)),
        (),
        [task.deadline_text for task in listed.tasks],
        [task.work for task in listed.tasks],
    )
    doubts = (*_tables_left(judged), *listed.doubts)
    head = read_head(source, given)
    works = without_title(outline, head.title)
    said = (*listed.said, *said_above_all(listed.tasks))
    return Understood(works, head, None, listed.where, doubts, listed.leads, said=said)


def paragraphs_left(listed: ClausePlan) -> Iterator[Doubt]:
    """The works of paragraphs beside the table that was read."""
    tasks = [task for task in listed.tasks if not _speaks_of_table(task)]
    if tasks:
        read = f"正文里还有{len(tasks)}项写了责任单位的工作"
        yield Doubt(listed.where, read, "按表格记，没有读这些段落", "要改读这些段落，请加 --clauses")


def _speaks_of_table(task: Task) -> bool:
    """Whether a sentence only says that all do what the table lists: 下列事项由各承办科室负责落实."""
    names = (*task.lead, *task.units)
    if all(compiled(_ANY_OFFICE).search(name) for name in names):
        return True  # 决策事项承办单位要认真组织实施: whoever does a work
    return compiled(_OF_TABLE).match(task.work) is not None and all(map(is_collective, names))


def _tables_left(judged: Sequence[Judged]) -> Iterator[Doubt]:
    """The tables beside the paragraphs that were read, but for those that can be no plan.

    Such are a banner's cells side by side: one row of neither offices nor deadlines.
    """
    for one in judged:
        is_banner = one.kind is TableKind.OTHER and len(one.table.grid_rows) < _FEWEST_ROWS
        if one.kind not in _NO_PLANS and not is_banner:
            read = f"还有一个{len(one.table.grid_rows)}行的表格（{one.kind.value}）"
            fix = f"要读它请用 --table {one.table.number}"
            yield Doubt(one.table.name, read, "没有读，读的是段落", fix)
