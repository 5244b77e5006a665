"""Asking on the terminal before something is written."""

from __future__ import annotations

import sys

from qjtask.core.problem import refuse

_YES = frozenset(("y", "yes", "是", "好", "同意"))


def can_answer() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty()


def check_terminal() -> None:
    """Refused where nobody can be asked about doubts."""
    if not can_answer():
        raise refuse("--ask", "这里不是终端，没有人可以问", "请去掉 --ask，照疑点改计划")


def agreed(question: str, where: str) -> bool:
    """Ask; Refused where nobody can answer, saying how to agree beforehand. `where` names the command."""
    if not can_answer():
        raise refuse(where, "没有人可以问，什么也没有写入", "看过以后，加 --yes 表示同意")
    print(f"{question}[y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in _YES
