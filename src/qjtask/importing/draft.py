"""A document -> a draft of the plan: the items, and every doubt with its place in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from qjtask.core.plan.plan import Group, Item, Plan
from qjtask.core.problem import refuse
from qjtask.core.text.signs import is_blank
from qjtask.importing.body import Written, contradictions, part_of_table, sections
from qjtask.importing.clauses.clause_groups import group_tasks
from qjtask.importing.clauses.clause_items import clause_items
from qjtask.importing.clauses.clause_or_table import paragraphs_left, reads_clauses, tables_left
from qjtask.importing.clauses.clause_plan import ClausePlan, read_clause_plan
from qjtask.importing.columns import OFFICES, Role
from qjtask.importing.doubts import Doubt, gathered
from qjtask.importing.grid import GridRow, SourceDocument
from qjtask.importing.groups import GroupDraft, read_groups
from qjtask.importing.head import Head, read_head
from qjtask.importing.items import Reading, read_item
from qjtask.importing.names import Vocabulary
from qjtask.importing.slips import slips
from qjtask.importing.table import TablePlan, find_plan
from qjtask.importing.table_rows import Lines, numbers_groups, read_rows

Progress = Callable[[int], None]

_A_NOTICE = 4  # paragraphs: a sheet with a title over it is no notice, and lacks no day of issue


class Wishes(NamedTuple):
    """What the person overrules: columns by name, the table by number, parts of the head.

    `clauses` reads the paragraphs that share out works, and not the table.
    """

    columns: Mapping[str, int] = {}
    table: int | None = None
    head: Head = Head()
    clauses: bool = False


class Draft(NamedTuple):
    """The plan as read.

    `doubts` are told; `slips` are names with what they seem to mean; `places` says where in the source
    each item stands.
    """

    plan: Plan
    doubts: tuple[Doubt, ...]
    slips: Mapping[str, str]
    places: Mapping[str, str]


def read_draft(
    document: SourceDocument, shown: str, wishes: Wishes, this_year: int, progress: Progress
) -> Draft:
    """Understand a document. `this_year` is the plan's year when the document names none.

    Its table is the plan; without one, or when the person wishes so, its numbered paragraphs are.
    Refused when the document holds neither.
    """
    listed = read_clause_plan(document)
    is_named = wishes.table is not None or bool(wishes.columns)
    if reads_clauses(document, shown, listed, wished=wishes.clauses, named=is_named):
        return _from_clauses(document, listed, shown, wishes.head, this_year, progress)
    table = find_plan(document, shown, wishes.columns, wishes.table)
    read = read_rows(table)
    if not read.lines:
        raise refuse(shown, "表格里没有一项工作", "请核对是不是选错了表格，可用 --table 指明")
    head = read_head(document, table.above, wishes.head)
    doubts = [
        *(Doubt(shown, note, "略去") for note in document.notes),
        *table.doubts,
        *head.doubts,
        *read.doubts,
        *paragraphs_left(listed),
    ]
    year = head.year or this_year
    doubts.extend(_undated(document, head, year))
    found = part_of_table(sections(document), [heading.text for heading in read.headings])
    groups, more = read_groups(read, found, head.title, numbers_groups=numbers_groups(table))
    doubts.extend(more)
    reading = _reading(table, read, head._replace(year=year), doubts)
    items, places = _items(groups, reading, doubts, progress)
    doubts.extend(
        contradictions(found, [Written(item.id, places[item.id], item.work) for item in _all(items)])
    )
    return _drafted(head._replace(year=year), groups, items, places, doubts)


def _from_clauses(
    document: SourceDocument,
    listed: ClausePlan,
    shown: str,
    given: Head,
    this_year: int,
    progress: Progress,
) -> Draft:
    """The plan that a document's numbered paragraphs are."""
    head = read_head(document, listed.above, given._replace(title=given.title or listed.title))
    doubts = [*(Doubt(shown, note, "略去") for note in document.notes), *head.doubts, *tables_left(document)]
    year = head.year or this_year
    doubts.extend(_undated(document, head, year))
    grouped = group_tasks(listed.tasks, head.title)
    items, places, more = clause_items(grouped, year, head.issued, progress)
    doubts.extend((*more, *grouped.doubts, *listed.doubts))
    return _drafted(head._replace(year=year), grouped.groups, items, places, doubts)


def _undated(document: SourceDocument, head: Head, year: int) -> Iterator[Doubt]:
    """A year and a day of issue that are not printed."""
    if head.year is None:
        yield Doubt("全文", "没有写明年份", f"按 {year} 年记", "不对请用 --year 指明")
    if head.issued is None and sum(isinstance(block, str) for block in document.blocks) >= _A_NOTICE:
        yield Doubt("全文", "没有找到发文日期", "空着，没有期限的工作从年初算起", "请补上 issued")


def _drafted(
    head: Head,
    groups: Sequence[GroupDraft],
    items: Sequence[Sequence[Item]],
    places: Mapping[str, str],
    doubts: list[Doubt],
) -> Draft:
    """The draft, names that seem slips among its doubts."""
    assert head.year is not None  # noqa: S101 - the callers have filled it
    suspected = _slips(items, places, doubts)
    plan = Plan(
        title=head.title,
        year=head.year,
        groups=tuple(
            Group(str(group.number), group.heading, tuple(own))
            for group, own in zip(groups, items, strict=True)
        ),
        document=head.document,
        issuer=head.issuer,
        issued=head.issued,
        units={name: () for item in _all(items) for name in item.units if name not in suspected},
    )
    return Draft(plan, tuple(gathered(doubts)), suspected, places)


def _reading(table: TablePlan, read: Lines, head: Head, doubts: list[Doubt]) -> Reading:
    cells = (line.text(role) for line in read.lines for role in OFFICES)
    roles = frozenset(role for role in table.roles if role is not None)
    is_blank_column = all(is_blank(line.text(Role.DEADLINE)) for line in read.lines)
    place = next((row.place for row in table.rows if isinstance(row, GridRow)), "")
    if is_blank_column and Role.STEP in roles:
        assumed = "每栏记作时间节点，最后一栏当作完成时限"
        doubts.append(Doubt(place, "完成时限分了几栏写", assumed, "不对请改 deadline 和 milestones"))
    elif is_blank_column:
        what = "完成时限一栏全是空的" if Role.DEADLINE in roles else "表格没有完成时限一栏"
        doubts.append(Doubt(place, what, "具体工作里写了的取自其中，其余空着", "请补上 deadline"))
    if Role.LEAD in roles and Role.UNITS not in roles:
        doubts.append(
            Doubt(
                place,
                "表格没有责任单位一栏",
                "配合单位记作责任单位，没有的记牵头单位",
                "不对请改 units，或用 --map 责任单位=列号",
            )
        )
    assert head.year is not None  # noqa: S101 - the caller has filled it
    return Reading(head.year, head.issued, Vocabulary(cells), roles, is_blank_column)


def _items(
    groups: Sequence[GroupDraft], reading: Reading, doubts: list[Doubt], progress: Progress
) -> tuple[list[list[Item]], dict[str, str]]:
    made: list[list[Item]] = []
    places: dict[str, str] = {}
    for group in groups:
        own = []
        for member in group.members:
            item, more = read_item(member, group, reading)
            doubts.extend(more)
            places[item.id] = member.line.place
            own.append(item)
            progress(len(places))
        made.append(own)
    return made, places


def _slips(items: Sequence[Sequence[Item]], places: Mapping[str, str], doubts: list[Doubt]) -> dict[str, str]:
    """Names to ask about, the responsible units' and the leads' each among their own."""
    suspected: dict[str, str] = {}
    for names_of, key in ((_units_of, "units"), (_lead_of, "lead")):
        counts = Counter(name for item in _all(items) for name in names_of(item))
        for name, meant in slips(counts).items():
            first = next(item for item in _all(items) if name in names_of(item))
            times = f"印了{counts[name]}次，“{meant}”{counts[meant]}次"
            read = f"“{name}”像是“{meant}”的另一种写法或误写（{times}）"
            fix = (
                f"若是，请在 units 里写 {meant}: [{name}]"
                if key == "units"
                else f"若是，请把 lead 改成“{meant}”"
            )
            doubts.append(Doubt(places[first.id], read, "照印的记，没有合并", fix, first.id))
            if key == "units":
                suspected[name] = meant
    return suspected


def _units_of(item: Item) -> tuple[str, ...]:
    return item.units


def _lead_of(item: Item) -> tuple[str, ...]:
    return item.lead


def _all(items: Sequence[Sequence[Item]]) -> list[Item]:
    return [item for own in items for item in own]
