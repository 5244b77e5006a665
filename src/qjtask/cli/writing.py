"""What every command that writes has in common: the wait, the moment, the ids, the ledger that it names."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from qjtask.core.log.order import moment_after
from qjtask.core.sheets.mark_words import ledger_words

if TYPE_CHECKING:
    from qjtask.cli.session import Session
    from qjtask.storage.logs.log_file import Log


def waiting() -> None:
    """Say that another process holds the ledger."""
    print("另一个 qjtask 正在写记录，等它写完……", file=sys.stderr)


def moment_of_writing(log: Log) -> datetime:
    """Now, with this machine's offset from UTC; always after the log's latest entry."""
    return moment_after(log.entries, datetime.now().astimezone())


def new_id() -> str:
    """An entry's id: 64 random bits, so that two branches never make the same."""
    return os.urandom(8).hex()


def ledger_line(session: Session) -> str:
    """In which ledger something was written: two of them may have the same numbers."""
    return ledger_words(session.plan, session.ledger.shown)
