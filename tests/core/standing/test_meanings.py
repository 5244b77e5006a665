"""A small model of who owes a work, whether it is late and whether it is done, against the program.

The model knows nothing of folds and rows: it keeps for each work what its owners have done, and answers on
any day by the words of the design. Histories are those that the commands let people write.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Owner, Rules
from qjtask.core.problem import Refused
from qjtask.core.standing.marking import Wanted, mark
from qjtask.core.standing.rows import rows
from tests.core.plans import ISSUED, day, entry, item, plan
from tests.core.towns import ALL_TOWNS, TOWNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qjtask.core.plan.plan import Plan
    from qjtask.core.standing.row import Row

OFFICE = plan(
    item("1.1", lead=("甲局",), units=("乙科", "丙科"), owner=Owner.ALL, report_every=None),
    item("1.2", lead=("甲局",), units=(ALL_TOWNS,), deadline="2021年5月31日", report_every=None),
    item("1.3", lead=(), units=("乙科", "丙科"), deadline="每季度末", report_every=None),
    item("1.4", lead=("甲局",), units=(), support=("乙科",), deadline="2021年9月30日", report_every=None),
    item("1.5", lead=("丙科",), units=("乙科",), owner=Owner.LEAD, deadline="持续推进"),
    members={ALL_TOWNS: TOWNS},
)
OWNERS = {
    "1.1": ("甲局", "乙科", "丙科"),
    "1.2": TOWNS,
    "1.3": ("乙科", "丙科"),
    "1.4": ("甲局",),
    "1.5": ("丙科",),
}
PRINTED = {"1.1": day("06-30"), "1.2": day("05-31"), "1.4": day("09-30")}
QUARTERS = (day("06-30"), day("09-30"), day("12-31"))  # that of March begins before the notice of the 26th
MONTH = timedelta(days=30)
WITH_UNIT = (Do.DONE, Do.NOTE, Do.REOPEN, Do.RETURN)


class Work:
    """What one work's owners have done so far."""

    def __init__(self, item_id: str, *, accept: bool) -> None:
        self.owners = OWNERS[item_id]
        self.printed = PRINTED.get(item_id)
        self.accept = accept
        periods: tuple[date | None, ...] = QUARTERS if item_id == "1.3" else (None,)
        self.parts: dict[date | None, set[str]] = {by: set() for by in periods}
        self.begun = self.held = self.dropped = self.accepted = False
        self.until: date | None = None
        self.finished_on: date | None = None
        self.last: date | None = None
        self.claimants: set[str | None] = set()
        self.returns = self.extensions = 0

    def tell(self, told: Entry) -> None:
        names = {Do.RETURN: "back", Do.REOPEN: "back", Do.ACCEPT: "judge"}
        getattr(self, names.get(told.do, told.do.value))(told)
        self.last = told.on

    def start(self, _: Entry) -> None:
        self.begun, self.held = True, False

    def note(self, _: Entry) -> None:
        self.begun = True

    def hold(self, _: Entry) -> None:
        self.held = True

    def drop(self, _: Entry) -> None:
        self.dropped = True

    def extend(self, told: Entry) -> None:
        self.until, self.extensions = told.to, self.extensions + 1

    def done(self, told: Entry) -> None:
        self.parts[told.period] |= {told.unit} if told.unit else set(self.owners)
        self.begun, self.held = True, False
        self.claimants.add(told.by)
        if not self.left():
            self.finished_on = told.on

    def judge(self, _: Entry) -> None:
        self.accepted = True

    def back(self, told: Entry) -> None:
        self.returns += told.do is Do.RETURN
        if told.unit is None and len(self.parts) == 1:
            self.claimants.clear()
        of = [*self.parts][-1] if self.finished_on else self.left()[0]
        if self.finished_on and told.unit is None:
            self.parts[of] = set()
        self.parts[of] -= {told.unit}
        self.begun, self.held, self.dropped, self.accepted, self.finished_on = True, False, False, False, None

    def left(self) -> list[date | None]:
        return [by for by, part in self.parts.items() if part != set(self.owners)]

    @property
    def status(self) -> str:
        if self.dropped:
            return "dropped"
        if self.finished_on:
            return "reported" if self.accept and not self.accepted else "done"
        return "held" if self.held else "doing" if self.begun else "todo"

    @property
    def is_wanted(self) -> bool:
        return self.status in ("todo", "doing", "held")

    @property
    def next_due(self) -> date | None:
        left = self.left()
        return (self.until or self.printed or left[0]) if self.is_wanted and left else None

    def open_owners(self) -> set[str]:
        return set(self.owners) - self.parts[self.left()[0]] if self.is_wanted else set()

    def reasons(self, today: date) -> set[str]:
        if not self.is_wanted:
            return set()
        by, found = self.next_due, set()
        if by:
            found |= {"overdue"} if by < today else {"due_soon"} if by <= today + MONTH else set()
            part = self.parts.get(None)
            if part and 100 * (today - ISSUED).days // (by - ISSUED).days >= 20 + round(
                100 * len(part) / len(self.owners)
            ):
                found |= {"behind"}
        if (self.last or ISSUED) < today - MONTH:
            found |= {"silent"}
        return found

    def light(self, today: date) -> str | None:
        found = self.reasons(today)
        if self.status in ("done", "dropped"):
            return None
        return "red" if "overdue" in found else "yellow" if found else "green"

    def is_late_as_printed(self, today: date) -> bool:
        printed = self.printed or (self.next_due if len(self.parts) > 1 else None)
        return self.is_wanted and ("overdue" in self.reasons(today) or bool(printed and printed < today))


class Step(NamedTuple):
    """What somebody tries on a day so much later."""

    do: Do
    item: str
    unit: str | None
    by: str
    later: int
    put_off: int


STEPS = st.builds(
    Step,
    st.sampled_from([Do.DONE] * 6 + [Do.ACCEPT, Do.RETURN, Do.EXTEND, Do.UNDO] * 2 + [*Do]).filter(
        lambda do: do is not Do.CHASE
    ),
    st.sampled_from([*OWNERS]),
    st.sampled_from([None, None, "甲局", "乙科", "丙科", ALL_TOWNS, *TOWNS]),
    st.sampled_from(["王芳", "李明"]),
    st.integers(0, 25),
    st.integers(-30, 120),
)


class Ledger:
    """A log as the commands write it: `commands` are those that stand, `log` all that was written."""

    def __init__(self, of: Plan) -> None:
        self.plan = of
        self.log: list[Entry] = []
        self.commands: list[tuple[Entry, ...]] = []

    def attempt(self, step: Step, today: date) -> None:
        if step.do is Do.UNDO:
            for taken in self.commands.pop() if self.commands else ():
                self.log.append(entry(taken.item, Do.UNDO, str(today), undoes=taken))
            return
        to = today + timedelta(days=step.put_off) if step.do is Do.EXTEND else None
        unit = step.unit if step.do in WITH_UNIT else None
        draft = entry("", step.do, str(today), unit=unit, text="原因", by=step.by, to=str(to) if to else None)
        try:
            made = mark(
                Wanted(draft), self.rows((), today, step.item), self.plan, self.new_id,
                lambda new: self.rows(new, today, step.item),
            ).entries  # fmt: skip
        except Refused:
            return
        if made:
            self.log += made
            self.commands.append(made)

    def rows(self, new: Iterable[Entry], today: date, item_id: str) -> dict[str, Row]:
        found = rows(self.plan, [*self.log, *new], today)
        return {one.item.id: one for one in found if one.item.id == item_id}

    def new_id(self) -> str:
        return entry().id

    def model(self, until: date) -> dict[str, Work]:
        works = {item_id: Work(item_id, accept=self.plan.rules.accept) for item_id in OWNERS}
        for told in (one for command in self.commands for one in command if one.on <= until):
            works[told.item].tell(told)
        return works


def written(steps: list[Step], *, accept: bool) -> tuple[Ledger, date]:
    ledger, today = Ledger(OFFICE._replace(rules=Rules(accept=accept))), ISSUED
    for step in steps:
        today += timedelta(days=step.later)
        ledger.attempt(step, today)
    return ledger, today


@settings(max_examples=200)
@given(st.lists(STEPS, max_size=25), st.booleans(), st.integers(0, 60), st.integers(0, 200))
def test_on_any_day_the_program_answers_as_the_model(
    steps: list[Step], accept: bool, later: int, back: int
) -> None:
    ledger, end = written(steps, accept=accept)
    for today in (end + timedelta(days=later), max(end - timedelta(days=back), ISSUED)):
        works = ledger.model(today)
        for row in rows(ledger.plan, ledger.log, today):
            work = works[row.item.id]
            assert row.status.value == work.status
            assert row.next_due == work.next_due
            assert {reason.value for reason in row.reasons} == work.reasons(today)
            assert (row.light.value if row.light else None) == work.light(today)
            assert set(row.open_units) == work.open_owners()
            assert row.is_overdue_as_printed == work.is_late_as_printed(today)
            assert row.state.done_on == (work.finished_on if work.status == "done" else None)
            if row.is_claimed:
                assert row.state.claimed_on == work.finished_on
            assert (len(row.state.returns), len(row.state.extensions)) == (work.returns, work.extensions)


@settings(max_examples=60)
@given(st.lists(STEPS, max_size=25))
def test_nobody_accepts_what_he_claimed_himself(steps: list[Step]) -> None:
    ledger, end = written(steps, accept=True)
    for told in (one for command in ledger.commands for one in command if one.do is Do.ACCEPT):
        before = Ledger(ledger.plan)
        before.commands = [command for command in ledger.commands if command[0].at < told.at]
        assert told.by not in before.model(end)[told.item].claimants
