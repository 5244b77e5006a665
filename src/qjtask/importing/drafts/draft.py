"""A document -> a draft of the plan: the items, and every doubt with its place in the source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Group, Owner, Plan, Rules
from qjtask.core.text.signs import is_blank
from qjtask.importing.cells.bare_days import PrintedDays, are_pointed
from qjtask.importing.cells.items import Reading, ReadItem, read_item
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.cells.work_times import TimeFrame
from qjtask.importing.dates.ticked_periods import is_one_of_several
from qjtask.importing.document.body import BodySection, part_of_table, sections
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.document.head import Head
from qjtask.importing.document.school_years import school_year
from qjtask.importing.drafts.checks import CHECKS, Checked, owners_of, suspected
from qjtask.importing.drafts.choosing import choose, judged_tables
from qjtask.importing.drafts.chosen_table import of_table
from qjtask.importing.drafts.doubted_items import with_items
from qjtask.importing.drafts.doubts_on_all import (
    doubts_of_head,
    doubts_on_duties,
    doubts_on_head,
    doubts_on_headings,
    doubts_on_lacks,
    doubts_on_leads,
    has_offices,
    said_of_head,
    said_of_levels,
    said_of_notes,
    said_of_periods,
    said_of_roles,
)
from qjtask.importing.drafts.early_deadlines import joined_early
from qjtask.importing.drafts.plain_times import joined_plain
from qjtask.importing.outline.groups import EXTRACT, NumberedGroup, doubts_on_groups, gathered_groups
from qjtask.importing.outline.lost_headings import with_lost_headings, without_begun_in_prose
from qjtask.importing.outline.outline import FoundWork
from qjtask.importing.outline.turned_year import with_turned_year
from qjtask.importing.outline.understood import Understood
from qjtask.importing.outline.work_numbers import GroupDraft, numbered_groups
from qjtask.importing.tables.table_kinds import Judged
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.numbering import read_number
from qjtask.importing.works.clause_plan import ClausePlan
from qjtask.importing.works.clause_reading import read_clause_plan
from qjtask.importing.works.clause_source import are_the_plan, of_clauses, paragraphs_left

Progress = Callable[[int], None]


class Wishes(NamedTuple):
    """What the person overrules: columns by name, the table by number, parts of the head.

    `clauses` wishes for the paragraphs that share out works, and not for the table.
    """

    columns: Mapping[str, int] = {}
    table: int | None = None
    head: Head = Head()
    clauses: bool = False


class Draft(NamedTuple):
    """The plan as read.

    `doubts` are told; `slips` are names with what they seem to mean; `places` says where in the source
    each item stands, and `rows` the row that stands there. `said` is plain, and said once all the same.
    """

    plan: Plan
    doubts: tuple[Doubt, ...]
    slips: Mapping[str, str]
    places: Mapping[str, str]
    rows: Mapping[str, FoundWork] = {}
    said: tuple[str, ...] = ()


def read_draft(
    document: SourceDocument, shown: str, wishes: Wishes, this_year: int, progress: Progress
) -> Draft:
    """Understand a document. `this_year` is the plan's year when the document names none.

    Its table is the plan; without one, or when the person wishes so, its numbered paragraphs are.
    Refused when the document holds nothing that can be a plan: it is said what was seen.
    """
    judged = judged_tables(document)
    listed = read_clause_plan(document, whatever_titled=wishes.clauses)
    if reads_paragraphs(wishes, listed, judged):
        understood = of_clauses(document, shown, listed, judged, wishes.head)
    else:
        choice = choose(document, shown, judged, listed, wishes.columns, wishes.table)
        understood = of_table(document, shown, choice, wishes.head)
        understood = understood._replace(doubts=(*understood.doubts, *paragraphs_left(listed)))
    return drafted(document, understood, this_year, progress)


def reads_paragraphs(wishes: Wishes, listed: ClausePlan, judged: Sequence[Judged]) -> bool:
    """Whether the paragraphs are read and not a table: a person said so, or only they share out works."""
    is_table_named = wishes.table is not None or bool(wishes.columns)
    return wishes.clauses or (not is_table_named and are_the_plan(listed, judged))


def drafted(document: SourceDocument, understood: Understood, this_year: int, progress: Progress) -> Draft:
    """The draft of what a source gives, whether a table or clauses: ids, cells, checks."""
    head = understood.head._replace(year=understood.head.year or this_year)
    understood = _in_its_years(understood, head)
    ids = _with_ids(document, understood)
    reading = _reading(understood, head)
    read = _items(ids.drafts, reading, progress)
    items = tuple(chain.from_iterable(read))
    owner = _owner(understood, items)
    checked = Checked(items, ids.body, tuple([owners_of(one.item, owner) for one in items]))
    slips = suspected(checked)
    doubts = (
        *doubts_on_duties(document, understood, items),
        *document.doubts,
        *understood.doubts,
        *doubts_of_head(understood.head, items),
        *understood.outline.doubts,
        *doubts_on_head(document, understood.head, this_year, items),
        *ids.doubts,
        *doubts_on_leads(understood, items),
        *doubts_on_lacks(understood, owner, items),
        *doubts_on_headings(understood, ids.drafts, items, reading.frame),
        *joined_plain(joined_early(chain.from_iterable(one.doubts for one in items))),
        *chain.from_iterable(check(checked) for check in CHECKS),
    )
    told = tuple(with_items(doubts, ids.drafts))
    asked = tuple(one for one in told if not one.is_plain)
    plan = _plan(head, ids.drafts, read, owner, _owing(checked, slips))
    places = {one.item.id: one.place for one in items}
    said = tuple(_said(told, understood, items, owner))
    return Draft(plan, asked, slips, places, ids.rows, said)


def _in_its_years(understood: Understood, head: Head) -> Understood:
    """A source with the deadlines of a table that turns to the next year in that; no school year does."""
    if understood.roles is None or head.year is None or school_year(head.title) is not None:
        return understood
    return understood._replace(outline=with_turned_year(understood.outline, head.year))


def _owing(checked: Checked, slips: Mapping[str, str]) -> Sequence[str]:
    """The names that owe reports, but those that look like slips of others."""
    return [name for name in chain.from_iterable(checked.owners) if name not in slips]


def _said(
    told: Sequence[Doubt], understood: Understood, items: Sequence[ReadItem], owner: Owner
) -> Iterator[str]:
    """What is plain, and said once all the same."""
    yield from (one.said for one in told if one.is_plain)
    yield from understood.said
    yield from said_of_roles(understood.roles or (), plain_duties=understood.plain_duties)
    yield from said_of_levels(items, owner)
    yield from said_of_head(understood.head)
    yield from said_of_periods(understood.head, items)
    yield from said_of_notes(understood.outline.left_out)


class _Ids(NamedTuple):
    """The works under their groups with their ids, the body's sections, and the doubts on numbers."""

    drafts: Sequence[GroupDraft]
    body: Sequence[BodySection]
    doubts: Sequence[Doubt]

    @property
    def rows(self) -> dict[str, FoundWork]:
        """The row in which each work stands, by its id."""
        return {member.id: member.found for draft in self.drafts for member in draft.members}


def _with_ids(document: SourceDocument, understood: Understood) -> _Ids:
    """The works of a source numbered, in their groups; a table's under the body's headings too."""
    outline = understood.outline
    is_table = understood.roles is not None
    headings = [section.path[-1] for section in outline.sections if section.path]
    body = part_of_table(sections(document), headings) if is_table else []
    gathered, odd = gathered_groups(outline, understood.head.title)
    odd = without_begun_in_prose(gathered, odd, document) if is_table else odd
    groups, left = with_lost_headings(gathered, odd, body)
    drafts, on_numbers = numbered_groups(groups, left, has_gaps=outline.has_gaps, counts=outline.counts)
    has_columns = _has_columns_of_headings(understood, groups)
    is_extract = any(one.fix == EXTRACT for one in on_numbers)
    on_groups = doubts_on_groups(groups, has_columns=has_columns, is_extract=is_extract)
    return _Ids(drafts, body, (*on_groups, *on_numbers))


def _has_columns_of_headings(understood: Understood, groups: Sequence[NumberedGroup]) -> bool:
    """Whether two levels of headings have columns of their own, and the lower keeps its printed numbers."""
    if understood.roles is None or not understood.roles >= {Role.FIELD, Role.TASK}:
        return False
    printed = {one.place: read_number(one.path[-1]) for one in understood.outline.sections if one.path}
    numbers = ((group.number, printed.get(group.place)) for group in groups)
    return all(own is None or own.number == number for number, own in numbers)


def _plan(
    head: Head,
    drafts: Sequence[GroupDraft],
    read: Sequence[Sequence[ReadItem]],
    owner: Owner,
    names: Sequence[str],
) -> Plan:
    """The plan; it lists the names that owe reports."""
    items = [[one.item for one in own] for own in read]
    assert head.year is not None  # noqa: S101 - for the type checker: the caller has filled it
    return Plan(
        title=head.title,
        year=head.year,
        groups=tuple(
            Group(draft.id, draft.heading, tuple(own), draft.printed)
            for draft, own in zip(drafts, items, strict=True)
        ),
        document=head.document,
        issuer=head.issuer,
        issued=head.issued,
        units=dict.fromkeys(names, ()),
        rules=Rules(owner=owner),
    )


def _items(drafts: Sequence[GroupDraft], reading: Reading, progress: Progress) -> list[list[ReadItem]]:
    made: list[list[ReadItem]] = []
    count = 0
    for draft in drafts:
        own = []
        for member in draft.members:
            own.append(read_item(member, draft, reading))
            count += 1
            progress(count)
        made.append(own)
    return made


def _reading(understood: Understood, head: Head) -> Reading:
    rows = understood.outline.rows
    is_blank_column = all(is_blank(row.deadline_text) for row in rows)
    assert head.year is not None  # noqa: S101 - the caller has filled it
    school = school_year(head.title)
    later = school.later if school and school.year == head.year else frozenset()
    blank = _without_deadline(understood.roles)
    has_one_period = is_one_of_several((row.steps for row in rows), head.year)
    frame = TimeFrame(
        head.year, head.issued, blank, is_blank_column, later, understood.dated_inside, has_one_period
    )
    names = Vocabulary(text for row in rows for text in (row.lead, row.units, row.support))
    days = PrintedDays(head.title, are_pointed(row.deadline_text for row in rows))
    return Reading(
        frame,
        names,
        understood.roles,
        understood.leads,
        has_offices(understood),
        understood.has_goals_above,
        days,
        understood.has_goals_of_year,
    )


def _without_deadline(roles: frozenset[Role] | None) -> str:
    """What to say of a work without a deadline of its own."""
    if roles is None:
        return "没有写完成时限"
    return "完成时限一栏是空的" if Role.DEADLINE in roles else "没有完成时限一栏"


def _owner(understood: Understood, items: Iterable[ReadItem]) -> Owner:
    """Who owes reports: the leads, where a table has no column for others but their helpers.

    Without a column of their own, leads stand among the responsible (A牵头，B按职责分工负责): all owe, but
    not those above (省牵头单位：省商务厅).
    """
    roles = understood.roles or frozenset()
    if Role.LEAD in roles:
        return Owner.UNITS if Role.UNITS in roles else Owner.LEAD
    is_shared = any(one.item.lead and one.item.units and not one.is_led_from_above for one in items)
    return Owner.ALL if is_shared else Owner.UNITS
