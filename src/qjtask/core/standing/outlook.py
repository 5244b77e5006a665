"""What of a row decides on which days it has to be looked at: all that an index of works holds of one.

Nothing of it depends on the day. A work's outlook counts on every day from the latest of its entries on;
on an earlier one the work has to be read. No light is kept: which light shows is the rule's to say.
"""

from datetime import date

from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.plan import Owner
from qjtask.core.standing.roles import offices as single_offices
from qjtask.core.standing.roles import others
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import share
from qjtask.core.time.span import Span


class Outlook(NamedTuple):
    """One work.

    `is_open` says whether anything can be wanted of anybody: it is neither closed nor waits for its
    acceptance. `is_wanted` says whether something of it is wanted of anybody who owes it. `next_due` is the
    nearest of its open days, `printed` the nearest that the notice printed for something open. Silence counts
    from `since`, that of the longest silent owner whose share is open from `share_since`, by the `rhythm`.
    `latest` is the last day on which something happened that counts. `owners`, `leads` and `others`, who owe
    nothing, are single offices; `finished` are owners whose share is done. `owner` says in which role they
    owe it.
    """

    is_open: bool
    is_wanted: bool
    is_unread: bool
    is_undated: bool
    next_due: date | None
    printed: date | None
    since: date
    share_since: date | None
    rhythm: Span
    latest: date | None
    owners: tuple[str, ...]
    leads: tuple[str, ...]
    others: tuple[str, ...]
    finished: tuple[str, ...]
    status: Status
    owner: Owner


def outlook(row: Row, latest: date | None) -> Outlook:
    """The outlook of a row for which all entries were counted; `latest` is the last day of one of them."""
    mine, last = share(row), row.state.last
    since = last.on if last else row.at.counted_from
    return Outlook(
        is_open=row.is_pending,
        is_wanted=bool(mine and mine.is_open),
        is_unread=row.is_unread,
        is_undated=row.is_undated,
        next_due=row.next_due,
        printed=min((due.printed for due in row.open_dues if due.printed), default=None),
        since=since,
        share_since=mine.since if mine and row.owners else since if mine and mine.is_open else None,
        rhythm=row.at.rhythm(row.item),
        latest=latest,
        owners=row.owners,
        leads=single_offices(row, row.lead),
        others=tuple(others(row)),
        finished=tuple(unit for unit in row.owners if unit in row.state.shares),
        status=row.status,
        owner=row.owner,
    )
