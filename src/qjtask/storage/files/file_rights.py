"""Who may write what: the rights of files made beside a plan, and what to do where somebody has none."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from qjtask.core.problem import Problem, is_open_elsewhere

_OWNERS = 0o600
_ALL = 0o666


def share_like(made: int | Path, model: Path) -> None:
    """Give a file just made the group and the mode of `model`, so that whoever may write one may the other.

    Its owner may always write it; so may the group where it can read the model, and the maker's umask
    shares with it (002). What the system refuses to change stays as it is.
    """
    if os.name == "nt":
        return
    with suppress(OSError):
        found, own = model.stat(), os.fstat(made) if isinstance(made, int) else made.stat()
        if own.st_gid != found.st_gid:
            with suppress(PermissionError):  # somebody who is not of that group
                os.chown(made, -1, found.st_gid)
        shared = stat.S_IWGRP & own.st_mode if found.st_mode & stat.S_IRGRP else 0
        os.chmod(made, stat.S_IMODE(found.st_mode) & _ALL | _OWNERS | shared)  # noqa: PTH101 - of a descriptor too


def is_denied(error: OSError) -> bool:
    """Whether rights are what is missing: Windows says so too of a file that another program has open."""
    return error.errno in {errno.EACCES, errno.EPERM} and not is_open_elsewhere(error)


def may_not_write(path: Path, shown: str) -> Problem:
    """Which file or folder keeps this user from writing `path`, and what its owner can do about it."""
    what = "没有写入：没有权限"
    if os.name == "nt":
        fix = "它若正在 Excel、Word 里打开，请先关闭它；若不是，请让管理员给你文件和文件夹的写入权限"
        return Problem(shown, what, fix)
    folder = path.parent
    if path.exists() and not os.access(path, os.W_OK):
        fix = f"请文件的主人{_owner(path)}运行 chmod g+w {shown}；一起用的人都把 umask 设为 002"
        return Problem(shown, what, fix)
    fix = f"请文件夹的主人{_owner(folder)}运行"
    if not os.access(folder, os.W_OK):
        return Problem(shown, f"{what}在文件夹 {folder} 里新建文件", f"{fix} chmod g+w {folder}")
    if path.exists() and _is_sticky(folder):
        told = f"{what}，文件是{_owner(path)}的，文件夹 {folder} 又设了粘滞位（sticky）"
        return Problem(shown, told, f"{fix} chmod -t {folder}")
    return Problem(shown, what, "请检查文件和文件夹的权限")


def _is_sticky(folder: Path) -> bool:
    try:
        return bool(folder.stat().st_mode & stat.S_ISVTX)
    except OSError:
        return False


def _owner(path: Path) -> str:
    """The owner's login name with room around it, or the number where it has none; nothing for no file."""
    import pwd  # POSIX only

    try:
        number = path.stat().st_uid
        return f" {pwd.getpwuid(number).pw_name} "
    except KeyError:
        return f" {number}号用户 "
    except OSError:
        return ""
