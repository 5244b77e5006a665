"""A folder that cannot be looked into, also by root, who may look everywhere."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest


def close_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let the system refuse to list a folder."""
    look = os.scandir

    def scandir(path: Any) -> Any:
        if str(path) == str(folder):
            raise PermissionError(errno.EACCES, "", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
