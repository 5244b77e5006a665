"""The works read so far, each with its wording, and with what its headings say where it says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.clauses.clause import Clause, completed
from qjtask.importing.clauses.clause_words import closing_time
from qjtask.importing.lines.heading_kinds import tells_of_event
from qjtask.importing.works.branch_works import Told, Work, resembling
from qjtask.importing.works.clause_tasks import Outside, Task, TitleLine
from qjtask.importing.works.doers_under_offices import clause_under_office
from qjtask.importing.works.no_work_texts import is_no_work
from qjtask.importing.works.outline_tree import Branch
from qjtask.importing.works.work_doubts import doubts_of, of_nobody
from qjtask.importing.works.work_text import worded


class Over(NamedTuple):
    """What stands over a work: its headings, and what one of them says for those that say nothing."""

    path: tuple[TitleLine, ...] = ()
    given: Clause | None = None


class GatheredTasks:
    """Tasks in the document's order, and what names somebody and is none."""

    def __init__(self, *, first_leads: bool) -> None:
        self.tasks: list[Task] = []
        self.outside: list[Outside] = []
        self._first_leads = first_leads
        # What headings said and works have as theirs, by id: kept, so that no later one has its id.
        self._taken_over: dict[int, Clause] = {}
        self._given: dict[int, list[str]] = {}  # by the same: the works that say nothing themselves

    @property
    def given(self) -> tuple[tuple[str, ...], ...]:
        """The places of the works that say nothing themselves, together those of one clause."""
        return tuple(tuple(dict.fromkeys(places)) for places in self._given.values())

    def is_taken_over(self, given: Clause) -> bool:
        """Whether a work has what a heading's clause says."""
        return id(given) in self._taken_over

    def trust(self, given: Clause, first: int) -> None:
        """Ask nothing of what a heading says in so many words, where no work from `first` on says other."""
        if not given.is_bare and len(self._given.get(id(given), ())) == len(self.tasks) - first:
            self._given.pop(id(given), None)

    def tell(self, at: int, told: Told) -> None:
        """Doubt a work, by its place among the tasks."""
        self.tasks[at] = self.tasks[at]._replace(told=(told, *self.tasks[at].told))

    def add_all(self, branch: Branch, over: Over, works: Sequence[Work]) -> None:
        """Add a branch's works; its brackets that resemble a clause are doubts of those they stand in."""
        strange = resembling(branch)
        if len(works) == 1:
            self._add(branch, over, works[0], [told for own in strange.values() for told in own])
            return
        for work in works:
            self._add(branch, over, work, strange.pop(work.place, []))

    def _add(self, branch: Branch, over: Over, work: Work, strange: Sequence[Told]) -> None:
        clause = self._clause_of(work, over.given)
        text = worded(work.text, clause)
        are_hosts = _says_who_holds_it(branch, work)
        is_over_all = are_hosts and not branch.number and branch.below > 0
        if not text or is_over_all or is_no_work(text, is_numbered=bool(branch.style)):
            self._beside(clause, work, are_hosts=are_hosts)
            return
        told: tuple[Told, ...] = ()
        if not clause.names and not any(one.field == "units" for one in work.told):
            told = (of_nobody(clause, text),)
        self.tasks.append(
            Task(
                branch.style,
                work.number,
                over.path,
                text,
                clause.lead,
                clause.units,
                clause.support,
                clause.deadline or closing_time(text),
                clause.target,
                "；".join(clause.notes),
                work.place,
                (*work.told, *told, *doubts_of(clause), *strange),
                clause.for_all,
                work.further,
            )
        )

    def _beside(self, clause: Clause, work: Work, *, are_hosts: bool) -> None:
        """Note whom a clause names that has no work."""
        shown = "、".join(clause.names or clause.notes)
        if shown:
            self.outside.append(Outside(shown, work.place, has_clause=not are_hosts, are_hosts=are_hosts))

    def _clause_of(self, work: Work, given: Clause | None) -> Clause:
        """The work's own clause, completed by what a heading says; who has it from elsewhere is noted."""
        if given is None:
            return work.clause or Clause()
        if work.clause is not None:
            return self._completed(work.clause, given)
        self._taken_over[id(given)] = given
        if given.is_heading:
            return clause_under_office(work.text, given)
        self._given.setdefault(id(given), []).append(work.place)
        return given._replace(told=(), work="", title="", target="")

    def _completed(self, own: Clause, given: Clause) -> Clause:
        """A work's clause with what its heading says and it does not."""
        whole = completed(own, given, takes_lead=not (own.lead or self._first_leads))
        if whole != own or given.notes:
            self._taken_over[id(given)] = given
        return whole


def _says_who_holds_it(branch: Branch, work: Work) -> bool:
    """Whether all that is said of who does a work is who holds an event: 主办单位：, 协办单位：."""
    places = {work.place, *work.further}
    labels = [line.text for line in branch.lines if line.place in places and line.is_shared]
    return bool(labels) and all(map(tells_of_event, labels))
