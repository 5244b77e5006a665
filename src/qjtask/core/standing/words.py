"""The words for where work stands: statuses, lights, classes of deadlines, days, and what is not written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from qjtask.core.log.fold import Status
from qjtask.core.plan.ids import TAG
from qjtask.core.plan.owners import OWNER_WORDS
from qjtask.core.plan.plan import Group, Item, Owner
from qjtask.core.standing.dues import DueState
from qjtask.core.standing.light import Light, Reason
from qjtask.core.standing.roles import OfficeRole, others
from qjtask.core.standing.row import Row
from qjtask.core.time.deadline import DeadlineClass
from qjtask.core.time.numerals import to_chinese

STATUS_WORDS = {
    Status.TODO: "未启动",
    Status.DOING: "推进中",
    Status.REPORTED: "待销号",
    Status.DONE: "已完成",
    Status.HELD: "暂停",
    Status.DROPPED: "取消",
}


LIGHT_WORDS = {Light.RED: "红", Light.GREY: "灰", Light.YELLOW: "黄", Light.GREEN: "绿"}

REASON_WORDS = {
    Reason.OVERDUE: "逾期",
    Reason.UNREAD: "时限读不懂",
    Reason.DUE_SOON: "即将到期",
    Reason.BEHIND: "落后于序时",
    Reason.SILENT: "久无进展",
}

CLASS_WORDS = {
    DeadlineClass.DATE: "有期限",
    DeadlineClass.ONGOING: "持续推进",
    DeadlineClass.ON_SCHEDULE: "按时序推进",
    DeadlineClass.RECURRING: "周期性",
    DeadlineClass.IMMEDIATE: "立行立改",
    DeadlineClass.DATE_THEN_ONGOING: "到期后长期坚持",
    DeadlineClass.UNKNOWN: "读不懂",
}

DUE_WORDS = {
    DueState.OVERDUE: "逾期",
    DueState.OPEN: "未到期",
    DueState.REPORTED: STATUS_WORDS[Status.REPORTED],
    DueState.DONE: "已完成",
}
"""How a day stands on a timeline, in the order in which it is drawn; what was dropped is not on it."""

DUE_SIGNS = {DueState.OVERDUE: "▲", DueState.OPEN: "○", DueState.REPORTED: "◎", DueState.DONE: "●"}
"""Signs that a GBK terminal has too."""

UNWRITTEN = "（未写）"
"""What stands beside a heading whose value the plan does not have."""

NOBODY = "（未写责任单位）"
"""Whose work is that names no responsible unit."""

NO_LEAD = "（未写牵头单位）"
"""Who leads work that names no lead agency."""

SUPPORT = "配合单位"
"""Those who help, and owe nothing."""

ROLE_WORDS = {OfficeRole.LEAD: "牵头", OfficeRole.UNITS: "责任", OfficeRole.SUPPORT: "配合"}
"""What an office is to a work that it does not owe."""

MEAN = "（各单位平均）"
"""That a percentage is the mean of what the owners reported of their parts."""

SHARES_NOTE = "一项工作由几个单位承办时各行都计，合计只计一次；单位已完成自己的部分的，在该行算已完成"
"""How lines of units count."""

_TOO_MANY = 1000
"""From here on a Chinese numeral is longer than it is clear."""


def heading(group: Group) -> str:
    """A group's heading as the table prints it: （九）着力提升网上办事深度; after its plan's name, if any."""
    name, tag, digits = group.id.rpartition(TAG)
    number = int(digits)
    printed = group.printed or f"（{to_chinese(number) if number < _TOO_MANY else number}）"
    return f"{name}{'　' if tag else ''}{printed}{group.heading}"


def joined(names: Sequence[str]) -> str:
    """Names as a document lists them."""
    return "、".join(names)


def owners_word(rows: Iterable[Row], others: Iterable[Owner] = ()) -> str:
    """What those are called who owe the rows: by their role, where that is one and the same for all.

    `others` are the roles in which rows are owed that are not here.
    """
    found = {row.owner for row in rows}.union(others) or {Owner.UNITS}
    return OWNER_WORDS[found.pop() if len(found) == 1 else Owner.ALL]


def owner_words(row: Row, asked: Collection[str] = ()) -> str:
    """The owners as printed; after them those of the offices `asked` for that have another role.

    审批科、办公室（配合）.
    """
    return joined(owners_told(row, asked))


def open_owner_words(row: Row) -> str:
    """`owner_words` of those whose share is open; of a collective name that is half done, which are.

    各镇（街道）（还差乙镇、丙街道）.
    """
    return joined(open_owners_told(row))


def owners_told(row: Row, asked: Collection[str] = ()) -> tuple[str, ...]:
    """What `owner_words` joins."""
    return (*row.owner_names, *_others(row, asked)) if asked else row.owner_names


def open_owners_told(row: Row, asked: Collection[str] = ()) -> tuple[str, ...]:
    """What `open_owner_words` joins; after it those of the offices `asked` for that have another role."""
    told = row.owner_names
    if row.open_units != told:  # some name is collective, or some share done
        each = ((name, row.members.get(name, (name,))) for name in told)
        open_of_each = ((name, offices, row.open_among(offices)) for name, offices in each)
        told = tuple(
            name if still == offices else f"{name}（还差{joined(still)}）"
            for name, offices, still in open_of_each
            if still
        )
    return (*told, *_others(row, asked)) if asked else told


def _others(row: Row, asked: Collection[str]) -> Iterator[str]:
    for office, found in others(row).items():
        if office in asked:
            yield f"{office}（{ROLE_WORDS[found]}）"


def whose_words(units: Iterable[str], leads: Iterable[str]) -> str:
    """（审批科、区司法局牵头）: whose works a document is about; "" for everybody's."""
    names = (*sorted(units), *(f"{office}牵头" for office in sorted(leads)))
    return f"（{joined(names)}）" if names else ""


def days_words(days: int) -> str:
    """逾期3天, 今天到期, 剩5天."""
    if days < 0:
        return f"逾期{-days}天"
    return f"剩{days}天" if days else "今天到期"


def light_words(light: Light, about: str) -> str:
    """红 逾期3天: the light's word with what it is about."""
    return f"{LIGHT_WORDS[light]} {about}".rstrip()


def row_light_words(row: Row) -> str:
    """A row's light with the first reason for it, else its days; how it was finished, where that matters.

    红 逾期3天, 灰 时限读不懂, 黄 剩5天, 黄 落后25点, 黄 静默31天, 绿 剩90天. All the reasons are in `why`.
    """
    if row.light is None:
        return "逾期完成" if row.finished_late else "延期后按期" if row.finished_by_extension else ""
    return light_words(row.light, _about(row))


def _about(row: Row) -> str:
    first = row.reasons[0] if row.reasons else None
    if first is Reason.UNREAD:
        return REASON_WORDS[first]
    if first is Reason.BEHIND and row.pace:
        return f"落后{row.pace.behind}点"
    if first is Reason.SILENT:
        return f"静默{row.silent_days}天"
    if row.claimed_late:
        return "逾期报完成"
    return "" if row.days_left is None else days_words(row.days_left)


def status_words(row: Row) -> str:
    """推进中, with how far it is where that is known: 推进中60%, 推进中5/8."""
    return f"{STATUS_WORDS[row.status]}{progress_part(row)}"


def short_status_words(row: Row) -> str:
    """`status_words` for a narrow column: 推进中平均60%."""
    part = progress_part(row).partition("，")[0]
    is_mean = part.endswith(MEAN)
    return f"{STATUS_WORDS[row.status]}{'平均' if is_mean else ''}{part.removesuffix(MEAN)}"


def progress_part(row: Row) -> str:
    """How far an open row is: 60%, 60%（各单位平均）, 5/8; "" where nothing is known.

    Of several owners it counts those that are done, and gives the mean where any reported how far it is.
    """
    if not row.is_pending:
        return ""
    done = sum(unit in row.state.shares for unit in row.owners)
    parts = [f"{done}/{len(row.owners)}"] if len(row.owners) > 1 and done else []
    if row.percent is not None and (not parts or row.state.percents):
        parts.append(f"{row.percent}%{MEAN if row.is_mean else ''}")
    return "，".join(parts)


def printed_words(item: Item) -> str:
    """The deadline as printed, or that none is written."""
    return item.deadline.text.strip() or UNWRITTEN


def deadline_words(row: Row) -> str:
    """The date the item is held to, where it has one; else the deadline as printed."""
    return printed_words(row.item) if row.deadline is None else row.deadline.isoformat()


def left_out_words(unread: Sequence[str]) -> str:
    """Which plans nobody could read: what is told of the others says so. "" where there are none."""
    return f"有{len(unread)}个计划读不了，以下没有算上：{joined(unread)}" if unread else ""
