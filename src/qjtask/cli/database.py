"""What the commands for a database have in common: the connection to the one that is meant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qjtask.cli.which_ledger import database_address
from qjtask.core.problem import refuse

if TYPE_CHECKING:
    import typer

    from qjtask.storage.postgres.connection import Connection


@contextmanager
def opened(ctx: typer.Context, file: str | None) -> Iterator[tuple[Connection, str]]:
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
