"""Every statement that qjtask sends to a ledger's database, by name.

Plain SQL, for the databases that speak PostgreSQL's language and are not PostgreSQL.
"""

from __future__ import annotations

# Any login ----------------------------------------------------------------------------------------

GREETING = (
    "SELECT current_setting('transaction_read_only'), current_setting('server_version_num'), session_user"
)
ABOUT = "SELECT form, ledger FROM qjtask.about"
TRY_LOCK = "SELECT pg_try_advisory_lock(%s, %s)"
WAIT_AT_MOST = "SELECT set_config('lock_timeout', %s, false)"
LOCK = """
SELECT CASE WHEN pg_advisory_lock(%s, %s) IS NOT NULL THEN set_config('lock_timeout', '0', false) END
"""
"""It ends the waiting at once, so that others do not wait for that; not before it has the lock.
"""
UNLOCK = "SELECT pg_advisory_unlock_all()"
_PLANS = """
SELECT p.id, p.file, p.office, p.places * 256 + (
    SELECT octet_length(t.bytes) FROM qjtask.texts t WHERE t.plan = p.id ORDER BY t.version DESC LIMIT 1)
FROM qjtask.plans p
"""
PLANS = f"{_PLANS} ORDER BY p.file LIMIT 21"
PLANS_NAMED = f"{_PLANS} WHERE p.file = ANY (%s) ORDER BY p.file"
VISIBLE_PLANS = f"{_PLANS} ORDER BY p.file"
_LAST_ROW = """
(SELECT substring(s.bytes from 1 for 256) FROM qjtask.lines s WHERE s.plan = p.id AND s.place = p.places)"""
_SEEN_ROW = _LAST_ROW.replace("p.places", "%s")
"""How the last row of a log begins, and how one of which its place is known does: its id is in it."""
_IS_TRUSTED = """
x.form = %s AND (x.login = session_user OR x.reach > (
    SELECT CASE WHEN count(*) > 0 THEN count(*) ELSE 2147483646 END
    FROM qjtask.members m WHERE m.login = session_user))"""
CONTENT = f"""
SELECT p.version, p.places, {_SEEN_ROW}, {_LAST_ROW},
    (SELECT max(x.places) FROM qjtask.projections x
    WHERE x.plan = p.id AND x.text_version = t.version AND x.places <= p.places AND {_IS_TRUSTED}),
    t.version, CASE WHEN t.version > %s THEN t.bytes END,
    (SELECT string_agg(l.bytes, ''::bytea ORDER BY l.place) FROM qjtask.lines l
    WHERE l.plan = p.id AND l.place > %s)
FROM qjtask.plans p JOIN qjtask.texts t ON t.plan = p.id
WHERE p.id = %s AND t.version = (SELECT max(v.version) FROM qjtask.texts v WHERE v.plan = p.id)
"""  # noqa: S608 - all of it is written here
"""Plan and log in one statement: of one moment. What came before a version and a place is not given.

And how many rows the index knows that this login trusts.
"""
TEXT = f"""
SELECT p.version, p.places, {_SEEN_ROW}, {_LAST_ROW}, t.version, t.bytes
FROM qjtask.plans p JOIN qjtask.texts t ON t.plan = p.id
WHERE p.id = %s AND t.version = (SELECT max(v.version) FROM qjtask.texts v WHERE v.plan = p.id)
"""  # noqa: S608 - all of it is written here
SIDE = """
SELECT max(place), string_agg(bytes, ''::bytea ORDER BY place)
FROM qjtask.sides WHERE plan = %s AND kind = %s
"""
_PROJECTION = "%s, %s::bytea, %s, %s::integer[], %s::text[], %s::text[], %s::date[], %s::date[], %s::date[]"
APPEND = f"SELECT qjtask.append(%s, %s, %s::text[], %s::bytea[], %s::bytea, %s::bytea, {_PROJECTION})"
PROJECT = (
    f"SELECT qjtask.project(a.id, {_PROJECTION})"  # noqa: S608 - all of it is written here
    " FROM (SELECT id FROM qjtask.plans WHERE id = %s AND version = %s FOR UPDATE) a"
)
"""Of a plan that nobody has written since."""
VERSION = "SELECT version FROM qjtask.plans WHERE id = %s"
PROJECTIONS = f"""
SELECT p.id, p.version, p.places, {_LAST_ROW.replace("p.places", "a.place")}, {_LAST_ROW},
    t.version, octet_length(t.bytes), x.places, x.bytes
FROM (SELECT unnest(%s::integer[]) AS id, unnest(%s::bigint[]) AS place) a
JOIN qjtask.plans p ON p.id = a.id JOIN qjtask.texts t ON t.plan = p.id
LEFT JOIN qjtask.projections x ON x.plan = p.id AND x.text_version = t.version AND x.places <= p.places
    AND {_IS_TRUSTED}
WHERE t.version = (SELECT max(v.version) FROM qjtask.texts v WHERE v.plan = p.id)
ORDER BY x.places
"""  # noqa: S608 - all of it is written here
"""Of each plan what this login made of it, or one that it trusts; with the row of that place."""
TEXT_PIECES = """
SELECT a.first, a.size, substring(t.bytes from a.first + 1 for a.size)
FROM qjtask.texts t, (SELECT unnest(%s::integer[]) AS first, unnest(%s::integer[]) AS size) a
WHERE t.plan = %s AND t.version = %s
"""
LINE_PIECES = """
SELECT a.first, a.size, string_agg(l.bytes, ''::bytea ORDER BY l.place)
FROM qjtask.lines l, (SELECT unnest(%s::integer[]) AS first, unnest(%s::integer[]) AS size) a
WHERE l.plan = %s AND l.place > a.first AND l.place <= a.first + a.size GROUP BY a.first, a.size
"""
DELIVER = "SELECT qjtask.deliver(%s, %s, %s::bytea)"

# Its owner ----------------------------------------------------------------------------------------

IS_MADE = "SELECT count(*) FROM pg_namespace WHERE nspname = 'qjtask'"
ENCODING = "SELECT current_setting('server_encoding')"
OWN_DATABASE = "SELECT quote_ident(current_database())"
OWNER_IS_MIGHTY = """
SELECT r.rolsuper FROM pg_roles r JOIN pg_namespace n ON n.nspowner = r.oid WHERE n.nspname = 'qjtask'
"""
IS_OWNER = """
SELECT pg_has_role(session_user, nspowner, 'MEMBER') FROM pg_namespace WHERE nspname = 'qjtask'
"""
NEW_FORM = "UPDATE qjtask.about SET form = %s"
NEW_ABOUT = "INSERT INTO qjtask.about (form, ledger) VALUES (%s, %s)"
CLOSE_DATABASE = "REVOKE ALL ON DATABASE {database} FROM PUBLIC"
CLOSE_PUBLIC = "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
LOGINS = "SELECT DISTINCT login FROM qjtask.members ORDER BY login"
LOGIN = """
SELECT quote_ident(rolname), rolcanlogin, rolsuper OR rolbypassrls OR rolreplication OR rolcreaterole
    OR pg_has_role(rolname, (SELECT nspowner FROM pg_namespace WHERE nspname = 'qjtask'), 'MEMBER')
FROM pg_roles WHERE rolname = %s
"""
RIGHTS = """
GRANT CONNECT ON DATABASE {database} TO {login};
GRANT USAGE ON SCHEMA qjtask TO {login};
GRANT SELECT ON qjtask.about, qjtask.members, qjtask.plans, qjtask.texts, qjtask.lines, qjtask.sides,
    qjtask.projections, qjtask.works TO {login};
GRANT EXECUTE ON FUNCTION qjtask.append(integer, bigint, text[], bytea[], bytea, bytea, text, bytea, boolean,
    integer[], text[], text[], date[], date[], date[]), qjtask.deliver(integer, bigint, bytea) TO {login};
"""
UNBOUND = """
SELECT m.login FROM qjtask.members m JOIN pg_roles r ON r.rolname = m.login
WHERE r.rolsuper OR r.rolbypassrls GROUP BY m.login ORDER BY m.login
"""
OFFICES = "SELECT name FROM qjtask.offices ORDER BY name"
NO_MEMBER = "DELETE FROM qjtask.members WHERE login = %s"
NO_OVERSEER = "DELETE FROM qjtask.overseers WHERE login = %s"
MEMBER = "INSERT INTO qjtask.members (login, office, may_write) VALUES (%s, %s, %s)"
OVERSEER = "INSERT INTO qjtask.overseers (login, may_write) VALUES (%s, %s)"
LOCK_PLANS = "LOCK TABLE qjtask.plans IN SHARE ROW EXCLUSIVE MODE"
PLAN_OF_FILE = "SELECT id FROM qjtask.plans WHERE file = %s"
OFFICE_OF_PLAN = "SELECT office FROM qjtask.plans WHERE id = %s"
NEXT_PLAN = "SELECT coalesce(max(id), 0) + 1 FROM qjtask.plans"
NEW_OFFICE = """
INSERT INTO qjtask.offices (name) SELECT %s WHERE NOT EXISTS (SELECT 1 FROM qjtask.offices WHERE name = %s)
"""
NEW_OFFICES_OVERSEERS = """
INSERT INTO qjtask.members (login, office, may_write) SELECT o.login, %s, o.may_write FROM qjtask.overseers o
WHERE NOT EXISTS (SELECT 1 FROM qjtask.members m WHERE m.login = o.login AND m.office = %s)
"""
NEW_PLAN = "INSERT INTO qjtask.plans (id, file, office, version, places) VALUES (%s, %s, %s, 1, %s)"
NEW_TEXT = "INSERT INTO qjtask.texts (plan, version, office, bytes) VALUES (%s, 1, %s, %s)"
NEW_LINES = """
INSERT INTO qjtask.lines (plan, place, office, id, bytes)
SELECT %s, row_number() OVER (), %s, a.id, a.bytes
FROM (SELECT unnest(%s::text[]) AS id, unnest(%s::bytea[]) AS bytes) a
"""
NO_SIDE = "DELETE FROM qjtask.sides WHERE plan = %s AND kind = %s"
NEW_SIDE = "INSERT INTO qjtask.sides (plan, kind, place, office, bytes) VALUES (%s, %s, 1, %s, %s)"
KEPT_PROJECTION = """
SELECT x.form, x.text_version, x.places, x.bytes FROM qjtask.projections x
WHERE x.plan = %s AND x.login = session_user
"""
KEPT_WORKS = """
SELECT place, item, owners, next_due, since, latest FROM qjtask.works WHERE plan = %s ORDER BY place
"""
ALL_PLANS = "SELECT id, file, office, places FROM qjtask.plans ORDER BY file"
COUNT_LINES = "SELECT count(*), coalesce(max(place), 0) FROM qjtask.lines WHERE plan = %s"
HAS_TEXT = "SELECT count(*) FROM qjtask.texts WHERE plan = %s AND bytes = %s::bytea"
TRIGGERS = """
SELECT count(*) FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'qjtask' AND t.tgname IN ('keep', 'keep_all') AND t.tgenabled = 'A'
"""
ROW_SECURITY = """
SELECT count(*) FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'qjtask' AND c.relrowsecurity AND p.polname = 'own'
"""
OPEN_TO_ALL = """
SELECT has_database_privilege('public', current_database(), 'CONNECT')
    OR has_database_privilege('public', current_database(), 'TEMPORARY')
    OR has_schema_privilege('public', 'public', 'CREATE')
    OR has_schema_privilege('public', 'qjtask', 'USAGE')
"""
