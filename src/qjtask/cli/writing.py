"""What every command that writes has in common: who reports, when, under which id, and where it went."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.problem import Problem

if TYPE_CHECKING:
    from qjtask.storage.ledger import Ledger
    from qjtask.storage.log_file import Log


def waiting() -> None:
    """Say that another process holds the ledger."""
    print("另一个 qjtask 正在写记录，等它写完……", file=sys.stderr)


def moment_of_writing(log: Log) -> datetime:
    """Now, to the second, with this machine's offset from UTC.

    Never before the log's latest entry: a clock that was set back must not put a report before
    the one it follows.
    """
    now = datetime.now().astimezone().replace(microsecond=0)
    return max([now, *(entry.at for entry in log.entries)])


def login() -> str | None:
    """Who is logged in; None where the system does not say."""
    import getpass  # writers only

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return None


def new_id() -> str:
    """An entry's id: 64 random bits, so that two branches never make the same."""
    return os.urandom(8).hex()


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
