"""`qjtask db init`: the tables of a ledger and the rules for them, in a database that is there."""

from __future__ import annotations

import os
from importlib.resources import files

from qjtask.core.problem import Problem, refuse
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import FORM, check_form
from qjtask.storage.postgres.granting import give_rights
from qjtask.storage.postgres.mending import mend_all

_UNPROJECTED = 1
"""The form of tables.sql alone, without projections.sql."""


def install(connection: Connection, shown: str) -> tuple[bool, list[Problem]]:
    """Make the tables where there are none, and the rules and rights anew; all or none.

    Tables of the form before this one get what they lack.
    Gives whether the tables were made now; and, as doubts, the logins that the server does not know, and an
    owner who may do more than a ledger needs.
    Refused where the database is not in UTF-8, or its tables are another version's.
    """
    ((encoding,),) = connection.rows(statements.ENCODING)
    if encoding != "UTF8":
        told = f"数据库的编码是 {encoding}"
        raise refuse(shown, told, "请用 createdb --encoding UTF8 --template template0 另建一个")
    with connection.transaction():
        ((made,),) = connection.rows(statements.IS_MADE)
        if not made:
            connection.rows(_text("tables.sql"))
            connection.rows(statements.NEW_ABOUT, (_UNPROJECTED, os.urandom(8).hex()))
        ((form, _),) = connection.rows(statements.ABOUT)
        if form == _UNPROJECTED:
            connection.rows(_text("projections.sql"))
            connection.rows(statements.NEW_FORM, (FORM,))
        check_form(connection, shown)
        connection.rows(_text("rules.sql"))
        if form == _UNPROJECTED:
            mend_all(connection)
        ((database,),) = connection.rows(statements.OWN_DATABASE)
        connection.rows(statements.CLOSE_DATABASE.format(database=database))
        connection.rows(statements.CLOSE_PUBLIC)
        logins = [login for (login,) in connection.rows(statements.LOGINS)]
        known = {login for login in logins if give_rights(connection, login)}
        ((is_mighty,),) = connection.rows(statements.OWNER_IS_MIGHTY)
    doubts = [_unknown(login, shown) for login in logins if login not in known]
    if is_mighty:
        fix = "请用 createuser 建一个普通的登录名做库主，重建数据库"
        doubts.append(Problem(shown, "库主是超级用户，台账的函数本不要这么大的权", fix, is_warning=True))
    return not made, doubts


def _unknown(login: str, shown: str) -> Problem:
    fix = f"请运行 createuser {login}，再运行一次 qjtask db init"
    return Problem(shown, f"服务器上没有登录名 {login}", fix, is_warning=True)


def _text(name: str) -> str:
    return (files("qjtask.storage.postgres") / name).read_text("utf-8")
