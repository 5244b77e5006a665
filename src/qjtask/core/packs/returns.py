"""Collecting: from what the units filled in to new entries, and to what each of them changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from hashlib import blake2b

from qjtask.core.log.entry import Do, Entry
from qjtask.core.log.history import history
from qjtask.core.log.order import moment_after
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.packs.filled_rows import Answer, Filled, answers
from qjtask.core.packs.pack_form import PERCENT, digest
from qjtask.core.packs.returns_sheet import Collected, ReturnChange
from qjtask.core.plan.ids import item_id_of, milestone_number
from qjtask.core.plan.plan import Plan
from qjtask.core.plan.plan_address import HERE, PlanAddress
from qjtask.core.plan.unit_names import unit_names
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.core.standing.marking import Marks, Wanted, mark
from qjtask.core.standing.row import Row
from qjtask.core.standing.rows import rows
from qjtask.core.standing.words import joined, status_words


class ReturnsLedger(NamedTuple):
    """The ledger as it is: `entries` is the whole log, `rows` what it comes to on `today`.

    `address` is where commands that are told find it.
    """

    plan: Plan
    rows: Sequence[Row]
    entries: Sequence[Entry]
    today: date
    address: PlanAddress = HERE


def collect(
    files: Sequence[Filled], standing: ReturnsLedger, on: date, at: datetime, by: str | None
) -> Collected:
    """The entries that the filled workbooks ask for; progress counts as of `on`, completion as of its date.

    Raises Refused with every fault of every file. An answer that the log holds already, by its
    id, which is made of its content and the pack's day, is told and needs no entry.
    """
    problems: list[Problem] = []
    doubts: list[Problem] = []
    given: list[Answer] = []
    silent: list[str] = []
    for filled in files:
        try:
            unit = _unit(filled, standing.plan, standing.address)
            found, doubtful = answers(filled, unit, standing.plan, standing.today)
            given += found
            doubts += doubtful
            silent += [] if found else [unit]
        except Refused as refused:
            problems += refused.problems
    deciding = _Deciding(standing, on, at, by)
    changes = []
    for answer in _each_once(given, problems):
        try:
            changes.append(deciding.change(answer))
        except Refused as refused:
            problems += [
                Problem(answer.where, f"{one.where} {one.what}" if one.where else one.what, one.fix)
                for one in refused.problems
            ]
    if problems:
        raise Refused(problems)
    doubts += deciding.doubts
    return Collected(tuple(changes), tuple(doubts), len(files), tuple(dict.fromkeys(silent)))


def _unit(filled: Filled, plan: Plan, address: PlanAddress) -> str:
    """The name to show of the unit whose workbook it is. Refused when it is not this plan's, or changed."""
    identity = filled.identity
    if not identity.is_of(plan):
        other = identity.document or identity.title
        raise refuse(
            filled.shown, f"这是另一份计划的填报表（{other}）", f"现在的计划是{plan.document or plan.title}"
        )
    names = unit_names(plan)
    unit = names.canonical((identity.unit,))[0]
    if unit not in names.shown():
        fix = f"运行 {address.command('units')} 可看全部名称"
        raise refuse(filled.shown, f"计划里没有“{identity.unit}”这个单位", fix)
    if unit in names.members:
        members = joined(names.members[unit])
        raise refuse(filled.shown, f"“{unit}”现在分成{members}", "请给各单位重新生成填报表")
    if filled.unit is not None and digest(filled.unit.text) != digest(identity.unit):
        told = f"这是发给{identity.unit}的填报表，填报单位写成了“{filled.unit.text}”"
        raise refuse(filled.unit.at, told, "请各单位用自己的那一份")
    return unit


def _each_once(given: Iterable[Answer], problems: list[Problem]) -> Iterable[Answer]:
    """The answers, older packs first; one that two files give alike counts once, two at odds are a fault."""
    first: dict[tuple[str, date, str], Answer] = {}
    for answer in given:
        twin = first.setdefault((answer.unit, answer.day, answer.item), answer)
        if entry_id(twin) != entry_id(answer):
            problems.append(Problem(answer.where, f"和 {twin.where} 填的不一样", "同一个单位只留一份"))
    return sorted(first.values(), key=lambda answer: answer.day)


def entry_id(answer: Answer) -> str:
    """The id of the entry that an answer makes: 64 bits of its content, so that it is written once.

    The same words in a later pack are a new report: the pack's day counts in. So does the unit's name
    of that day, whatever it is called now.
    """
    said = (answer.text, answer.percent, answer.done_on and answer.done_on.isoformat(), answer.evidence)
    content = repr((answer.sent_to, answer.day.isoformat(), answer.item, said))
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class _Deciding:
    """The answers one after the other, each upon what those before it lead to."""

    def __init__(self, standing: ReturnsLedger, on: date, at: datetime, by: str | None) -> None:
        self._plan = standing.plan
        self._today = standing.today
        self._address = standing.address
        self._rows = {row.item.id: row for row in standing.rows}
        self._written = {entry.id for entry in standing.entries}
        past = history(standing.entries, standing.today)
        self._undone = past.undone
        self._past: dict[str, tuple[Entry, ...]] = dict(past.by_item)
        self._on, self._at, self._by = on, at, by
        self.doubts: list[Problem] = []

    def change(self, answer: Answer) -> ReturnChange:
        """What an answer changes. Refused when it may not."""
        known = entry_id(answer)
        if known in self._undone:
            again = self._address.command(f"{'done' if answer.done_on else 'note'} {answer.item}")
            told = f"登记过，后来撤销了，没有再登记；要登记请用 {again}"
            return ReturnChange(answer, None, told)
        if known in self._written:
            return ReturnChange(answer, None, "已登记过")
        item_id = item_id_of(answer.item)
        before = self._rows[item_id]
        marks = self._mark(answer, before)
        if not marks.entries:
            return ReturnChange(answer, None, marks.already[0].removeprefix(f"{answer.item} "))
        entry = marks.entries[0]
        self._at = moment_after([entry], self._at)
        self.doubts += _going_back(before, entry, answer)
        after = self._upon(item_id, entry)
        was, now = _stands(before, answer), _stands(after, answer)
        words = f"{was} → {now}" if was != now else was
        return ReturnChange(answer, entry, f"{words}；完成已登记过，只补记进展" if marks.already else words)

    def _mark(self, answer: Answer, row: Row) -> Marks:
        """The entry for an answer. What is done already is not done again, but new words on it are kept."""
        known = entry_id(answer)
        draft = Entry(
            id=known,
            item=answer.item,
            do=Do.DONE if answer.done_on else Do.NOTE,
            on=answer.done_on or self._on,
            at=self._at,
            by=self._by,
            unit=None if answer.meets_milestone else answer.unit,
            text=_text(answer),
            evidence=answer.evidence,
            percent=answer.percent,
        )
        marks = self._marked(draft, row, known)
        if marks.entries or not self._is_news(answer, draft.text):
            return marks
        noted = draft._replace(do=Do.NOTE, on=self._on, unit=answer.unit, text=answer.text)
        return self._marked(noted, row, known)._replace(already=marks.already)

    def _marked(self, draft: Entry, row: Row, known: str) -> Marks:
        """The marks for a draft; where targets are missed, what the unit wrote must say why."""
        wanted = Wanted(draft, anyway=True)
        named = {draft.item: row}
        return mark(
            wanted, named, self._plan, lambda: known, lambda new: {draft.item: self._folded(row, new)}
        )

    def _is_news(self, answer: Answer, text: str) -> bool:
        """Whether its words or evidence stand in no entry yet, neither alone nor as the entry's `text`."""
        past = self._past.get(item_id_of(answer.item), ())
        known = any(entry.text in (answer.text, text) and entry.evidence == answer.evidence for entry in past)
        return bool(answer.text or answer.evidence) and not known

    def _upon(self, item_id: str, entry: Entry) -> Row:
        """The item's row once the entry is written, kept for the answers to come."""
        after = self._folded(self._rows[item_id], [entry])
        self._past[item_id] = (*self._past.get(item_id, ()), entry)
        self._rows[item_id] = after
        return after

    def _folded(self, row: Row, new: Sequence[Entry]) -> Row:
        """An item's row as it stands with new entries."""
        alone = self._plan._replace(groups=(row.group._replace(items=(row.item,)),))
        return rows(alone, (*self._past.get(row.item.id, ()), *new), self._today)[0]


def _text(answer: Answer) -> str:
    """The entry's text: before the unit's own words what the entry has no other place for."""
    fact = f"由{answer.unit}填报" if answer.meets_milestone else ""
    return "，".join(filter(None, (fact, answer.text)))


def _going_back(before: Row, entry: Entry, answer: Answer) -> Iterator[Problem]:
    """A doubt where the percentage of an open item, or of the unit's part of it, is less than it was."""
    parts = before.state.share_percents
    was = parts.get(answer.unit) if len(before.owners) > 1 else before.state.percent
    now = entry.percent
    if before.is_open and was is not None and now is not None and now < was:
        told = f"{answer.item} 的百分比比原来低（{was}% → {now}%），照登"
        yield Problem(answer.at[PERCENT.heading], told, "请核对", is_warning=True)


def _stands(row: Row, answer: Answer) -> str:
    """How what the answer is about stands: the milestone, else the unit's share with the item."""
    number = milestone_number(answer.item)
    if number is not None:
        done_on = row.milestones[number - 1].done_on
        return f"{done_on}完成" if done_on else "未完成"
    if row.state.done_on and not row.is_open:
        return f"{row.state.done_on}完成"
    if row.is_claimed:
        return status_words(row)
    share = row.state.shares.get(answer.unit)
    if share is not None:
        return f"本单位{share}完成，还差{joined(row.open_units)}"
    part = row.state.share_percents.get(answer.unit)
    mine = "" if part is None else f"，本单位{part}%"
    period = f"，已完成{row.state.closed}期" if row.state.closed else ""
    return f"{status_words(row)}{mine}{period}"
