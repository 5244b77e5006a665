"""A malicious login: whatever it sends is refused, or gives nothing of others and changes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence

import psycopg2
import pytest

from qjtask.core.log.entry import Entry
from qjtask.storage.index.index_form import INDEX_KIND
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.projecting import ProjectedWork, Projection
from tests.database_office import OFFICE, OTHER_OFFICE, STRANGER, UNPROJECTED, DatabaseOffice
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, PLAN, nobody, note

OWN, OTHERS = 1, 2
"""The number of the clerk's own plan, and of the other office's."""

TABLES = (
    *("about", "offices", "members", "overseers", "plans", "texts", "lines", "sides"),
    *("projections", "works"),
)

DENIED = "42501"
STAYS = "QJ004"
MALFORMED = "QJ003"


def line(entry: Entry) -> str:
    return format_entry(entry) + "\n"


def sent(
    office: DatabaseOffice, statement: str, values: Sequence[object] | None = None, login: str = BY
) -> object:
    """What a login is answered: rows, or the SQLSTATE of the refusal."""
    raw = psycopg2.connect(office.address(login))
    try:
        raw.autocommit = True
        with raw.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []
    except psycopg2.Error as error:
        return error.pgcode
    finally:
        raw.close()


def append(
    office: DatabaseOffice, *lines: str, plan: int = OWN, ids: list[str] | None = None, login: str = BY
) -> object:
    seen = office.sql(f"SELECT version FROM qjtask.plans WHERE id = {plan:d}")[0][0]
    names = ids if ids is not None else ["m"] * len(lines)
    values = (plan, seen, names, [one.encode() for one in lines], b"", None, *UNPROJECTED)
    return sent(office, statements.APPEND, values, login)


def everything(office: DatabaseOffice) -> list[object]:
    """All that there is, to a superuser."""
    return [office.sql(f"TABLE qjtask.{name}") for name in TABLES]


@pytest.fixture
def written(office: DatabaseOffice) -> DatabaseOffice:
    """Both offices have a line."""
    for login in (BY, STRANGER):
        with office.open(login).writing(nobody) as book:
            book.append([note("a")._replace(by=login)])
    return office


# What a line may be -----------------------------------------------------------------------------

GOOD = note("m")


@pytest.mark.parametrize(
    "entry",
    [
        GOOD,
        GOOD._replace(text='他说“好”，"好"，\\ 好 \n\t\x1b[31m 好\u2028\x85'),
        GOOD._replace(text="", unit="建管科", evidence=("佐证/1.pdf", "b"), percent=100),
        GOOD._replace(to=GOOD.on, period=GOOD.on, undoes="x", batch="y", grade="好", doc="〔2021〕1号"),
        GOOD._replace(values={"占比": "86", "次": "0.5"}, sha256={"a": "0f" * 32}, approved_by="李四"),
        GOOD._replace(text="甲" * 10_000),
        GOOD._replace(item="1.1", text='", "by": "lisi", "unit": null, "do": "x", "at": "y'),
    ],
    ids=["plain", "hostile", "evidence", "dates", "mappings", "long", "like keys"],
)
def test_whatever_the_program_writes_is_taken(entry: Entry, office: DatabaseOffice) -> None:
    assert append(office, line(entry)) == [(2,)]
    assert [one._replace(line=0) for one in office.open().log().entries] == [entry]


FORGED = {
    "another name": line(GOOD._replace(by="lisi")),
    "no name": line(GOOD._replace(by=None)),
    "a longer name": line(GOOD._replace(by=BY + "x")),
    "another id": line(GOOD._replace(id="n")),
    "a second by": line(GOOD)[:-2] + ', "by": "lisi"}\n',
    "a second by in disguise": line(GOOD)[:-2] + ', "b\\u0079": "lisi"}\n',
    "a second id": line(GOOD)[:-2] + ', "id": "n"}\n',
    "another order": "- " + json.dumps(dict(reversed(json.loads(line(GOOD)[2:]).items()))) + "\n",
    "by within by": line(GOOD).replace(f'"{BY}"', '"lisi", "x": "' + BY + '"'),
    "two lines": line(GOOD) + line(GOOD._replace(by="lisi")),
    "two lines by CR": line(GOOD)[:-1] + "\r" + line(GOOD._replace(by="lisi")),
    "no end": line(GOOD)[:-1],
    "a comment": "# 删\n",
    "YAML": f"- {{id: m, item: '1.1', do: note, on: 2021-06-09, at: 2021-06-09T09:00:00+08:00, by: {BY}}}\n",
    "something after it": line(GOOD)[:-1] + ' {"by": "lisi"}\n',
    "a fence": line(GOOD)[:-1] + " # 未写完\n",
    "nothing": "",
    "a command to the terminal": line(GOOD).replace("进展", "\x1b[31m"),
    "a line end to some": line(GOOD).replace("进展", "\u2028"),
    "a control sign": line(GOOD).replace("进展", "\x85"),
    "an object for a text": line(GOOD).replace('"text": "', '"text": {}, "x": "'),
    "an object in an object": line(GOOD)[:-2] + ', "x": {"y": {"by": "lisi"}}}\n',
    "too long": line(GOOD._replace(text="甲" * 1_500_000)),
    "the name in a text": line(GOOD._replace(by="lisi", text=f'", "by": "{BY}", "unit": ')),
    "the name in the work's number": line(GOOD._replace(by="lisi", item=f'", "by": "{BY}", "unit": ')),
    "the name behind another": line(GOOD).replace(f'"{BY}"', f'"lisi", "by": "{BY}"'),
    "a long command": line(GOOD).replace('"note"', f'"{"n" * 33}"'),
    "no command": line(GOOD).replace('"note"', '""'),
    "a short moment": line(GOOD).replace(GOOD.at.isoformat(), "2021-06-09T09:0"),
    "a long moment": line(GOOD).replace(GOOD.at.isoformat(), "2" * 41),
    "a long key": line(GOOD)[:-2] + f', "{"x" * 33}": 1}}\n',
}


def test_no_other_line_is_taken(office: DatabaseOffice) -> None:
    before = everything(office)
    answers = {name: append(office, forged) for name, forged in FORGED.items()}
    assert answers == dict.fromkeys(FORGED, MALFORMED)
    assert everything(office) == before


@pytest.mark.parametrize(
    "setting", ["standard_conforming_strings = off", "search_path = pg_temp", "role = none"]
)
def test_no_setting_of_the_session_opens_a_way(setting: str, office: DatabaseOffice) -> None:
    for forged in FORGED.values():
        raw = psycopg2.connect(office.address(BY))
        raw.autocommit = True
        with raw.cursor() as cursor:
            cursor.execute(f"SET {setting}")
        with raw.cursor() as cursor, pytest.raises(psycopg2.Error) as refused:
            cursor.execute(
                f"SELECT qjtask.append(1, 1, %s, ARRAY[decode(%s, 'hex')], NULL, NULL{', NULL' * 9})",
                (["m"], forged.encode().hex()),
            )
        assert refused.value.pgcode == MALFORMED
        raw.close()


@pytest.mark.parametrize("bad", [b"\xff\n", b"- {\0}\n", None], ids=["no UTF-8", "NUL", "null"])
def test_bytes_that_are_no_text_are_refused(bad: bytes | None, office: DatabaseOffice) -> None:
    values = (OWN, 1, ["m"], [bad], b"", None, *UNPROJECTED)
    assert sent(office, statements.APPEND, values) == MALFORMED


@pytest.mark.parametrize(
    ("ids", "lines"),
    [(["m", "n"], [b"x\n"]), ([], []), ([None], [b"x\n"]), (["m", "m"], [b"x\n", b"x\n"])],
    ids=str,
)
def test_numbers_that_fit_no_lines_are_refused(
    ids: list[str | None], lines: list[bytes], office: DatabaseOffice
) -> None:
    before = everything(office)
    answer = sent(office, statements.APPEND, (OWN, 1, ids, lines, b"", None, *UNPROJECTED))
    assert isinstance(answer, str)
    assert everything(office) == before


def test_what_an_append_takes_does_not_grow_with_the_log(office: DatabaseOffice) -> None:
    """Each line is found by its key: a statement for all of them may look at the whole log."""
    connection = office.connection(BY)

    def read_by_one(number: int) -> int:
        text = line(GOOD._replace(id=f"m{number}")).encode()
        values = (OWN, number, [f"m{number}"], [text], b"", None, *UNPROJECTED)
        connection.rows("BEGIN")
        before = _rows_read(connection)
        assert connection.rows(statements.APPEND, values) == [(number + 1,)]
        found = _rows_read(connection) - before
        connection.rows("COMMIT")
        return found

    few = [read_by_one(number) for number in range(1, 100)]  # in a session, plans are made early
    assert max(few) < 9, few


def _rows_read(connection: Connection) -> int:
    """How many rows of the log this transaction has looked at."""
    ((found,),) = connection.rows(
        "SELECT pg_stat_get_xact_tuples_returned(o) + pg_stat_get_xact_tuples_fetched(o)"
        " FROM (SELECT 'qjtask.lines'::regclass::oid AS o) a"
    )
    return int(found)


def test_one_bad_line_keeps_the_good_ones_out(office: DatabaseOffice) -> None:
    assert append(office, line(GOOD), FORGED["another name"], ids=["m", "n"]) == MALFORMED
    assert office.sql("SELECT count(*) FROM qjtask.lines") == [(0,)]


def test_the_end_of_a_torn_line_says_nothing_of_its_own(office: DatabaseOffice) -> None:
    office.sql(f"INSERT INTO qjtask.lines (plan, place, office, bytes) VALUES (1, 1, '{OFFICE}', 'x')")
    office.sql("UPDATE qjtask.plans SET places = 1 WHERE id = 1")
    for end in (b'"}\n- {}\n', b"", None, b" # x\n"):
        values = (OWN, 1, ["m"], [line(GOOD).encode()], end, None, *UNPROJECTED)
        assert sent(office, statements.APPEND, values) == "QJ001"
    assert sent(
        office, statements.APPEND, (OWN, 1, ["m"], [line(GOOD).encode()], b"\n", None, *UNPROJECTED)
    ) == [(2,)]


# Others' plans ----------------------------------------------------------------------------------


def test_nobody_writes_into_the_plan_of_another_office(written: DatabaseOffice) -> None:
    before = everything(written)
    assert append(written, line(GOOD), plan=OTHERS) == DENIED
    assert sent(written, statements.APPEND, (OTHERS, 2, [], [], b"", PLAN.encode(), *UNPROJECTED)) == DENIED
    assert sent(written, statements.APPEND, (99, 1, [], [], b"", PLAN.encode(), *UNPROJECTED)) == DENIED
    assert sent(written, statements.APPEND, (None, 1, [], [], b"", PLAN.encode(), *UNPROJECTED)) == DENIED
    assert sent(written, statements.DELIVER, (OTHERS, 1, b"- x\n")) == DENIED
    assert sent(written, statements.DELIVER, (OTHERS, 1, b"")) == DENIED
    assert everything(written) == before


def test_nobody_sees_the_plan_of_another_office(written: DatabaseOffice) -> None:
    assert sent(written, statements.PLANS) == OWN_PLACE
    assert sent(written, statements.PLANS_NAMED, ([f"{OTHER_OFFICE}/tasks.yaml"],)) == []
    assert sent(written, statements.CONTENT, (0, INDEX_KIND, 0, 0, OTHERS)) == []
    assert sent(written, statements.TEXT, (0, OTHERS)) == []
    assert sent(written, statements.SIDE, (OTHERS, "contacts")) == [(None, None)]
    for table in ("plans", "texts", "lines", "sides", "members", "projections", "works"):
        found = sent(written, f"SELECT DISTINCT office FROM qjtask.{table}")
        assert found in ([(OFFICE,)], []), table
    assert sent(written, "SELECT DISTINCT login FROM qjtask.members") == [(BY,)]


def test_who_may_only_read_writes_nothing(office: DatabaseOffice) -> None:
    office.sql(f"UPDATE qjtask.members SET may_write = false WHERE login = '{BY}'")
    assert append(office, line(GOOD)) == DENIED
    assert sent(office, statements.DELIVER, (OWN, 1, b"")) == DENIED
    assert sent(office, "SELECT id FROM qjtask.plans") == [(OWN,)]


def test_a_login_without_a_grant_does_not_even_get_in(office: DatabaseOffice) -> None:
    office.server.sql("CREATE ROLE fremder LOGIN")
    try:
        with pytest.raises(psycopg2.OperationalError):
            psycopg2.connect(office.address("fremder"))
    finally:
        office.server.sql("DROP ROLE fremder")


# Each of the client's own statements ----------------------------------------------------------

PROJECTED = Projection(
    b"x", is_whole=True, works=[ProjectedWork(0, "1.1", "x", None, GOOD.on, None)]
).values()
OTHERS_FILE = f"{OTHER_OFFICE}/tasks.yaml"
HARMLESS = {"GREETING", "ABOUT", "TRY_LOCK", "WAIT_AT_MOST", "LOCK", "UNLOCK", "IS_MADE", "ENCODING"} | {
    "OWN_DATABASE",
    "LOGIN",
    "IS_OWNER",
    "TRIGGERS",
    "ROW_SECURITY",
    "OWNER_IS_MIGHTY",
    "UNBOUND",
    "OPEN_TO_ALL",
}
"""What says nothing of any plan."""

OWN_PLACE = [(OWN, f"{OFFICE}/tasks.yaml", OFFICE, 256 + len(PLAN.encode()))]
ABOUT_OTHERS: dict[str, tuple[Sequence[object] | None, object]] = {
    "PLANS": (None, OWN_PLACE),
    "PLANS_NAMED": (([OTHERS_FILE],), []),
    "CONTENT": ((0, INDEX_KIND, 0, 0, OTHERS), []),
    "TEXT": ((0, OTHERS), []),
    "SIDE": ((OTHERS, "contacts"), [(None, None)]),
    "PROJECTIONS": (([OTHERS], [1], INDEX_KIND), []),
    "KEPT_PROJECTION": ((OTHERS,), []),
    "KEPT_WORKS": ((OTHERS,), []),
    "TEXT_PIECES": (([0], [9], OTHERS, 1), []),
    "LINE_PIECES": (([0], [9], OTHERS), []),
    "VISIBLE_PLANS": (None, OWN_PLACE),
    "VERSION": ((OTHERS,), []),
    "LOGINS": (None, [(BY,)]),
    "PLAN_OF_FILE": ((OTHERS_FILE,), []),
    "OFFICE_OF_PLAN": ((OTHERS,), []),
    "NEXT_PLAN": (None, [(OWN + 1,)]),
    "ALL_PLANS": (None, [(OWN, f"{OFFICE}/tasks.yaml", OFFICE, 1)]),
    "COUNT_LINES": ((OTHERS,), [(0, 0)]),
    "HAS_TEXT": ((OTHERS, PLAN.encode()), [(0,)]),
    "OFFICES": (None, DENIED),
}
"""What reads: asked of the other office's plan, with the answer that a clerk gets."""

ON_OTHERS: dict[str, Sequence[object] | None] = {
    "APPEND": (OTHERS, 2, ["m"], [line(GOOD).encode()], b"", None, *PROJECTED),
    "DELIVER": (OTHERS, 1, b"- x\n"),
    "PROJECT": (*UNPROJECTED, OTHERS, 2),
    "NEW_FORM": (9,),
    "NEW_ABOUT": (9, "x"),
    "NO_MEMBER": (STRANGER,),
    "NO_OVERSEER": (STRANGER,),
    "MEMBER": (BY, OTHER_OFFICE, True),
    "OVERSEER": (BY, True),
    "LOCK_PLANS": None,
    "NEW_OFFICE": ("x", "x"),
    "NEW_OFFICES_OVERSEERS": (OTHER_OFFICE, OTHER_OFFICE),
    "NEW_PLAN": (9, "x", OFFICE, 0),
    "NEW_TEXT": (OTHERS, OTHER_OFFICE, b"x"),
    "NEW_LINES": (OTHERS, OTHER_OFFICE, ["x"], [b"x"]),
    "NO_SIDE": (OWN, "contacts"),
    "NEW_SIDE": (OWN, "contacts", OFFICE, b"x"),
    "CLOSE_DATABASE": None,
    "CLOSE_PUBLIC": None,
    "RIGHTS": None,
}
"""What writes, or gives and takes rights."""

GIVEN = """
SELECT datname, datacl::text FROM pg_database UNION ALL SELECT nspname, nspacl::text FROM pg_namespace
UNION ALL SELECT relname, relacl::text FROM pg_class UNION ALL SELECT proname, proacl::text FROM pg_proc
ORDER BY 1, 2
"""
"""All rights that somebody was given."""


def own_statement(name: str, office: DatabaseOffice) -> str:
    statement: str = getattr(statements, name)
    if name == "LOCK_PLANS":
        return f"BEGIN; {statement}"
    return statement.replace("{database}", office.name).replace("{login}", BY)


def test_each_statement_of_the_client_is_known_here_by_its_name() -> None:
    names = {name for name in vars(statements) if name.isupper() and not name.startswith("_")}
    assert names == HARMLESS | ABOUT_OTHERS.keys() | ON_OTHERS.keys()


def test_what_reads_says_nothing_of_another_office(written: DatabaseOffice) -> None:
    answers = {
        name: sent(written, own_statement(name, written), values)
        for name, (values, _) in ABOUT_OTHERS.items()
    }
    assert answers == {name: answer for name, (_, answer) in ABOUT_OTHERS.items()}


def test_what_writes_is_refused_and_changes_nothing(written: DatabaseOffice) -> None:
    """To give or take rights that are not one's own is no error to the server, and does neither."""
    before = everything(written), written.sql(GIVEN)
    for name, values in ON_OTHERS.items():
        answer = sent(written, own_statement(name, written), values)
        assert answer == DENIED or (answer == [] and name in {"CLOSE_DATABASE", "CLOSE_PUBLIC", "RIGHTS"}), (
            name
        )
        assert (everything(written), written.sql(GIVEN)) == before, name


# Anything else ----------------------------------------------------------------------------------

REFUSALS = {DENIED, "42704", "42P17", "0A000", "22023", STAYS}
"""No right; no such thing; a rule that is none; not possible; a value that is none; what is written stays."""

CLERKS_POWERS = f"SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = '{BY}'"
FORBIDDEN = [
    *(f"UPDATE qjtask.{table} SET {column} = {column}" for table, column in (
        ("about", "form"), ("offices", "name"), ("members", "login"), ("overseers", "login"),
        ("plans", "version"), ("texts", "bytes"), ("lines", "bytes"), ("sides", "bytes"),
        ("projections", "bytes"), ("works", "next_due"),
    )),
    *(f"{what} qjtask.{table}" for table in TABLES for what in (
        "DELETE FROM", "TRUNCATE", "DROP TABLE", "BEGIN; LOCK TABLE", "REINDEX TABLE",
    )),
    *(f"ALTER TABLE qjtask.{table} {what}" for table in TABLES for what in (
        "DISABLE TRIGGER ALL", "DISABLE ROW LEVEL SECURITY", f"OWNER TO {BY}", "ADD COLUMN x integer",
    )),
    *(f"COPY qjtask.{table} FROM STDIN" for table in TABLES),
    *(f"SELECT * FROM qjtask.{table} FOR UPDATE" for table in TABLES),
    *(f"SELECT * FROM qjtask.{table}" for table in ("offices", "overseers")),
    f"INSERT INTO qjtask.members VALUES ('{BY}', '{OTHER_OFFICE}', true)",
    f"INSERT INTO qjtask.overseers VALUES ('{BY}', true)",
    f"INSERT INTO qjtask.lines (plan, place, office, bytes) VALUES (1, 9, '{OFFICE}', 'x')",
    f"INSERT INTO qjtask.texts (plan, version, office, bytes) VALUES (1, 9, '{OFFICE}', 'x')",
    f"INSERT INTO qjtask.plans VALUES (9, 'x', '{OFFICE}', 1, 0)",
    f"INSERT INTO qjtask.sides VALUES (1, 'contacts', 1, '{OFFICE}', 'x')",
    f"INSERT INTO qjtask.projections VALUES (1, '{OWNER}', 9, '{OFFICE}', 1, 0, 'x', 'x')",
    f"INSERT INTO qjtask.works VALUES (1, 9, '{OFFICE}', 'x', 'x', NULL, '2021-01-01', NULL)",
    f"SELECT qjtask.project(1{', NULL' * 9})",
    "SELECT qjtask.is_owner()",
    f"SELECT qjtask.check_writer('{OFFICE}')",
    "SELECT qjtask.is_entry('x', 'y')",
    "SELECT qjtask.insist()",
    f"SET ROLE {OWNER}",
    "SET ROLE postgres",
    f"SET SESSION AUTHORIZATION {STRANGER}",
    "SET session_replication_role = replica",
    "SET row_security = off; SELECT * FROM qjtask.lines",
    "CREATE TEMP TABLE lines (x text)",
    "CREATE TABLE public.x (x text)",
    "CREATE TABLE qjtask.x (x text)",
    "CREATE SCHEMA x",
    "CREATE FUNCTION public.x() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.x() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION qjtask.is_owner() RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    "DROP FUNCTION qjtask.deliver(integer, bigint, bytea)",
    "DROP TRIGGER keep ON qjtask.lines",
    "DROP POLICY own ON qjtask.lines",
    "CREATE POLICY all_of_it ON qjtask.lines USING (true)",
    "CREATE RULE x AS ON SELECT TO qjtask.lines DO INSTEAD NOTHING",
    "CREATE VIEW qjtask.x AS SELECT 1",
    "CREATE EXTENSION dblink",
    "CREATE ROLE x SUPERUSER",
    f"ALTER ROLE {BY} SUPERUSER",
    f"ALTER ROLE {BY} BYPASSRLS",
    f"GRANT {OWNER} TO {BY}",
    f"GRANT ALL ON ALL TABLES IN SCHEMA qjtask TO {BY}",
    f"GRANT EXECUTE ON FUNCTION qjtask.is_owner() TO {BY}",
    "ALTER SYSTEM SET fsync = off",
    f"DROP OWNED BY {OWNER}",
    f"REASSIGN OWNED BY {OWNER} TO {BY}",
    "COPY qjtask.lines TO PROGRAM 'cat'",
    "COPY qjtask.lines TO '/tmp/x'",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
    "SELECT pg_promote()",
    "SELECT * FROM pg_authid",
]  # fmt: skip


@pytest.mark.slow
def test_what_no_clerk_may_do_is_refused_and_changes_nothing(written: DatabaseOffice) -> None:
    before = everything(written)
    open_ways = []
    for statement in FORBIDDEN:
        answer = sent(written, statement)
        if answer not in REFUSALS or everything(written) != before:
            open_ways.append((statement, answer))
    assert open_ways == []
    assert written.sql("SELECT current_setting('fsync')") == [("off",)]
    assert written.sql(CLERKS_POWERS) == [(False, False)]


# The owner, and a superuser ----------------------------------------------------------------------


@pytest.mark.parametrize("login", [OWNER, "postgres"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE qjtask.lines SET bytes = 'x'",
        "DELETE FROM qjtask.lines",
        "TRUNCATE qjtask.lines",
        "UPDATE qjtask.texts SET bytes = 'x'",
        "DELETE FROM qjtask.texts",
        "TRUNCATE qjtask.texts",
        "DELETE FROM qjtask.plans",
        "TRUNCATE qjtask.plans CASCADE",
        "UPDATE qjtask.plans SET version = 0",
        "UPDATE qjtask.plans SET places = 0",
        f"UPDATE qjtask.plans SET office = '{OFFICE}'",
    ],
)
def test_not_even_the_owner_changes_or_removes_in_passing(
    statement: str, login: str, written: DatabaseOffice
) -> None:
    before = everything(written)
    assert sent(written, statement, login=login) == STAYS
    assert everything(written) == before


def test_a_session_that_calls_itself_a_replica_changes_nothing_either(written: DatabaseOffice) -> None:
    statement = "SET session_replication_role = replica; DELETE FROM qjtask.lines"
    assert sent(written, statement, login="postgres") == STAYS


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (statements.DELIVER, (OWN, 1, b"")),
        (statements.APPEND, (OWN, 1, ["m"], [line(GOOD).encode()], b"", None, *UNPROJECTED)),
    ],
    ids=["deliver", "append"],
)
def test_what_is_acknowledged_is_on_disk_whatever_the_session_wishes(
    statement: str, values: Sequence[object], office: DatabaseOffice
) -> None:
    for wish, is_done in (("off", "on"), ("local", "on"), ("on", "on"), ("remote_apply", "remote_apply")):
        raw = psycopg2.connect(office.address(BY))
        with raw.cursor() as cursor:  # within one transaction, so that its setting is seen
            cursor.execute(f"SET synchronous_commit = {wish}")
            cursor.execute(statement, values)
            cursor.execute("SELECT current_setting('synchronous_commit')")
            assert cursor.fetchall() == [(is_done,)]
        raw.close()
