"""Reading all paragraphs of a document by the grammar of clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_places import STOPS, is_certain, says_work
from qjtask.importing.clauses.clause_reader import LEADS_ASIDE, read_clause
from qjtask.importing.document.doubts import Doubt, in_part, quoted_in_part
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.lines.attendance_lines import without_attendance
from qjtask.importing.lines.contact_lines import without_contacts
from qjtask.importing.lines.contents_page import without_contents
from qjtask.importing.lines.heading_kinds import tells_of_event
from qjtask.importing.lines.paragraphs import passages
from qjtask.importing.lines.text_line import TextLine
from qjtask.importing.lines.text_lines import read_lines
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.lead_notes import LeadNote
from qjtask.importing.works.beside_works import doubts_beside, said_beside
from qjtask.importing.works.clause_plan import ClausePlan
from qjtask.importing.works.clause_tasks import Jump, Outside, Task
from qjtask.importing.works.dated_demands import dated_demands, said_demands, said_stages
from qjtask.importing.works.left_between import left_between
from qjtask.importing.works.outline_tree import read_outline
from qjtask.importing.works.task_walk import read_tasks
from qjtask.importing.works.told_together import with_told_together
from qjtask.importing.works.work_doubts import GIVEN

_NAMED = r"责任单位|责任部门|牵头单位|配合单位|承办单位|牵头|按职责分工"
_SAYS_WHO = re.compile(
    r"(?<![各位的])(?:责任|牵头|承办|主办)(?:单位|部门|科室)(?:[:：]|[为是](?!牵头))\s*(?=\S)"
)
_LONGEST_CLAUSE = 120  # characters of a paragraph that is nothing else
_LONGEST_SHOWN = 20  # characters of a paragraph that is quoted


def read_document_clauses(document: SourceDocument, *, whatever_titled: bool = False) -> ClausePlan:
    """The works that a document's numbered paragraphs share out; none when they share out nothing.

    What its title calls a rule or a report shares out none by its sentences, unless read `whatever_titled`.
    """
    read_passages = without_contents(passages(document))
    lines = without_contacts(read_lines(read_passages, whatever_titled=whatever_titled))
    leads = LeadNote(rest=Role.UNITS) if any(map(_says_first_leads, lines)) else LeadNote()
    read = read_tasks(read_outline(without_attendance(lines)), first_leads=leads.rest is not None)
    tasks, told_of_all = _by_all(read.tasks)
    tasks, told_together = with_told_together(tasks)
    mentions = len({line.place for line in lines if _mentions(line)})
    if not tasks:
        return ClausePlan((), tuple(lines), read.outside, mentions, (), leads)
    doubts = (
        *told_of_all,
        *told_together,
        *_given(read.given),
        *_jumps(read.jumps),
        *_of_lines(lines, tasks, read.outside),
        *doubts_beside(read.outside),
    )
    said = (*said_beside(read.outside), *_said_of_lines(lines, tasks, doubts))
    return ClausePlan(tasks, tuple(lines), read.outside, mentions, doubts, leads, said)


def _of_lines(lines: list[TextLine], tasks: Sequence[Task], outside: Sequence[Outside]) -> Iterator[Doubt]:
    """What is told of paragraphs that are no works, and may be meant for some."""
    known = {task.place for task in tasks}
    beside = {one.place for one in outside}
    titles = {title.place for task in tasks for title in task.path}
    yield from _strange(lines, known)
    yield from _unread(lines, known)
    yield from left_between(lines, [(task.place, *task.further) for task in tasks], titles | beside)
    yield from dated_demands(lines, _places_of(tasks) | beside)
    yield from _without_work(lines, known | beside)


def _places_of(tasks: Sequence[Task]) -> set[str]:
    """Where works and their headings stand."""
    return {
        place for task in tasks for place in (task.place, *task.further, *(one.place for one in task.path))
    }


def _said_of_lines(
    lines: Sequence[TextLine], tasks: Sequence[Task], doubts: Iterable[Doubt]
) -> Iterator[str]:
    """What is said and not asked of the paragraphs that are no works, and of which no doubt tells."""
    known = _places_of(tasks)
    yield from said_demands(lines, known, {row for doubt in doubts for row in (doubt.place, *doubt.rows)})
    yield from said_stages(lines, known)


def _given(given: Sequence[tuple[str, ...]]) -> Iterator[Doubt]:
    """The works that have their offices from a heading or from another work, once for each of those."""
    for rows in given:
        yield Doubt(rows[0], GIVEN.read, GIVEN.assumed, GIVEN.fix, rows=rows)


def _jumps(jumps: Sequence[Jump]) -> Iterator[Doubt]:
    """The numbers that do not follow, in one doubt."""
    if jumps:
        steps = in_part([jump.step for jump in jumps])
        read = f"编号{steps}" if len(jumps) == 1 else f"编号有{len(jumps)}处不连着（{steps}）"
        rows = tuple(jump.place for jump in jumps)
        yield Doubt(rows[0], read, "照印的编号记", "请核对原文是不是漏了一段", rows=rows)


def _by_all(tasks: Sequence[Task]) -> tuple[tuple[Task, ...], list[Doubt]]:
    """The works with the offices that, as one of them says, carry out all works after it."""
    made: list[Task] = []
    doubts: list[Doubt] = []
    names: tuple[str, ...] = ()
    for at, task in enumerate(tasks):
        more = tuple(name for name in names if name not in (*task.lead, *task.units, *task.support))
        made.append(task._replace(units=(*task.units, *more)))
        if task.for_all and at + 1 < len(tasks):
            names = task.for_all
            assumed = f"记入后面{len(tasks) - at - 1}项的责任单位"
            read = f"写明以下各项都由“{'、'.join(names)}”落实"
            rows = tuple(later.place for later in tasks[at + 1 :])
            doubts.append(Doubt(task.place, read, assumed, "不对请改 units", rows=rows))
    return tuple(made), doubts


def _says_first_leads(line: TextLine) -> bool:
    return LEADS_ASIDE.search(line.search.text) is not None or any(
        clause.first_leads for clause in line.search.clauses
    )


def _mentions(line: TextLine) -> bool:
    is_shared = any(clause.is_shared and not clause.is_heading for clause in line.search.clauses)
    return is_shared or re.search(_NAMED, line.text) is not None


def _strange(lines: list[TextLine], known: set[str]) -> Iterator[Doubt]:
    """Brackets like a clause in paragraphs that are no works."""
    for line in lines:
        if line.place not in known:
            for inside in line.search.told:
                yield Doubt(line.place, f"括号里的“{inside}”像是责任单位，没有读懂", "没有记", "请核对这一段")


def _unread(lines: list[TextLine], known: set[str]) -> Iterator[Doubt]:
    """Paragraphs that say who does something, in which no clause was found: a work may stand there."""
    for line in lines:
        is_read = line.place in known or line.search.clauses or line.search.told or tells_of_event(line.text)
        if not is_read and _SAYS_WHO.search(line.text):
            shown = line.text[:_LONGEST_SHOWN] + "…" * (len(line.text) > _LONGEST_SHOWN)
            fix = "是工作的请补进计划"
            yield Doubt(line.place, f"“{shown}”写了责任单位，没有读懂", "没有记", fix)


def _without_work(lines: list[TextLine], known: set[str]) -> Iterator[Doubt]:
    """Numbered paragraphs that are nothing but a clause, and head no works: what is to be done is missing."""
    for line, following in zip_longest(lines, lines[1:]):
        style = line.printed.style if line.printed else ""
        heads = following is not None and following.printed is not None and following.printed.style != style
        if style and line.place not in known and not heads and _says_only_who(line.text):
            read = f"“{quoted_in_part(line.text)}”写了责任单位，没有写做什么"
            yield Doubt(line.place, read, "没有记", "请补进计划")


def _says_only_who(text: str) -> bool:
    """Whether a paragraph says who does something, and not what: 县教体局牵头，县公安局配合，6月底前完成."""
    is_wish = text.startswith("请")  # 请各单位认真抓好落实
    if len(text) > _LONGEST_CLAUSE or is_wish or tells_of_event(text):
        return False
    clause = read_clause(text.strip(STOPS).removeprefix("由"), Vocabulary(()))
    return clause is not None and is_certain(clause) and not says_work(clause)
