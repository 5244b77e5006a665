"""Who reports: a database's login; else --by, QJTASK_BY, the user's settings, or whoever is logged in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.cli.faults import tell
from qjtask.core.problem import Problem, refuse
from qjtask.storage.files.user_folders import user_folder

if TYPE_CHECKING:
    from qjtask.storage.ledger import Ledger

_NOBODY = frozenset(("root", "administrator", "admin", "system"))
"""Logins that many share: a report by one of them is nobody's."""


def reporter(by: str | None, ledger: Ledger) -> str | None:
    """The name that a report bears; None where nothing gives one.

    Refused when the settings are at fault, and when the ledger takes reports under another name only.
    """
    from qjtask.storage.office.settings_file import load_settings  # writers only

    only = ledger.reporter
    if only is not None:
        if by and by.strip() != only:
            raise refuse("--by", f"数据库里的登记人就是登录名 {only}", "请去掉 --by，或用那个人的登录名登录")
        return only
    said = by or os.environ.get("QJTASK_BY", "")
    if said.strip():
        return said.strip()
    path = _settings()
    return load_settings(path, str(path)).by or _login()


def tell_nobody(name: str | None) -> None:
    """Say it when a report was entered under a name that is no person's."""
    if name is None or name.casefold() in _NOBODY:
        told = f"登记人记作“{name}”，看不出是谁" if name else "没有登记人的姓名"
        fix = f"请加 --by 姓名；不想每次写，可设环境变量 QJTASK_BY，或在 {_settings()} 里写 by: 姓名"
        tell([Problem("", told, fix, is_warning=True)])


def _login() -> str | None:
    """Who is logged in; None where the system does not say."""
    import getpass  # writers only

    try:
        return getpass.getuser().encode(errors="replace").decode()
    except (KeyError, OSError):
        return None


def _settings() -> Path:
    return user_folder("config") / "settings.yaml"
