"""What every command that writes has in common: the wait, the moment, the ids, the ledger that it names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.log.order import moment_after
from qjtask.core.problem import Problem
from qjtask.core.sheets.mark_words import ledger_words

if TYPE_CHECKING:
    from qjtask.cli.session import Session
    from qjtask.storage.ledger import Ledger
    from qjtask.storage.log_file import Log


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


def missing(evidence: Iterable[tuple[str, str]], ledger: Ledger) -> list[Problem]:
    """Evidence, each path after the place where it is named, in none of the folders of `report evidence`."""
    from qjtask.core.letters.evidence_list import Finding
    from qjtask.storage.evidence_files import find, homes

    places = homes(ledger.folder, Path.cwd())
    return [
        Problem(where, f"台账文件夹里没有“{path}”这个文件，路径照登", "请核对", is_warning=True)
        for where, path in evidence
        if find(path, places).finding is Finding.MISSING
    ]
