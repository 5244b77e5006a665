"""What is wrong with something a person wrote, and what to write instead."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from typing import NamedTuple

# By the symbolic names of POSIX and Linux: not every system has all of them, and their numbers differ.
_REASONS = {
    "EACCES": "没有权限",
    "EAGAIN": "暂时被占用",
    "EBADF": "文件已经关闭",
    "EBUSY": "正被别的程序占用",
    "ECONNABORTED": "连接被断开",
    "ECONNREFUSED": "对方拒绝连接",
    "ECONNRESET": "连接被对方断开",
    "EDEADLK": "与别的程序互相等待",
    "EDQUOT": "磁盘配额已用完",
    "EEXIST": "文件已经存在",
    "EFAULT": "内存地址不对",
    "EFBIG": "文件大小超过系统限制",
    "EHOSTDOWN": "对方主机没有开机",
    "EHOSTUNREACH": "到不了对方主机",
    "EILSEQ": "文件名里有系统不认的字符",
    "EINTR": "被系统打断",
    "EINVAL": "系统不支持这样的操作或文件名",
    "EIO": "磁盘读写出错",
    "EISDIR": "这是一个文件夹",
    "ELOOP": "链接绕成了圈",
    "EMFILE": "打开的文件太多",
    "EMLINK": "链接太多",
    "ENAMETOOLONG": "文件名太长",
    "ENETDOWN": "网络断开了",
    "ENETUNREACH": "网络不通",
    "ENFILE": "系统里打开的文件太多",
    "ENODEV": "没有这个设备",
    "ENOENT": "文件或文件夹不存在",
    "ENOLCK": "这个磁盘没有可用的锁",
    "ENOMEM": "内存不够",
    "ENOSPC": "磁盘已满",
    "ENOSYS": "系统不支持这个操作",
    "ENOTCONN": "没有连上",
    "ENOTDIR": "路径中有一段不是文件夹",
    "ENOTEMPTY": "文件夹不是空的",
    "ENOTSUP": "这个磁盘不支持这个操作",
    "ENXIO": "设备没有准备好",
    "EOPNOTSUPP": "这个磁盘不支持这个操作",
    "EOVERFLOW": "文件太大",
    "EPERM": "没有权限",
    "EPIPE": "接收的一方已经关闭",
    "EREMOTEIO": "共享的磁盘读写出错",
    "EROFS": "文件系统是只读的",
    "ESHUTDOWN": "连接已经关闭",
    "ESPIPE": "这是管道，不是普通文件",
    "ESTALE": "共享文件夹的连接已失效",
    "ETIMEDOUT": "等候超时",
    "ETXTBSY": "文件正在被执行",
    "EWOULDBLOCK": "暂时被占用",
    "EXDEV": "两处不在同一个磁盘上",
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
    """Why the system refused, in Chinese: an unusual reason by its number, which a technician can look up."""
    if error.errno is None:  # raised by a library, with words of its own
        return "系统没有说明原因"
    return _REASONS.get(errno.errorcode.get(error.errno, ""), f"系统错误 {error.errno}")
