"""The lines of a brief of which a work may have many: so few and short that all but the fullest fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from qjtask.core.layout.document import date_words
from qjtask.core.layout.sheet import Tone
from qjtask.core.letters.progress_words import latest_reports, report_words
from qjtask.core.log.entry import Entry
from qjtask.core.log.state import Extension
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import milestone_number
from qjtask.core.sheets.tones import DUE_TONES
from qjtask.core.standing.dues import Due, DueState
from qjtask.core.standing.row import Row
from qjtask.core.standing.target_marks import target_marks
from qjtask.core.standing.words import DUE_WORDS, days_words, joined
from qjtask.core.text.width import shorten

_MOST = 3
"""Lines of a kind; one more says how many there are beside them."""

_MILESTONE, _REPORT, _REASON = 56, 72, 56
"""Terminal cells of a milestone's text, of what a unit reported, of why a day was put off."""


class BriefLine(NamedTuple):
    """What is told under a name, and the day that it is about, where it is about one."""

    name: str
    told: str
    tone: Tone = Tone.PLAIN
    day: date | None = None


def milestone_lines(row: Row, today: date) -> Iterator[BriefLine]:
    """The milestones in their order; of very many, those done are left out first."""
    name = "时间节点"
    left_out = max(len(row.milestones) - _MOST, 0)
    hidden = [due.id for due in row.milestones if not due.is_open][:left_out]
    shown = [due for due in row.milestones if due.id not in hidden][:_MOST]
    for due in shown:
        what = shorten(due.what, _MILESTONE, 1)[0]
        told = f"{due.id} {date_words(due.by)}前{what}（{_stands(due, today)}）"
        yield BriefLine(name, told, DUE_TONES[due.state] if due.is_open else Tone.DIM, due.by)
    yield from _more(name, left_out, "个节点")


def _stands(due: Due, today: date) -> str:
    if due.is_open:
        return days_words((due.by - today).days)
    if due.state is DueState.DROPPED:
        return "已取消"
    return f"{date_words(due.done_on)}完成" if due.done_on else DUE_WORDS[due.state]


def target_lines(row: Row) -> Iterator[BriefLine]:
    """The targets with what was measured."""
    for mark in target_marks(row):
        tone = Tone.PLAIN if mark.met else Tone.RED if mark.is_missed else Tone.YELLOW
        yield BriefLine("指标", mark.words, tone)


def report_lines(row: Row, entries: Iterable[Entry]) -> Iterator[BriefLine]:
    """What each unit reported last, the latest first; then who never reported."""
    name = "最近报告"
    reports = latest_reports(row, entries)[::-1]
    for entry in reports[:_MOST]:
        what = shorten(report_words(entry, row).removeprefix("："), _REPORT, 1)[0]
        by = f"{entry.unit}{_percent(row, entry.unit)}" if entry.unit else ""
        yield BriefLine(name, f"{date_words(entry.on)}{by}：{what}", day=entry.on)
    yield from _more(name, len(reports) - _MOST, "条")
    if not row.state.last_of:
        yield BriefLine(name, "还没有单位报过进展")
    silent = [unit for unit in row.owners if unit not in row.state.last_of]
    if silent and row.state.last_of and None not in row.state.last_of:
        more = f"等{len(silent)}个单位" if len(silent) > _MOST else ""
        yield BriefLine(name, f"没有报过进展的：{joined(silent[:_MOST])}{more}")


def _percent(row: Row, unit: str) -> str:
    """（60%）: how far a unit is with its part, where it is one of several and said so."""
    percent = row.percent_of(unit) if unit in row.owners and len(row.owners) > 1 else None
    return "" if percent is None else f"（{percent}%）"


def extension_lines(row: Row) -> Iterator[BriefLine]:
    """Every extension: from which day to which, why, and who agreed; the latest of very many."""
    extensions = row.state.extensions
    yield from _more("延期", len(extensions) - _MOST, "次")
    for one in extensions[-_MOST:]:
        yield BriefLine("延期", _extension_words(one), Tone.YELLOW if one.is_late else Tone.PLAIN, one.to)


def _extension_words(one: Extension) -> str:
    of = "" if milestone_number(one.item) is None else f"时间节点 {one.item} "
    before = f"由{date_words(one.before)}" if one.before else ""
    agreed = "，".join(filter(None, (one.approved_by and f"{one.approved_by}同意", one.doc)))
    late = "（逾期后延期）" if one.is_late else ""
    reason = f"原因：{shorten(one.text, _REASON, 1)[0]}" if one.text else ""
    told = "；".join(filter(None, (reason, agreed or "没有写谁同意")))
    return f"{of}{before}延至{date_words(one.to)}{late}，{date_words(one.on)}登记；{told}"


def _more(name: str, count: int, what: str) -> Iterator[BriefLine]:
    if count > 0:
        yield BriefLine(name, f"另有{count}{what}没有列出，见 qjtask show")
