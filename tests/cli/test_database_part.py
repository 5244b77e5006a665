"""What is answered by a projection is what is answered without: whatever stands in its rows."""

from __future__ import annotations

import io
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qjtask.cli import ledgers
from qjtask.cli.main import run
from qjtask.core.problem import Refused
from qjtask.storage.postgres import projecting, statements
from qjtask.storage.postgres.database_content import read_content
from qjtask.storage.postgres.database_ledger import DatabaseLedger, ledger_at
from qjtask.storage.postgres.database_plan import DatabasePlan
from qjtask.storage.postgres.granting import grant
from qjtask.storage.postgres.loading import load
from qjtask.storage.postgres.mending import mend
from tests.cli.test_part_session import BY_HAND, DAYS, EDITS, IDS, MARKS, OTHER, PLAN, QUERIES
from tests.database_office import STRANGER, DatabaseOffice, new_office
from tests.database_server import OWNER, DatabaseServer
from tests.storage.ledger_contract import BY, patiently

CITY, CIVIL = "市局", "民政"
READER = STRANGER
"""Who sees all offices; BY is of one."""

ASKED = [(login, query) for query in QUERIES if "--file" not in query for login in (BY, READER)] + [
    (READER, ("due", "--within", "0d", "--format", "json")),
    (READER, ("due", "--exit-code")),
]
MARKED = [words for words in MARKS if "--file" not in words]
DAMAGE = (
    "DELETE FROM qjtask.projections",
    "DELETE FROM qjtask.projections WHERE login = '{owner}'",
    "UPDATE qjtask.projections SET form = 'qjtask index 0 0.1 little'",
    "UPDATE qjtask.projections SET bytes = set_byte(bytes, {number} % octet_length(bytes), {number} % 256)",
    "UPDATE qjtask.projections SET bytes = substring(bytes from 1 for {number} % octet_length(bytes))",
    "UPDATE qjtask.projections SET bytes = ''",
    "UPDATE qjtask.projections SET places = greatest(places - 1, 0)",
    "UPDATE qjtask.projections SET places = places + 1",
    "UPDATE qjtask.projections SET text_version = (SELECT max(version) FROM qjtask.texts WHERE plan = 3)",
    "UPDATE qjtask.projections a SET bytes = b.bytes FROM qjtask.projections b WHERE b.plan <> a.plan",
    "UPDATE qjtask.projections SET reach = 0",
    "UPDATE qjtask.works SET next_due = '2030-01-01'",
    "DELETE FROM qjtask.works",
)


class Shared:
    """The plans of two offices in a database, with a clerk of one and somebody who sees both."""

    def __init__(self, office: DatabaseOffice) -> None:
        self.office = office
        office.sql(f"UPDATE qjtask.about SET ledger = '{office.name}'")  # what is copied has one name
        connection = office.connection()
        with tempfile.TemporaryDirectory() as folder:
            for name, text in ((CITY, PLAN), (CIVIL, OTHER)):
                (Path(folder) / name).mkdir()
                (Path(folder) / name / "tasks.yaml").write_text(text, "utf-8")
            load(connection, Path(folder), None, "p")
        grant(connection, BY, [CITY], may_write=True)
        grant(connection, READER, [CITY, CIVIL], may_write=True)
        connection.close()

    def said(self, login: str, *words: str, in_part: bool, number: int = 0) -> tuple[int, str, str]:
        """What the program answers; the ids that it draws begin with the number."""
        out, err = io.BytesIO(), io.BytesIO()
        streams = [io.TextIOWrapper(one, "utf-8", write_through=True) for one in (out, err)]
        ids = (f"{number:08x}{one:08x}" for one in count())
        clock = mock.Mock()
        clock.now.return_value.astimezone.return_value = datetime(2021, 6, 1, tzinfo=UTC)
        with (
            mock.patch.object(ledgers, "_LARGE", 0 if in_part else 1 << 60),
            mock.patch.object(projecting, "_MOST_BEHIND", number % 4 + 1),
            mock.patch.dict(os.environ, {"QJTASK_FILE": self.office.address(login)}),
            mock.patch("qjtask.cli.marks.new_id", side_effect=ids),
            mock.patch("qjtask.cli.writing.datetime", clock),
            redirect_stdout(streams[0]),
            redirect_stderr(streams[1]),
        ):
            code = run(words)
        told, faults = (one.getvalue().decode().replace(self.office.name, "qj") for one in (out, err))
        return code, told, faults

    def lines(self) -> list[tuple[object, ...]]:
        """All lines of all plans."""
        return self.office.sql("SELECT plan, place, encode(bytes, 'hex') FROM qjtask.lines ORDER BY 1, 2")

    def asked(self, login: str, *words: str) -> tuple[int, str, str]:
        """The answer, which is the same in part and in full."""
        answers = [self.said(login, *words, in_part=in_part) for in_part in (True, False)]
        assert answers[0] == answers[1], (login, words)
        return answers[0]

    def owned(self) -> DatabaseLedger:
        return ledger_at(f"{self.office.address(OWNER)}&plan={CITY}")

    def append_by_hand(self, *lines: str) -> None:
        """Lines that somebody brings who sends no projection."""
        ((version,),) = self.office.sql("SELECT version FROM qjtask.plans WHERE id = 3")
        rows = [line.encode() for text in lines for line in text.splitlines(keepends=True)]
        values = (3, version, [None] * len(rows), rows, b"\n", None, "", None, False, *[[]] * 6)
        connection = self.office.connection()
        assert connection.rows(statements.APPEND, values)[0][0]
        connection.close()

    def mend(self) -> bool:
        """Whether all was right, as the owner's `db verify` finds it."""
        connection = self.office.connection()
        rows = connection.rows(statements.ALL_PLANS)
        found = [
            mend(connection, plan, read_content(connection, plan, file), is_owner=True)
            for plan, file, *_ in rows
        ]
        connection.close()
        return all(found)


@contextmanager
def shared(server: DatabaseServer) -> Iterator[Shared]:
    with new_office(server) as office:
        yield Shared(office)


def _happens(one: Shared, other: Shared, draw: st.DataObject) -> None:
    """Something happens to both, but for damage: only the first is read by projections."""
    kind = draw.draw(st.sampled_from(("mark", "mark", "mark", "line", "plan", "damage", "mend")))
    if kind == "mark":
        login = draw.draw(st.sampled_from((BY, BY, READER)))
        words = [
            word.format(id=draw.draw(st.sampled_from(IDS))) for word in draw.draw(st.sampled_from(MARKED))
        ]
        if login == READER:
            words = [f"{CITY}:{word}" if word in IDS else word for word in words]
        words += ["--today", draw.draw(st.sampled_from(DAYS))]
        number = draw.draw(st.integers(1, 2**32 - 1))
        answer = one.said(login, *words, in_part=True, number=number)
        assert answer == other.said(login, *words, in_part=False, number=number), words
        assert one.lines() == other.lines()
    elif kind == "line":
        line = draw.draw(st.sampled_from(BY_HAND))
        for each in (one, other):
            each.append_by_hand(line)
    elif kind == "plan":
        old, new = draw.draw(st.sampled_from(EDITS))
        for each in (one, other):
            with each.owned().writing(patiently) as book:
                book.replace_plan(book.plan_text.replace(old, new))
    elif kind == "damage":
        what, number = draw.draw(st.sampled_from(DAMAGE)), draw.draw(st.integers(0, 10_000))
        one.office.sql(what.format(number=number, owner=OWNER))
    else:
        one.mend()


@pytest.mark.slow
@settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(data=st.data())
def test_a_projection_changes_no_answer(data: st.DataObject, database_template: DatabaseServer) -> None:
    with shared(database_template) as one, shared(database_template) as other:
        for _ in range(data.draw(st.integers(1, 6))):
            for _ in range(data.draw(st.integers(0, 3))):
                try:
                    _happens(one, other, data)
                except Refused:  # what was made of the plan is none
                    return
            day = data.draw(st.sampled_from(DAYS))
            for login, query in data.draw(st.lists(st.sampled_from(ASKED), min_size=1, max_size=3)):
                one.asked(login, *query, "--today", day)


# What is fetched ------------------------------------------------------------------------------------


@pytest.fixture
def city(database_template: DatabaseServer) -> Iterator[Shared]:
    with shared(database_template) as one:
        for number, words in enumerate((("note", "1.1", "进展"), ("done", "2.1"), ("start", "2.2")), 1):
            one.said(BY, *words, "--today", "2021-05-20", in_part=True, number=number)
        yield one


def _never(*_: object) -> None:
    raise AssertionError("all of it was read")


@pytest.mark.parametrize(
    ("login", "words"),
    [
        (BY, ("due",)),
        (BY, ("due", "--unit", "审批科")),
        (BY, ("list", "--unit", "办公室")),
        (BY, ("list", "1.1", "2.3")),
        (READER, ("due",)),
        (READER, ("due", "--within", "0d", "--exit-code")),
    ],
)
def test_no_more_is_fetched_than_is_asked_for(
    city: Shared, monkeypatch: pytest.MonkeyPatch, login: str, words: tuple[str, ...]
) -> None:
    first = city.said(login, *words, "--today", "2021-06-10", in_part=False)
    monkeypatch.setattr(DatabaseLedger, "read", _never)
    assert city.said(login, *words, "--today", "2021-06-10", in_part=True) == first


def test_a_mark_fetches_its_works_alone(city: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DatabasePlan, "content", _never)
    for number, login, words in (
        (8, BY, ("done", "1.1", "--unit", "审批科")),
        (9, READER, ("note", f"{CITY}:2.3", "进展")),
    ):
        answer = city.said(login, *words, "--today", "2021-06-10", in_part=True, number=number)
        assert answer[0] == 0, answer
    monkeypatch.undo()
    assert city.said(BY, "log", "--today", "2021-06-10", in_part=True)[1].count("2021-06-10") >= 2
    assert city.mend()


def test_works_counted_in_the_server_are_those_that_stats_counts(city: Shared) -> None:
    day = "2021-08-01"
    answer = city.said(READER, "stats", "--by", "office", "--format", "json", "--today", day, in_part=True)
    found = json.loads(answer[1])
    overdue = {(one["name"], one["overdue"]) for one in found["by"] if one["overdue"]}
    counted = f"SELECT office, count(*) FROM qjtask.works WHERE next_due < '{day}' GROUP BY office"
    assert {*city.office.sql(counted, READER)} == overdue
    assert {name for name, _ in overdue} == {CITY, CIVIL}


def test_what_a_writer_sent_is_what_the_owner_finds(city: Shared) -> None:
    assert city.mend()
    city.append_by_hand(BY_HAND[1])
    assert not city.mend()
    assert city.mend()
