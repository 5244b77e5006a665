"""What a mark may say: from what is asked and the rows as they stand to new entries, or to why not.

What is asked is a draft: an entry without id and item, the same for every id named.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from qjtask.core.log.bounds import out_of_bounds
from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.likely_days import impossible_days, odd_days
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import milestone_number
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.targets import measured
from qjtask.core.problem import Objection, Problem, Refused
from qjtask.core.standing.acceptance import check_rule
from qjtask.core.standing.finishing import Consent, unmet_targets
from qjtask.core.standing.mark_rules import RULES
from qjtask.core.standing.period_marks import Already, period_to_settle
from qjtask.core.standing.row import Row


class Wanted(NamedTuple):
    """What is asked: the draft of the entries, and what is typed that belongs to no single field of them.

    `values` are typed as `name=number`, or `number` where an item has one target; `period`, of recurring
    work, as a due date or its month; with `anyway`, work is finished though its targets are missed.
    """

    draft: Entry
    values: Sequence[str] = ()
    period: str | None = None
    anyway: bool = False


Upon = Callable[[Sequence[Entry]], Mapping[str, Row]]
"""Takes new entries and gives the rows of what is marked as they stand with these."""


class Marks(NamedTuple):
    """The entries to append, what to say of ids that need none, and what is odd about what is asked."""

    entries: tuple[Entry, ...]
    already: tuple[str, ...]
    doubts: tuple[Problem, ...] = ()


def mark(
    wanted: Wanted, named: Mapping[str, Row], plan: Plan, new_id: Callable[[], str], upon: Upon
) -> Marks:
    """Entries as the draft says, for the items and milestones `named`, each with the row of its item.

    The draft's unit is a name to show; a collective one stands for each of its members. All or nothing:
    Refused with every reason when one of them cannot be marked. What is marked already is told and needs
    no entry.
    """
    draft = wanted.draft
    check_rule(draft.do, plan.rules)
    entries: list[Entry] = []
    already: list[str] = []
    problems: list[Problem] = []
    for marked, row in named.items():
        for one in _each(draft, row):
            try:
                _likely(one, plan)
                RULES[one.do](one, marked, row)
                found = _measured(wanted.values, draft, row)
                settled = _period(one, marked, row, wanted.period)
            except Already as told:
                already.append(f"{marked} {told}")
            except Objection as objection:
                problems.append(objection.at(marked))
            else:
                entries.append(one._replace(id=new_id(), item=marked, values=found, period=settled))
    if draft.do is Do.DONE and any(row.item.targets for row in named.values()):
        problems += unmet_targets(entries, named, upon(entries), Consent(wanted.anyway, draft.text))
    problems += [Problem(entry.item, *told) for entry in entries for told in out_of_bounds(entry)]
    if problems:
        raise Refused(problems)
    odd = odd_days(plan, draft.do, draft.on, draft.to) if entries else None
    doubts = (Problem(entries[0].item, odd, "已照登，请核对年份", is_warning=True),) if odd else ()
    return Marks(tuple(entries), tuple(already), doubts)


def _each(draft: Entry, row: Row) -> list[Entry]:
    """The draft for each office that its unit stands for: of a collective name's members those that owe."""
    if draft.unit is None or draft.unit not in row.members:
        return [draft]
    mine = [office for office in row.members[draft.unit] if office in row.owners]
    return [draft._replace(unit=office) for office in mine] or [draft]


def _measured(values: Sequence[str], draft: Entry, row: Row) -> Mapping[str, str]:
    """The values, which belong to one office or to the whole."""
    if values and draft.unit in row.members:
        raise Objection(f"“{draft.unit}”是几个单位的合称，不知道实绩是谁的", "请分单位登记，或去掉 --unit")
    return measured(values, row.item.targets)


def _likely(draft: Entry, plan: Plan) -> None:
    told = impossible_days(plan, draft.do, draft.on, draft.to)
    if told:
        raise Objection(told, "请核对年份")


def _period(draft: Entry, marked: str, row: Row, named: str | None) -> date | None:
    """The period that a completion settles; None of what is none, or of work that does not recur."""
    recurs = bool(row.state.periods) and milestone_number(marked) is None
    if draft.do is Do.DONE and recurs:
        return period_to_settle(row.state, draft.on, draft.unit, named, row.at.year)
    if named is not None:
        raise Objection("没有分期", "请去掉 --period")
    return None
