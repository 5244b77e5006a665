"""The session of a command: of one ledger or of several, of all that they hold or of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import typer

from qjtask.cli.faults import tell
from qjtask.cli.ledgers import Ledgers, is_large
from qjtask.cli.session import Session
from qjtask.cli.which_ledger import find_ledgers, working_day


def open_session(
    ctx: typer.Context,
    file: Sequence[str] | None,
    today: str | None,
    *,
    in_part: bool = False,
) -> Session:
    """The ledger and the day that the options, the environment or the folder name; tells the log's doubts.

    Of several ledgers, a session of them all. With `in_part`, for who asks for the rows that `due`, a list, a
    letter or the reports owed take and not for all `rows`, no more is read of large ledgers than that takes.
    """
    day = working_day(ctx, today)
    ledger = find_ledgers(ctx, file)
    if isinstance(ledger, Ledgers):
        return _open_many(ctx, ledger, day, in_part=in_part)
    if in_part and is_large([ledger]):
        from qjtask.cli.part_session import open_part

        session = open_part(ledger, day)
    else:
        session = Session(ledger, *ledger.read(), day)
    tell(session.log_problems)
    return session


def _open_many(ctx: typer.Context, ledgers: Ledgers, day: date, *, in_part: bool) -> Session:
    """A session of several ledgers; nobody else pays for it."""
    if in_part and is_large(one.ledger for one in ledgers.listed):
        from qjtask.cli.many_part_opening import open_many_parts

        return open_many_parts(ctx, ledgers, day)
    from qjtask.cli.many_opening import open_many

    return open_many(ctx, ledgers, day)
