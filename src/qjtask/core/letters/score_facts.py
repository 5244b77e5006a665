"""What of a work gives an office points or costs it some, each with the entry or fact that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from qjtask.core.layout.document import date_words
from qjtask.core.letters.score_entries import WorkEntries
from qjtask.core.letters.score_rules import ScoreEvent
from qjtask.core.log.entry import Entry
from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.targets import target_words
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share
from qjtask.core.standing.target_marks import missed_targets


class ScoreFact(NamedTuple):
    """One event of a work: the id of the work or milestone, the day, and what it rests on."""

    event: ScoreEvent
    id: str
    on: date | None
    basis: str


class Sight(NamedTuple):
    """A work as one office is judged by it: by its own share of it, or, having none, by the whole."""

    row: Row
    entries: WorkEntries
    office: str
    share: Share | None


def score_facts(sight: Sight) -> Iterator[ScoreFact]:
    """Everything of the work that an office is judged by."""
    for find in _FINDERS:
        yield from find(sight)


def _finished(sight: Sight) -> Iterator[ScoreFact]:
    """The work, or each settled period of it: in time, in time by an extension, or late; nothing undated."""
    row, share = sight.row, sight.share
    for due in row.periods:
        shares = row.state.period_shares.get(due.by, {})
        if done_on := shares.get(sight.office, due.done_on) if share else due.done_on:
            told = [one for one in _told_done(sight, done_on) if one.period in (due.by, None)]
            yield _done(row, (done_on, due.by, None), told)
    done_on = share.done_on if share else row.state.done_on
    if done_on and row.deadline and not row.periods:
        yield _done(row, (done_on, row.deadline, row.extended_from), _told_done(sight, done_on))


def _told_done(sight: Sight, on: date) -> Sequence[Entry]:
    """The completions reported for a day: the office's own, else those for nobody in particular."""
    done = sight.entries.done
    return done.get((sight.office, on)) or done.get((None, on), ())


def _done(row: Row, days: tuple[date, date, date | None], told_by: Sequence[Entry]) -> ScoreFact:
    """What was done on a day, and was to be done by another, after or before it was put off."""
    on, by, extended_from = days
    event, told = ScoreEvent.DONE_IN_TIME, f"期限{date_words(by)}"
    if on > by:
        event, told = ScoreEvent.DONE_LATE, f"{told}，逾期{(on - by).days}天"
    elif extended_from and on > extended_from:
        event, told = ScoreEvent.DONE_BY_EXTENSION, f"{told}，原定{date_words(extended_from)}"
    return ScoreFact(event, row.item.id, on, f"{date_words(on)}完成，{told}{_record(told_by)}")


def _overdue(sight: Sight) -> Iterator[ScoreFact]:
    row, share = sight.row, sight.share
    if row.is_overdue and (share is None or share.is_open):
        due = row.open_dues[0]
        days = (row.at.today - due.by).days
        yield ScoreFact(ScoreEvent.OVERDUE, due.id, due.by, f"期限{date_words(due.by)}，已逾期{days}天")


def _silent(sight: Sight) -> Iterator[ScoreFact]:
    row, share = sight.row, sight.share
    days = share.too_silent if share else row.silent_days if row.is_silent else None
    if days is not None:
        told = f"已{days}天没有进展记录，超过{row.at.rhythm(row.item)}"
        yield ScoreFact(ScoreEvent.SILENT, row.item.id, None, told)


def _chased(sight: Sight) -> Iterator[ScoreFact]:
    """Each letter to the office that names the work, once, however many of its days it names."""
    letters: dict[tuple[str, date], Entry] = {}
    for entry in sight.entries.chases.get(sight.office, ()):
        letters.setdefault((entry.text or entry.id, entry.on), entry)
    for entry in letters.values():
        yield ScoreFact(ScoreEvent.CHASED, entry.item, entry.on, f"{entry.text or '催办'}{_record([entry])}")


def _returned(sight: Sight) -> Iterator[ScoreFact]:
    returns = sight.entries.returns
    for entry in (*returns.get(sight.office, ()), *returns.get(None, ())):
        yield ScoreFact(
            ScoreEvent.RETURNED, entry.item, entry.on, f"{entry.text or '退回'}{_record([entry])}"
        )


def _extended(sight: Sight) -> Iterator[ScoreFact]:
    """Each extension, of the work or of a milestone of it."""
    for one in filter(lambda one: one.is_later, sight.row.state.extensions):
        event = ScoreEvent.EXTENDED_LATE if one.is_late else ScoreEvent.EXTENDED
        before = f"由{date_words(one.before)}" if one.before else ""
        entry = sight.entries.moved.get((one.item, one.on, one.to))
        record = _record([entry]) if entry else ""
        yield ScoreFact(event, one.item, one.on, f"{before}延至{date_words(one.to)}{record}")


def _missed(sight: Sight) -> Iterator[ScoreFact]:
    """Each target of finished work that was measured and missed."""
    row = sight.row
    for mark in missed_targets(row) if row.status is Status.DONE else ():
        told = f"{target_words(mark.target)}，{mark.measured}"
        yield ScoreFact(ScoreEvent.TARGET_MISSED, row.item.id, row.state.done_on, told)


def _record(told_by: Sequence[Entry]) -> str:
    """The number of the entry that tells it; none where no single one does."""
    return f"（记录 {told_by[0].id}）" if told_by else ""


_FINDERS: tuple[Callable[[Sight], Iterator[ScoreFact]], ...] = (
    _finished,
    _overdue,
    _silent,
    _chased,
    _returned,
    _extended,
    _missed,
)
