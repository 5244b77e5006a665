"""The address of a ledger in a database: postgresql://LOGIN@HOST/DATABASE?plan=NAME, as libpq reads it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Refused, refuse

_WHERE = "postgresql://"
_PLAN = "plan"
_FORM = "请写成 postgresql://登录名@主机/数据库，几份计划中的一份加 ?plan=名称"
_USUAL = {
    "connect_timeout": "5",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
"""A machine that vanished is given up after some ten seconds, not after the system's hours."""

_Pairs = Sequence[tuple[str, str]]


class DatabaseAddress(NamedTuple):
    """Where a ledger is: how messages name it, which plan is meant, and libpq's words for each server.

    `plan` is "" where none is named.
    """

    shown: str
    plan: str
    servers: tuple[Mapping[str, str], ...]

    def shown_with(self, file: str) -> str:
        """How messages name a file of the ledger, in the form in which a plan is typed after --file."""
        sign = "&" if "?" in self.shown else "?"
        return f"{self.shown}{sign}plan={re.sub('[%&+# ]', lambda one: quote(one[0]), file)}"


def parse_address(typed: str) -> DatabaseAddress:
    """An address understood. Refused without a word of it when it cannot be, or holds a password."""
    from qjtask.storage.postgres.driver import driver

    try:
        parts = urlsplit(typed)
        pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError as error:
        raise _unreadable() from error
    _check_password(parts, pairs)
    plan = _plan(pairs)
    if parts.fragment:
        raise _unreadable()
    kept = "&".join(f"{quote(key)}={quote(value, safe='/,:')}" for key, value in pairs if key != _PLAN)
    shown = f"{parts.scheme}://{parts.netloc}{parts.path}{'?' if kept else ''}{kept}"
    try:
        words = driver().extensions.parse_dsn(shown)
    except driver().Error as error:
        raise _unreadable() from error  # its own words would repeat what may be a password
    return DatabaseAddress(shown, plan, _servers(words))


def _check_password(parts: SplitResult, pairs: _Pairs) -> None:
    """Refuse an address that holds a password."""
    if ":" in parts.netloc.rpartition("@")[0] or any("password" in key for key, _ in pairs):
        told = "地址里不能写口令，别人看得到"
        fix = "请把口令写进 ~/.pgpass（权限 600），每行 主机:端口:数据库:登录名:口令"
        raise refuse(_WHERE, told, fix)


def _plan(pairs: _Pairs) -> str:
    """The plan that is named, "" for none. Refused where several are, or one that cannot be a name."""
    plans = [value for key, value in pairs if key == _PLAN]
    if len(plans) > 1 or "" in plans or not "".join(plans).isprintable():
        raise _unreadable()
    return "".join(plans)


def _unreadable() -> Refused:
    return refuse(_WHERE, "数据库的地址读不懂", _FORM)


def _servers(words: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """The words of libpq for each of the hosts, so that one that is behind can be passed over."""
    words = {**_USUAL, **words, "client_encoding": "UTF8", "application_name": "qjtask"}
    if "PGCONNECT_TIMEOUT" in os.environ:
        words["connect_timeout"] = os.environ["PGCONNECT_TIMEOUT"]
    if "service" in words or "hostaddr" in words or "PGSERVICE" in os.environ:
        return (words,)  # libpq alone knows the hosts
    return tuple(
        {**words, **{key: said for key, said in (("host", host), ("port", port)) if said}}
        for host, port in _hosts(words)
    )


def _hosts(words: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The hosts with their ports; "" for what libpq fills in. One port is that of all hosts."""
    hosts = (words.get("host") or os.environ.get("PGHOST", "")).split(",")
    ports = (words.get("port") or os.environ.get("PGPORT", "")).split(",")
    if not all(port.isdecimal() or not port for port in ports):
        raise _unreadable()
    if len(ports) == 1:
        ports *= len(hosts)
    if len(ports) != len(hosts):
        raise refuse(_WHERE, "地址里主机和端口的个数不一样", "请每个主机写一个端口，如 甲:5432,乙:5432")
    return zip(hosts, ports, strict=True)
