"""Several ledgers opened by their indexes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.faults import tell
from qjtask.cli.known_ledger import Full, KnownLedger
from qjtask.cli.many_part_session import ManyPartSession
from qjtask.cli.many_session import opened, read_each, tell_left
from qjtask.cli.session import Session
from qjtask.storage.file_ledger import FileLedger
from qjtask.storage.index_file import IndexFile
from qjtask.storage.ledger_index import LedgerIndex

if TYPE_CHECKING:
    import typer

    from qjtask.cli.ledgers import Ledgers, Listed


def open_many_parts(ctx: typer.Context, ledgers: Ledgers, today: date) -> Session:
    """The ledgers that can be read, on a day, as `open_many`; an index is made of each that has none."""
    kept = IndexFile(_folder(ledgers.listed))

    def read(one: Listed) -> KnownLedger | Full:
        assert isinstance(one.ledger, FileLedger)  # noqa: S101 - others have no index
        index = LedgerIndex(one.ledger, kept)
        found = index.open(today)
        if found is not None:
            return KnownLedger(one, found)
        snapshot = one.ledger.read()
        index.learn(snapshot)
        return opened(one, *snapshot, today)

    each, problems = read_each(ledgers.listed, read)
    kept.save()
    tell_left(ctx, len(ledgers.listed) - len(each), problems)
    session = ManyPartSession(ledgers, each, kept, today)
    tell(session.log_problems)
    return session


def _folder(listed: Iterable[Listed]) -> Path:
    """The folder that holds all the ledgers."""
    folders = {os.fspath(one.ledger.folder) for one in listed}
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # on several disks of Windows
        return Path(min(folders))
