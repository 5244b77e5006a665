"""The file with passwords that libpq reads, and does not read where others can, too."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path


def open_password_file(server: Mapping[str, str]) -> Path | None:
    """The password file of a server that people other than its owner can read; None where there is none.

    libpq leaves such a file alone, on systems other than Windows (PostgreSQL documentation, 34.16).
    """
    if os.name == "nt":
        return None
    named = server.get("passfile") or os.environ.get("PGPASSFILE")
    try:
        path = Path(named) if named else Path.home() / ".pgpass"
        mode = path.stat().st_mode
    except (OSError, RuntimeError):
        return None
    return path if stat.S_ISREG(mode) and mode & (stat.S_IRWXG | stat.S_IRWXO) else None
