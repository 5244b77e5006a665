"""Lines appended and taken back, of whatever log; the disks that fail are tried in test_log_writer."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.storage.files.line_append import append_lines, cut_off
from qjtask.storage.files.log_writer import append
from qjtask.storage.logs.entry_line import format_entry
from qjtask.storage.logs.log_file import FENCE
from tests.storage.files.test_log_writer import SEEN, entry, line


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "progress.yaml"


def test_a_last_line_is_judged_by_whose_log_it_is(log: Path) -> None:
    for is_whole, end in ((True, b"\n"), (False, FENCE + b"\n")):
        log.write_bytes(b"- a\n- b\n  c")
        judged: list[bytes] = []

        def judge(last: bytes, *, seen: list[bytes] = judged, answer: bool = is_whole) -> bool:
            seen.append(last)
            return answer

        append_lines(log, "p", b"- d\n", judge)
        assert judged == [b"- b\n  c"]
        assert log.read_bytes() == b"- a\n- b\n  c" + end + b"- d\n"


@pytest.mark.parametrize("before", [b"", b"\n", b"- a\n"])
def test_what_ends_in_a_newline_is_not_asked_about(log: Path, before: bytes) -> None:
    log.write_bytes(before)
    append_lines(log, "p", b"- d\n", lambda _: pytest.fail("it was asked"))
    assert log.read_bytes() == before + b"- d\n"


def test_lines_that_stand_at_the_end_are_cut_off_and_no_others(log: Path) -> None:
    log.write_bytes(SEEN)
    cut_off(log, line("a"))
    assert log.read_bytes() == SEEN
    log.write_bytes(SEEN + line("a") + line("b"))
    cut_off(log, line("a"))
    assert log.read_bytes() == SEEN + line("a") + line("b")
    cut_off(log, line("b"))
    assert log.read_bytes() == SEEN + line("a")
    log.write_bytes(line("a"))
    cut_off(log, line("a"))
    assert not log.exists()
    cut_off(log, line("a"))


def test_a_long_torn_line_is_found_from_its_beginning(log: Path) -> None:
    """The end is read in blocks, from behind."""
    long = format_entry(entry("long", "很长" * 100_000)).encode()
    for last, whole in ((long, True), (long[:-1], False)):
        log.write_bytes(SEEN + last)
        append(log, "p", [entry("a")])
        assert log.read_bytes() == SEEN + last + (b"" if whole else FENCE) + b"\n" + line("a")
