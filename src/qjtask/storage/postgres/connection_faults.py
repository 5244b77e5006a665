"""Why a server was not reached, or did not do what it was asked: one Chinese line for each cause.

By SQLSTATE wherever there is one. libpq gives none for a connection that never was: the system is asked
whether the host is known and listens, and only what the server said itself is known by its words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from qjtask.core.problem import Problem

_ASK = "请向管理员核对"
_START = "请核对地址，以及服务器是否已启动"
_SILENT = ("主机没有应答", _START)
_INIT = ("这个数据库里还没有台账", "请管理员运行 qjtask db init")
_NONE_GIVEN = "no password supplied|没有提供口令"
_SAID = (
    (_NONE_GIVEN, "服务器要口令", "请把口令写进 ~/.pgpass（权限 600）"),
    (
        "password authentication failed|(口令|密码|Password ?)认证失败",
        "登录名或口令不对",
        "请核对登录名，以及 ~/.pgpass 里的口令",
    ),
    (r"pg_hba\.conf", "服务器不许从这台机器这样登录", "请管理员核对服务器的 pg_hba.conf"),
    (
        "certificate|SSL|TLS",
        "和服务器的加密连接（TLS）没有建成",
        "请核对 sslmode、sslrootcert 和服务器的证书",
    ),
    (
        "database .*(does not exist|不存在)|数据库.*不存在",
        "服务器上没有这个数据库",
        "请核对地址，或请管理员运行 createdb",
    ),
    (
        "role .*(does not exist|不存在)|角色.*不存在",
        "服务器上没有这个登录名",
        "请核对，或请管理员运行 createuser",
    ),
    ("permission denied for database|权限不够", "这个登录名没有被授权", "请管理员运行 qjtask db grant"),
    ("too many (clients|connections)|remaining connection slots", "服务器的连接已满", "请稍后再试"),
    ("starting up|shutting down|in recovery mode", "服务器正在启动或关闭", "请稍后再试"),
    ("server closed the connection|could not receive data", "服务器断开了连接", "请稍后再试"),
)
"""What servers say to a login that they refuse: a pattern of their words, the cause, what to do."""

_CODES = {
    "3F000": _INIT,
    "42P01": _INIT,
    "42883": ("数据库里的台账不完整", "请管理员运行 qjtask db init"),
    "42501": (
        "这个登录名没有这样的权限，什么也没有写入",
        "登记要管理员用 qjtask db grant 授权；建立、载入、授权要用库主的登录名",
    ),
    "53100": ("服务器的磁盘已满，什么也没有写入", "请管理员处理后再试"),
    "53200": ("服务器的内存不够，什么也没有写入", "请管理员处理后再试"),
    "55P03": ("服务器上别的操作占着台账，什么也没有写入", "请稍后再试"),
    "QJ001": ("服务器没有收：不是这样写的", _ASK),
    "QJ002": ("没有写入：有的记录号已经有了，内容却不同", "请先核对两份记录"),
    "QJ003": (
        "没有写入：登记人不是登录名，或有的行不是 qjtask 写的样子",
        "别人的记录、手写的记录请管理员并入",
    ),
    "QJ004": ("没有写入：写下的不能改，也不能删", _ASK),
}
_UNKNOWN_CLASSES = ("08", "40", "57")
"""Classes of SQLSTATE after which one asks again: connection lost, rolled back, server going down."""

_READ_ONLY = "25006"


def is_unknown(code: str | None) -> bool:
    """Whether nobody knows what became of a request, or nothing did and it may simply be made again."""
    return code is None or code.startswith(_UNKNOWN_CLASSES) or code == _READ_ONLY


def refusal(code: str | None, said: str, shown: str) -> Problem:
    """A request that the server refused, known by its SQLSTATE; `said` are the server's words."""
    if code in _CODES:
        return Problem(shown, *_CODES[code])
    return Problem(shown, f"服务器没有照办（{code}：{_first_line(said)}）", _ASK)


def not_connected(said: str, server: Mapping[str, str], unread: Path | None = None) -> tuple[str, str]:
    """Why there is no connection, and what to do: asked of the system, then read in what was `said`.

    `unread` is a password file that was not read, since others can read it too.
    """
    host, port = server.get("host", ""), server.get("port", "5432")
    is_here = not host or host.startswith("/")
    if re.search("timeout expired|timed out", said):
        return _SILENT  # asked of the system, it would take as long once more
    found = None if is_here else _unreached(host, port)
    if found:
        return found
    if unread and re.search(_NONE_GIVEN, said):
        return f"服务器要口令，口令文件 {unread} 别人也能读，没有用它", f"请运行 chmod 600 {unread}"
    for pattern, what, fix in _SAID:
        if re.search(pattern, said):
            return what, fix
    if is_here:
        return f"连不上本机的服务器（{host or '默认的套接字文件夹'}，端口 {port}）", "请核对服务器是否已启动"
    return f"连不上（{_first_line(said)}）", _ASK


def _unreached(host: str, port: str) -> tuple[str, str] | None:
    """What is wrong before the server is reached; None where it listens."""
    import socket

    try:
        found = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)
    except (OSError, ValueError, UnicodeError):
        return "没有这台主机", "请核对地址里的主机名"
    why = "主机连不上"
    for family, kind, protocol, _, place in found:
        with socket.socket(family, kind, protocol) as tried:
            tried.settimeout(5)
            try:
                tried.connect(place)
            except TimeoutError:
                why = _SILENT[0]
            except ConnectionRefusedError:
                why = f"主机上的 {port} 端口没有数据库在听"
            except OSError:
                continue
            else:
                return None
    return why, _START


def _first_line(said: str) -> str:
    return next((line.strip() for line in said.splitlines() if line.strip()), "没有说原因")
