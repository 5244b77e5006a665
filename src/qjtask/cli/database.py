"""What an address of a database means: a ledger, several, or the connection for whoever sets it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qjtask.cli.ledgers import Ledgers, Listed, database_address
from qjtask.core.problem import refuse

if TYPE_CHECKING:
    import typer

    from qjtask.storage.ledger import Ledger
    from qjtask.storage.postgres.connection import Connection
    from qjtask.storage.postgres.database_ledger import DatabaseLedger


@contextmanager
def opened(ctx: typer.Context, file: Sequence[str] | None) -> Iterator[tuple[Connection, str]]:
    """A connection to the server of the address that can be written to, and how messages name it.

    Refused when it breaks: each of these commands does all or nothing, and may be run again.
    """
    from qjtask.storage.postgres.address import parse_address
    from qjtask.storage.postgres.connection import Lost, Servers

    address = parse_address(database_address(ctx, file))
    connection = Servers(address).connect(writing=True)
    try:
        yield connection, address.shown
    except Lost as error:
        told = "和数据库的连接断了，不知道做完了没有"
        raise refuse(address.shown, told, "请再运行一次：已经做了的不会做第二遍") from error
    finally:
        connection.close()


def database_ledgers(typed: str) -> Ledger | Ledgers:
    """The ledger at an address; the several where it names none and the login may see more than one."""
    from qjtask.storage.postgres.database_ledger import ledger_at

    ledger = ledger_at(typed)
    if ledger.source.address.plan:
        return ledger
    listed = _listed(ledger)
    return Ledgers(f"{len(listed)}个计划", listed, frozenset()) if len(listed) > 1 else ledger


def listed_at(typed: str) -> tuple[Listed, ...]:
    """The plan that an address names, or all that the login may see."""
    from qjtask.storage.postgres.database_ledger import ledger_at

    return _listed(ledger_at(typed))


def _listed(ledger: DatabaseLedger) -> tuple[Listed, ...]:
    from qjtask.storage.files.plan_folder import short_names

    found = ledger.several()
    names = short_names(place.file for place, _ in found)
    return tuple(Listed(name, place.office, one) for name, (place, one) in zip(names, found, strict=True))
