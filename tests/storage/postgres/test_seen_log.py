"""What was seen of a ledger: a server that has less of it, or other lines, is behind."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

import pytest
from platformdirs import user_state_path

from qjtask.storage.postgres.seen_log import LogGlimpse, SeenLog


def fresh() -> SeenLog:
    """As another process has it."""
    return SeenLog("ledger", 1)


def seen_file() -> Path:
    return user_state_path("qjtask", appauthor=False) / "seen" / "ledger-1"


def glimpse(version: int, log: bytes, seen: bytes | None = None) -> LogGlimpse:
    """What a server says that has this log, of which a row was seen last."""
    rows = log.splitlines(keepends=True)
    return LogGlimpse(version, len(rows), seen, rows[-1] if rows else None)


def test_at_first_nothing_was_seen() -> None:
    assert fresh().why_behind(LogGlimpse(0, 0), b"", "p") is None
    assert fresh().places == 0


def test_a_log_that_grew_is_not_behind_and_others_are() -> None:
    fresh().keep(glimpse(5, b"- 1\n- 2\n"), b"- 1\n- 2\n")
    assert fresh().places == 2
    for version, log in ((5, b"- 1\n- 2\n"), (6, b"- 1\n- 2\n- 3\n"), (6, b"- 1\n- 2\n")):
        assert fresh().why_behind(glimpse(version, log, b"- 2\n"), log, "p") is None
    for version, log in ((4, b"- 1\n- 2\n"), (6, b"- 1\n"), (5, b"")):
        why = fresh().why_behind(glimpse(version, log), log, "p")
        assert why
        assert "知道的比以前看到的少" in why.what
    log = b"- x\n- 2\n- 3\n"
    why = fresh().why_behind(glimpse(9, log, b"- 2\n"), log, "p")
    assert why
    assert "以前看到过的记录在这台服务器上变了样" in why.what
    assert str(seen_file()) in why.fix


def test_where_the_log_is_not_fetched_the_row_that_was_seen_last_tells() -> None:
    fresh().keep(glimpse(5, b"- 1\n- 2\n"), b"- 1\n- 2\n")
    assert fresh().why_behind(LogGlimpse(6, 3, b"- 2\n", b"- 3\n"), None, "p") is None
    for now, what in (
        (LogGlimpse(9, 3, b"- x\n", b"- 3\n"), "变了样"),
        (LogGlimpse(9, 3, None, b"- 3\n"), "变了样"),
        (LogGlimpse(9, 1, None, b"- 1\n"), "知道的比以前看到的少"),
        (LogGlimpse(4, 3, b"- 2\n", b"- 3\n"), "知道的比以前看到的少"),
    ):
        why = fresh().why_behind(now, None, "p")
        assert why
        assert what in why.what


def test_what_was_seen_in_part_is_asked_of_who_gives_all() -> None:
    fresh().keep(glimpse(5, b"- 1\n"), b"- 1\n")
    fresh().keep(LogGlimpse(6, 2, b"- 1\n", b"- 2\n"), None)
    assert fresh().places == 2
    log = b"- 1\n- x\n- 3\n"
    assert fresh().why_behind(LogGlimpse(7, 3, b"- x\n", b"- 3\n"), log, "p")
    assert fresh().why_behind(LogGlimpse(7, 2, b"- 2\n", b"- 2\n"), b"- x\n- 2\n", "p")
    log = b"- 1\n- 2\n- 3\n"
    assert fresh().why_behind(LogGlimpse(7, 3, b"- 2\n", b"- 3\n"), log, "p") is None


def test_who_deletes_the_file_begins_anew() -> None:
    fresh().keep(glimpse(5, b"- 1\n"), b"- 1\n")
    seen_file().unlink()
    assert fresh().why_behind(LogGlimpse(1, 0), b"", "p") is None


@pytest.mark.parametrize("content", ["", "x", "1 2 3 4", "1 2 3 4 5 6", "é"])
def test_a_file_that_cannot_be_read_is_none(content: str) -> None:
    fresh().keep(glimpse(5, b"- 1\n"), b"- 1\n")
    seen_file().write_text(content, "latin-1")
    assert fresh().why_behind(LogGlimpse(1, 0), b"", "p") is None


def test_what_an_earlier_version_remembered_counts() -> None:
    log = b"- 1\n- 2\n"
    fresh().keep(glimpse(5, log), log)
    seen_file().write_text(f"5 {len(log)} {crc32(log)}", "ascii")
    assert fresh().places == 0
    assert fresh().why_behind(glimpse(6, b"- 1\n- 2\n- 3\n"), b"- 1\n- 2\n- 3\n", "p") is None
    assert fresh().why_behind(LogGlimpse(6, 3, None, b"- 3\n"), None, "p") is None
    for version, other in ((6, b"- 1\n- x\n- 3\n"), (5, b"- 1\n"), (4, log)):
        assert fresh().why_behind(glimpse(version, other), other, "p")


def test_without_a_home_it_is_remembered_within_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/x")
    seen = fresh()
    seen.keep(glimpse(5, b"- 1\n"), b"- 1\n")
    assert seen.why_behind(LogGlimpse(4, 0), b"", "p")


def test_what_did_not_change_is_not_written_again() -> None:
    seen = fresh()
    seen.keep(glimpse(5, b"- 1\n"), b"- 1\n")
    seen_file().unlink()
    seen.keep(glimpse(5, b"- 1\n"), b"- 1\n")
    assert not seen_file().exists()
    seen.keep(glimpse(6, b"- 1\n- 2\n"), b"- 1\n- 2\n")
    assert [path.name for path in seen_file().parent.iterdir()] == [seen_file().name]
