"""`qjtask db grant`: to which offices a login belongs, and so what it may see and write."""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.core.problem import refuse
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection


def grant(connection: Connection, login: str, offices: Sequence[str] | None, *, may_write: bool) -> list[str]:
    """Let a login belong to these offices and to no other; None means all, those to come too.

    Gives the offices. Refused where the server does not know the login, row security does not bind it, or
    an office has no plan here.
    """
    _check_login(connection, login)
    with connection.transaction():
        known = [name for (name,) in connection.rows(statements.OFFICES)]
        unknown = [name for name in offices or () if name not in known]
        if unknown:
            told = f"台账里没有“{'、'.join(unknown)}”的计划；现有的单位：{'、'.join(known) or '还没有'}"
            raise refuse("--office", told, "请核对，或先用 qjtask db load 载入它的计划")
        wanted = known if offices is None else list(dict.fromkeys(offices))
        connection.rows(statements.NO_MEMBER, (login,))
        connection.rows(statements.NO_OVERSEER, (login,))
        if offices is None:
            connection.rows(statements.OVERSEER, (login, may_write))
        for office in wanted:
            connection.rows(statements.MEMBER, (login, office, may_write))
        give_rights(connection, login)
    return wanted


def give_rights(connection: Connection, login: str) -> bool:
    """Give a login what every member needs; whether the server knows it."""
    found = connection.rows(statements.LOGIN, (login,))
    if not found:
        return False
    ((database,),) = connection.rows(statements.OWN_DATABASE)
    connection.rows(statements.RIGHTS.format(database=database, login=found[0][0]))
    return True


def _check_login(connection: Connection, login: str) -> None:
    found = connection.rows(statements.LOGIN, (login,))
    if not found or not found[0][1]:
        raise refuse(login, "服务器上没有这个登录名", "请先运行 createuser --pwprompt，再授权")
    if found[0][2]:
        told = "这个登录名管得了整个数据库，各单位的界限管不住它"
        raise refuse(login, told, "请用 createuser 另建一个普通的登录名")
    if not login.isprintable() or set('"\\') & set(login):
        raise refuse(login, "登录名里有记录不能照写的字符", "请用字母、数字或汉字")
