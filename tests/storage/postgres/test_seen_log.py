"""What was seen of a ledger: a server that has less of it, or other lines, is behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_state_path

from qjtask.storage.postgres.seen_log import SeenLog


def fresh() -> SeenLog:
    """As another process has it."""
    return SeenLog("ledger", 1)


def seen_file() -> Path:
    return user_state_path("qjtask", appauthor=False) / "seen" / "ledger-1"


def test_at_first_nothing_was_seen() -> None:
    assert fresh().why_behind(0, b"", "p") is None


def test_a_log_that_grew_is_not_behind_and_others_are() -> None:
    fresh().keep(5, b"- 1\n- 2\n")
    for version, log in ((5, b"- 1\n- 2\n"), (6, b"- 1\n- 2\n- 3\n"), (6, b"- 1\n- 2\n")):
        assert fresh().why_behind(version, log, "p") is None
    for version, log in ((4, b"- 1\n- 2\n"), (6, b"- 1\n"), (5, b"")):
        why = fresh().why_behind(version, log, "p")
        assert why
        assert "知道的比以前看到的少" in why.what
    why = fresh().why_behind(9, b"- 1\n- x\n- 3\n", "p")
    assert why
    assert "以前看到过的记录在这台服务器上变了样" in why.what
    assert str(seen_file()) in why.fix


def test_who_deletes_the_file_begins_anew() -> None:
    fresh().keep(5, b"- 1\n")
    seen_file().unlink()
    assert fresh().why_behind(1, b"", "p") is None


@pytest.mark.parametrize("content", ["", "x", "1 2", "1 2 3 4", "é"])
def test_a_file_that_cannot_be_read_is_none(content: str) -> None:
    fresh().keep(5, b"- 1\n")
    seen_file().write_text(content, "latin-1")
    assert fresh().why_behind(1, b"", "p") is None


def test_without_a_home_it_is_remembered_within_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/x")
    seen = fresh()
    seen.keep(5, b"- 1\n")
    assert seen.why_behind(4, b"", "p")


def test_what_did_not_change_is_not_written_again() -> None:
    seen = fresh()
    seen.keep(5, b"- 1\n")
    seen_file().unlink()
    seen.keep(5, b"- 1\n")
    assert not seen_file().exists()
    seen.keep(6, b"- 1\n- 2\n")
    assert [path.name for path in seen_file().parent.iterdir()] == [seen_file().name]
