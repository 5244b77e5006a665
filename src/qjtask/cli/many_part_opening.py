"""Several ledgers opened by their indexes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qjtask.cli.faults import tell
from qjtask.cli.indexes import indexes_of
from qjtask.cli.known_ledger import Full, KnownLedger, short_name
from qjtask.cli.many_opening import opened, read_each, tell_left, without_unread
from qjtask.cli.many_part_session import ManyPartSession
from qjtask.cli.session import Session

if TYPE_CHECKING:
    import typer

    from qjtask.cli.ledgers import Ledgers, Listed


def open_many_parts(ctx: typer.Context, ledgers: Ledgers, today: date) -> Session:
    """The ledgers that can be read, on a day, as `open_many`; an index is made of each that has none."""
    kept = indexes_of([one.ledger for one in ledgers.listed])

    def read(one: Listed) -> KnownLedger | Full:
        index = kept.of(one.ledger)
        found = index.open(today)
        if found is not None:
            return KnownLedger(one, found)
        snapshot = one.ledger.read()
        index.learn(snapshot)
        return opened(one, *snapshot, today)

    each, problems = read_each(ledgers, read)
    kept.save()
    tell_left(ctx, ledgers, len(each), problems)
    session = ManyPartSession(without_unread(ledgers, map(short_name, each)), each, kept, today)
    tell(session.log_problems)
    return session
