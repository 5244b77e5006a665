"""Whether what was typed is text: a terminal in GBK sends bytes that are none here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from qjtask.cli.faults import Misused
from qjtask.core.problem import Problem

_FIX = "终端不是 UTF-8：请把终端的编码改成 UTF-8 再输入一次；文件名是这样的，请先改名"


def check_text(args: Sequence[str], environ: Mapping[str, str]) -> None:
    """Misused with every argument, and every variable of ours, that is no UTF-8.

    Python keeps such bytes as halves of characters (PEP 383), which no log must hold.
    """
    typed = {
        **{f"第{number}个参数": word for number, word in enumerate(args, 1)},
        **{name: text for name, text in environ.items() if name.startswith("QJTASK_")},
    }
    problems = [problem for where, text in typed.items() for problem in undecoded(where, text)]
    if problems:
        raise Misused(problems)


def undecoded(where: str, text: str) -> Iterator[Problem]:
    """What is wrong with a typed text that is no UTF-8."""
    if not _is_text(text):
        yield Problem(where, _told(text), _FIX)


def _is_text(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _told(text: str) -> str:
    try:
        meant = os.fsencode(text).decode("gb18030")
    except UnicodeError:
        return "不是 UTF-8 文字"
    return f"不是 UTF-8 文字，像是 GBK 的“{meant}”"
