"""The outlooks of any plan with any log, as an index holds them, for the tests of what is read by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import history
from qjtask.core.plan.plan import Owner, Plan
from qjtask.core.standing.due_asked import DueAsked
from qjtask.core.standing.outlook import outlook
from qjtask.core.standing.rows import rows_of
from qjtask.core.standing.what_to_read import (
    BY_OWNER,
    NEVER,
    OPEN,
    OWNERS,
    RHYTHM,
    STATUSES,
    UNDATED,
    UNREAD,
    WANTED,
    Gist,
    Outlooks,
)
from tests.core.plans import day, entry, item, milestone, plan

Made = tuple[str, set[str], set[str], set[str], bool, Owner | None]
Told = tuple[int, Do, int, str | None]

DEADLINES = ("2021年6月5日", "2021年6月30日", "每月25日前", "持续推进", "择日另行通知", "")
OFFICES = ("审批科", "建管科", "办公室")


def outlooks(of: Plan, told: Sequence[Entry]) -> Outlooks:
    """The outlooks of a plan's works as an index holds them."""
    past = history(told, date.max)
    last = {name: max(one.on for one in found) for name, found in past.by_item.items()}
    found = [outlook(row, last.get(row.item.id)) for row in rows_of(of, past, date.max)]
    rhythms = [one.rhythm for one in found]
    roles: list[dict[str, list[int]]] = [{}, {}, {}, {}]
    for place, one in enumerate(found):
        for of_role, names in zip(roles, (one.owners, one.leads, one.others, one.finished), strict=True):
            for name in names:
                of_role.setdefault(name, []).append(place)
    next_due, printed, since, share_since, latest = (
        [day.toordinal() if day else 0 for day in days]
        for days in zip(
            *((one.next_due, one.printed, one.since, one.share_since, one.latest) for one in found),
            strict=True,
        )
    )
    kind = [
        OPEN * one.is_open
        + WANTED * one.is_wanted
        + UNREAD * one.is_unread
        + UNDATED * one.is_undated
        + RHYTHM * place
        for place, one in enumerate(found)
    ]
    wanted = [place for place, one in enumerate(found) if one.is_wanted]
    by_due = sorted((place for place in wanted if next_due[place]), key=next_due.__getitem__)
    by_printed = sorted((place for place in wanted if printed[place]), key=printed.__getitem__)
    unclear = [place for place in wanted if found[place].is_unread]
    return Outlooks(
        next_due=next_due,
        printed=printed,
        since=since,
        share_since=share_since,
        latest=latest,
        kind=kind,
        standing=[STATUSES.index(one.status) + BY_OWNER * OWNERS.index(one.owner) for one in found],
        rhythms=rhythms,
        owners=roles[0],
        leads=roles[1],
        others=roles[2],
        finished=roles[3],
        by_due=by_due,
        by_printed=by_printed,
        unclear=unclear,
        alike=[
            number
            for (day, one), works in Counter((since[place], kind[place]) for place in wanted).items()
            for number in (day, one, works)
        ],
        gist=Gist(
            min((next_due[place] for place in by_due), default=NEVER),
            min((printed[place] for place in by_printed), default=NEVER),
            max(latest),
            len(unclear),
        ),
    )


ITEMS = st.lists(
    st.builds(
        lambda *made: made,
        st.sampled_from(DEADLINES),
        st.sets(st.sampled_from(OFFICES)),
        st.sets(st.sampled_from(OFFICES), max_size=1),
        st.sets(st.sampled_from(OFFICES), max_size=1),
        st.booleans(),
        st.sampled_from((None, None, *Owner)),
    ),
    min_size=1,
    max_size=14,
)
TOLD = st.lists(
    st.tuples(
        st.integers(1, 14),
        st.sampled_from((Do.DONE, Do.NOTE, Do.EXTEND, Do.DROP, Do.REOPEN)),
        st.integers(0, 90),
        st.sampled_from((None, *OFFICES)),
    ),
    max_size=14,
)
ASKED = st.builds(
    DueAsked,
    st.sampled_from((day("05-01"), day("06-10"), day("07-10"))),
    st.frozensets(st.sampled_from(OFFICES), max_size=2),
    st.frozensets(st.sampled_from(OFFICES), max_size=1),
)


def laid(
    made: list[Made],
    told: list[Told],
) -> tuple[Plan, list[Entry]]:
    """A plan and the entries of its works."""
    of = plan(
        *(
            item(
                f"9.{number}",
                deadline=deadline,
                units=tuple(sorted(units)),
                lead=tuple(lead),
                support=tuple(support),
                milestones=(milestone("06-01"),) if staged else (),
                report_every=None,
                owner=owner,
            )
            for number, (deadline, units, lead, support, staged, owner) in enumerate(made, 1)
        )
    )
    entries = [
        entry(f"9.{number}", do, f"{day('04-01') + timedelta(days)}", unit=unit, to="08-31", text="洪水")
        for number, do, days, unit in told
        if number <= len(made)
    ]
    return of, entries
