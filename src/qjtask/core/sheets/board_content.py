"""The board: the ledger on one page as of a day. Its numbers are those of `stats` and `list`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from enum import StrEnum

from qjtask.core.layout.document import date_words
from qjtask.core.log.entry import DO_WORDS, Entry
from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.numbers import shown_id
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Owner, Plan
from qjtask.core.plan.unit_names import owner_names
from qjtask.core.standing.counts import Category, Figure, beside_words, category, figures, share_category
from qjtask.core.standing.dues import Due
from qjtask.core.standing.light import Light
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import Share, by_unit, share
from qjtask.core.standing.target_marks import target_marks
from qjtask.core.standing.time_axis import LinesBy, Timeline, timeline
from qjtask.core.standing.words import (
    LIGHT_WORDS,
    NOBODY,
    SHARES_NOTE,
    STATUS_WORDS,
    SUPPORT,
    days_words,
    deadline_words,
    heading,
    joined,
    left_out_words,
    owner_words,
    owners_word,
    row_light_words,
    status_words,
)

MOST_GROUPS = 30
"""A timeline of more groups than this is drawn by unit: an office has fewer of them."""


class Lamp(StrEnum):
    """A light, or why there is none."""

    RED = "red"
    GREY = "grey"
    YELLOW = "yellow"
    GREEN = "green"
    DONE = "done"
    DROPPED = "dropped"


LAMP_WORDS = {
    Lamp.RED: LIGHT_WORDS[Light.RED],
    Lamp.GREY: LIGHT_WORDS[Light.GREY],
    Lamp.YELLOW: LIGHT_WORDS[Light.YELLOW],
    Lamp.GREEN: LIGHT_WORDS[Light.GREEN],
    Lamp.DONE: STATUS_WORDS[Status.DONE],
    Lamp.DROPPED: STATUS_WORDS[Status.DROPPED],
}

LOADS_NOTES = (
    "红：已过期限；灰：时限读不懂；黄：期限将近、久无进展或落后于序时；绿：其余未完成的",
    SHARES_NOTE,
)
"""What the lamps mean, and how those of the units count."""


class Load(NamedTuple):
    """A unit's items by the lamp of its own share."""

    name: str
    counts: Counter[Lamp]


class BoardItem(NamedTuple):
    """An item as the board has it.

    `number` is its id and 序号; `units` are its owners, `beside` the offices of the other role; `lamps` are
    those of its units' shares; `details` its milestones, extension, targets, parts and latest entry.
    """

    row: Row
    group: str
    number: str
    units: str
    beside: str
    deadline: str
    light: str
    status: str
    lamp: Lamp
    lamps: tuple[tuple[str, Lamp], ...]
    category: Category
    details: tuple[str, ...]


class Board(NamedTuple):
    """All that the page shows. `total` counts every item once; a load has the items of one unit.

    `besides` are the counts that add up with nothing, in words, `left_out` the plans that could not be read;
    "" where there are none.
    `owners` and `beside` are what the owners, and the offices that stand beside them, are called.
    """

    title: str
    source: str
    owners: str
    beside: str
    today: date
    figures: tuple[Figure, ...]
    besides: str
    left_out: str
    chart: Timeline
    loads: tuple[Load, ...]
    total: Load
    items: tuple[BoardItem, ...]


def board(
    plan: Plan,
    rows: Sequence[Row],
    today: date,
    only: Collection[str] = (),
    about: str = "",
    unread: Sequence[str] = (),
) -> Board:
    """The board of the rows of a plan as of `today`; as they stand for the units in `only`, if any are named.

    `about` stands after the title: whose works are shown, where not all are. `unread` are the plans that
    should be here and could not be read.
    """
    owners, lead = owners_word(rows), OWNER_WORDS[Owner.LEAD]
    by = LinesBy.GROUP if len(plan.groups) <= MOST_GROUPS else LinesBy.UNIT
    return Board(
        title=plan.title + about,
        source=" ".join(part for part in (plan.issuer, plan.document) if part),
        owners=owners,
        beside=OWNER_WORDS[Owner.UNITS] if owners == lead else lead,
        today=today,
        figures=tuple(figures(rows, only)),
        besides=beside_words(rows, only),
        left_out=left_out_words(unread),
        chart=timeline(plan, rows, today, by, only),
        loads=_loads(plan, rows, only),
        total=Load("合计", Counter(_lamp_for(row, only) for row in rows)),
        items=tuple(_items(rows, today, only)),
    )


def _loads(plan: Plan, rows: Sequence[Row], only: Collection[str]) -> tuple[Load, ...]:
    mine = by_unit(rows, (*owner_names(plan), NOBODY), only)
    return tuple(Load(name, Counter(map(_share_lamp, found))) for name, found in mine.items() if found)


def _lamp(row: Row) -> Lamp:
    if row.light is not None:
        return Lamp(row.light.value)
    return Lamp.DROPPED if row.status is Status.DROPPED else Lamp.DONE


def _share_lamp(share: Share) -> Lamp:
    """The lamp of a unit's share: that of the item, but 已完成 as soon as the unit has done its own."""
    return Lamp.DONE if share.is_ahead else _lamp(share.row)


def _lamp_for(row: Row, only: Collection[str]) -> Lamp:
    mine = share(row, only) if only else None
    return _share_lamp(mine) if mine else _lamp(row)


def _items(rows: Sequence[Row], today: date, only: Collection[str]) -> Iterator[BoardItem]:
    is_led = owners_word(rows) == OWNER_WORDS[Owner.LEAD]
    for row in rows:
        mine = by_unit((row,), only=only)
        own = share(row, only) if only else None
        yield BoardItem(
            row=row,
            group=heading(row.group),
            number=shown_id(row.item.id, row.item),
            units=owner_words(row),
            beside=joined(row.units if is_led else row.lead),
            deadline=deadline_words(row),
            light=row_light_words(row),
            status=status_words(row),
            lamp=_lamp_for(row, only),
            lamps=tuple((unit, _share_lamp(share)) for unit, (share,) in mine.items()),
            category=share_category(own) if own else category(row),
            details=tuple(_details(row, today)),
        )


def _details(row: Row, today: date) -> Iterator[str]:
    for one in row.milestones:
        yield f"节点 {one.id}　{one.by} {one.what}（{_milestone_words(one, today)}）"
    for label, words in _labelled(row):
        if words:
            yield f"{label}　{words}"


def _labelled(row: Row) -> Iterator[tuple[str, str]]:
    """What else is known of a work, each under its label; no words where there is nothing of it."""
    percents = row.state.share_percents.items()
    yield "延期", f"原定 {row.extended_from}" if row.extended_from else ""
    yield from (("指标", mark.words) for mark in target_marks(row))
    yield from (("退回", _returned_words(entry)) for entry in row.state.returns)
    yield SUPPORT, joined(row.support)
    yield "已完成的单位", joined([unit for unit in row.owners if row.is_open and unit in row.state.shares])
    yield "各单位进度", joined([f"{unit}{percent}%" for unit, percent in percents if unit in row.open_units])
    yield "最近记录", _last_words(row.state.last) if row.state.last else ""


def _returned_words(entry: Entry) -> str:
    return f"{entry.on} {entry.text}" if entry.text else f"{entry.on}"


def _last_words(last: Entry) -> str:
    return f"{last.on} {DO_WORDS[last.do]}{f'：{last.text}' if last.text else ''}"


def _milestone_words(one: Due, today: date) -> str:
    if one.done_on:
        return f"{date_words(one.done_on)}完成"
    return days_words((one.by - today).days) if one.is_open else "未单独登记"
