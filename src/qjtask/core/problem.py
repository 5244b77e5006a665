"""What is wrong with something a person wrote, and what to write instead."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from typing import NamedTuple

_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "文件大小超过系统限制",
    errno.EROFS: "文件系统是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
}


class Problem(NamedTuple):
    """One fault or doubt, told in one Chinese line.

    `where` is `file:line:column`, or the argument at fault; `fix` says what to write instead.
    A warning is a doubt: it is told, and stops nothing.
    """

    where: str
    what: str
    fix: str = ""
    is_warning: bool = False

    def __str__(self) -> str:
        told = f"{self.where}: {self.what}" if self.where else self.what
        return f"{told}；{self.fix}" if self.fix else told


class Refused(Exception):  # noqa: N818 - not an error of the program: the ledger or the request is wrong
    """The request cannot be met and nothing was written; carries every problem found, at least one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def refuse(where: str, what: str, fix: str = "") -> Refused:
    """A refusal for a single reason."""
    return Refused([Problem(where, what, fix)])


def system_reason(error: OSError) -> str:
    """Why the system refused, in Chinese where the reason is a usual one."""
    return _REASONS.get(error.errno or 0, error.strerror or str(error))
