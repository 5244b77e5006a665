"""The plain SQL that other servers speak too: nothing after PostgreSQL 9.2, but for row security (9.5)."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from qjtask.storage.postgres import statements

HOME = Path(str(files("qjtask.storage.postgres")))

TOO_NEW = {
    "JSON and its operators": r"jsonb?|row_to_json|to_json|->>?|#>>?|@>|<@|\?[|&]",
    "upsert (9.5)": r"on\s+conflict",
    "LATERAL (9.3)": r"\blateral\b",
    "materialized and updatable views (9.3)": r"\bmaterialized\b|with\s+(local|cascaded)?\s*check\s+option",
    "event triggers (9.3)": r"event\s+trigger",
    "IF NOT EXISTS of schemas (9.3), indexes (9.5), columns (9.6)": r"if\s+not\s+exists",
    "array functions (9.3 and 9.5)": r"array_(remove|replace|positions?)\s*\(|\bcardinality\s*\(",
    "WITH ORDINALITY, ROWS FROM (9.4)": r"with\s+ordinality|rows\s+from",
    "FILTER of aggregates (9.4)": r"\bfilter\s*\(",
    "ordered-set aggregates (9.4)": r"within\s+group",
    "makers of dates, names as objects (9.4 and 9.5)": r"\bmake_(date|time|interval)|\bto_reg[a-z]+\s*\(",
    "ALTER SYSTEM (9.4)": r"alter\s+system",
    "SKIP LOCKED, TABLESAMPLE, BRIN, grouping sets (9.5)": (
        r"skip\s+locked|tablesample|\bbrin\b|grouping\s+sets|\bcube\b|\brollup\b"
    ),
    "phrase search, current_setting with a default (9.6)": r"phraseto|current_setting\s*\([^()]*,",
    "identity and generated columns (10 and 12)": r"\bgenerated\b|\bidentity\b",
    "regexp_match, declared partitions (10)": (
        r"regexp_match\s*\(|partition\s+of|partition\s+by\s+(range|list|hash)"
    ),
    "procedures, EXECUTE FUNCTION, INCLUDE, sha256 (11)": (
        r"\bcall\b|execute\s+function|\binclude\b|\bsha(224|256|384|512)\s*\("
    ),
    "random UUIDs (13)": r"gen_random_uuid",
    "MERGE, NULLS NOT DISTINCT (15)": r"\bmerge\b|nulls\s+not\s+distinct",
}
"""What is not said to a server, with the version of PostgreSQL that first understands it."""

ROW_SECURITY = r"\bpolicy\b|row\s+(level\s+)?security|bypassrls|relrowsecurity|pg_policy"
"""The one thing that is newer than 9.2, and where it may be said."""


def _plain(sql: str) -> str:
    """Statements without their comments, and without the texts that they hold."""
    return re.sub(r"'(?:[^']|'')*'", "''", re.sub(r"--[^\n]*", "", sql)).lower()


def _named() -> dict[str, str]:
    own = {name: text for name, text in vars(statements).items() if name.isupper() and isinstance(text, str)}
    return own | {path.name: path.read_text("utf-8") for path in HOME.glob("*.sql")}


@pytest.mark.parametrize("what", TOO_NEW)
def test_nothing_is_said_that_older_servers_do_not_understand(what: str) -> None:
    said = {
        name: found[0] for name, sql in _named().items() if (found := re.search(TOO_NEW[what], _plain(sql)))
    }
    assert said == {}


def test_row_security_is_made_and_looked_at_and_nothing_else_needs_it() -> None:
    assert {name for name, sql in _named().items() if re.search(ROW_SECURITY, _plain(sql))} == {
        *("rules.sql", "LOGIN", "UNBOUND", "ROW_SECURITY"),
    }


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING", "upsert (9.5)"),
        ("SELECT bytes->>'id' FROM a", "JSON and its operators"),
        ("SELECT count(*) FILTER (WHERE a) FROM b", "FILTER of aggregates (9.4)"),
        ("SELECT current_setting('a', true)", "phrase search, current_setting with a default (9.6)"),
        (
            "CREATE TABLE a (b integer GENERATED ALWAYS AS IDENTITY)",
            "identity and generated columns (10 and 12)",
        ),
    ],
)
def test_what_is_too_new_is_seen(sql: str, what: str) -> None:
    assert re.search(TOO_NEW[what], _plain(sql))


def test_every_statement_has_a_name() -> None:
    """Those that begin and end a transaction alone are sent as they are."""
    pattern = r"\.rows\(\s*f?\"([^\"]*)"
    said = {sql for path in HOME.glob("*.py") for sql in re.findall(pattern, path.read_text("utf-8"))}
    assert said == {"BEGIN", "COMMIT", "ROLLBACK"}
