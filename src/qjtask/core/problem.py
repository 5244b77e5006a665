"""What is wrong with something a person wrote, and what to write instead."""

import errno
from collections.abc import Sequence

from qjtask.core.named_tuple import NamedTuple

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
    errno.ELOOP: "链接绕成了圈，或太多层",
    errno.ENOTSUP: "这个磁盘不支持",
    errno.EOPNOTSUPP: "这个磁盘不支持",
    errno.ENOSYS: "这个系统不支持",
    errno.ENOLCK: "这个磁盘上加不了锁",
    errno.EINVAL: "路径或磁盘不合要求",
    errno.EBUSY: "正被别的程序占用",
    errno.EAGAIN: "暂时不可用",
    errno.ETXTBSY: "正被别的程序占用",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: "内存不够",
    errno.ENXIO: "设备或管道没有接通",
    errno.ENODEV: "没有这个设备",
    errno.ETIMEDOUT: "网络磁盘没有应答",
    errno.EHOSTUNREACH: "网络磁盘连不上",
    errno.ENETUNREACH: "网络磁盘连不上",
    errno.ECONNREFUSED: "网络磁盘连不上",
    errno.EXDEV: "不在同一个磁盘上",
    errno.EMLINK: "链接太多",
}
_REASONS |= {
    getattr(errno, name): told
    for name, told in (("ESTALE", "网络磁盘上的文件已经失效"), ("EHOSTDOWN", "网络磁盘连不上"))
    if hasattr(errno, name)
}
_OPEN_ELSEWHERE = frozenset((32, 33))
"""Windows's codes for a file that another program holds open, or has locked a part of."""


class Place(NamedTuple):
    """A place in a file, counted in characters from 1; `file` is how messages name it."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One fault or doubt, told in one Chinese line.

    `where` is a place, or the argument at fault; `fix` says what to write instead.
    A warning is a doubt: it is told, and stops nothing.
    """

    where: str | Place
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


class Objection(Exception):  # noqa: N818 - an answer to what was asked
    """Why something cannot be, and what to do instead; whoever knows the place makes it a Problem."""

    def __init__(self, what: str, fix: str = "") -> None:
        super().__init__(what, fix)
        self.what = what
        self.fix = fix

    def at(self, where: str | Place) -> Problem:
        """The objection as a fault of the argument or place."""
        return Problem(where, self.what, self.fix)


def refuse(where: str | Place, what: str, fix: str = "") -> Refused:
    """A refusal for a single reason."""
    return Refused([Problem(where, what, fix)])


def is_open_elsewhere(error: OSError) -> bool:
    """Whether another program holds the file open, as Excel and Word do on Windows."""
    return getattr(error, "winerror", None) in _OPEN_ELSEWHERE


def system_reason(error: OSError) -> str:
    """Why the system refused, in Chinese; of an unusual reason its number, since its words are English."""
    if is_open_elsewhere(error):
        return "文件正被别的程序（如 Excel、Word、WPS）打开，请先关闭它"
    number = error.errno or 0
    return _REASONS.get(number) or (f"错误号 {number}" if number else "原因不明")
