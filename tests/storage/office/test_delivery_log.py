"""The delivery log: what is written is read back, and what is torn or strange counts as not delivered."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from qjtask.core.letters.deliveries import Delivery
from qjtask.core.letters.message import MOST_PIECES
from qjtask.core.problem import Place, Problem, Refused
from qjtask.storage.files.side_file import SideFile, SideFileBook
from qjtask.storage.office import delivery_log
from qjtask.storage.office.delivery_log import append_delivery, parse_deliveries, prepare

AT = datetime(2021, 6, 7, 9, 7, tzinfo=timezone(timedelta(hours=8)))
SHOWN = "deliveries.yaml"


def delivery(**changed: Any) -> Delivery:
    line = Delivery(AT, "2021-W23", "审批科", "wecom", "审批科群", 1, 2, ok=True, digest="0123")
    return line._replace(**changed)


def book(path: Path) -> SideFileBook:
    """The log, as one who has locked it may append to it."""
    return SideFileBook(SideFile(path, SHOWN), b"")


def load(path: Path) -> tuple[list[Delivery], list[Problem]]:
    """What the log says."""
    return parse_deliveries(SideFile(path, SHOWN).read() or b"", SHOWN)


def test_what_is_written_is_read_back_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / SHOWN
    lines = [
        delivery(),
        delivery(part=2, ok=False, reason="对方太久没有答复"),
        delivery(unit="", to="a@b.cn"),
    ]
    for line in lines:
        append_delivery(book(path), line)
    assert load(path) == (lines, [])
    assert len(path.read_text("utf-8").splitlines()) == 3


@given(st.text(), st.text())
@example("审批科\x85\u2028\u2029\x7f\n", "a\r\x0b\x1c@b.cn")
def test_any_name_survives_on_one_line_that_yaml_reads_too(unit: str, to: str) -> None:
    unit, to = (text.encode("utf-8", "replace").decode() for text in (unit, to))
    line = delivery_log._line(delivery(unit=unit, to=to))
    assert len(line.splitlines()) == 1
    assert delivery_log._read(line.encode()) == delivery(unit=unit, to=to)
    if unit.isprintable() and to.isprintable():
        assert yaml.safe_load(line)[0]["unit"] == unit


def test_no_log_is_an_empty_one(tmp_path: Path) -> None:
    assert load(tmp_path / SHOWN) == ([], [])


def test_a_torn_line_is_told_kept_and_fenced_off(tmp_path: Path) -> None:
    path = tmp_path / SHOWN
    append_delivery(book(path), delivery())
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    append_delivery(book(path), delivery(part=2))
    found, problems = load(path)
    assert found == [delivery(), delivery(part=2)]
    assert [problem.where for problem in problems] == [Place(SHOWN, 2, 1)]
    assert problems[0].is_warning
    assert whole[:40] in path.read_bytes()


@pytest.mark.parametrize(
    "line",
    [
        "x",
        "- 1",
        "- {}",
        "- []",
        "- {" + "[" * 90_000,
        '- {"at": 1}',
        b"\xff",
        "<<<<<<< HEAD",
    ],
)
def test_a_strange_line_is_told_and_counts_for_nothing(line: str | bytes, tmp_path: Path) -> None:
    path = tmp_path / SHOWN
    append_delivery(book(path), delivery())
    with path.open("ab") as file:
        file.write((line if isinstance(line, bytes) else line.encode()) + b"\n")
    found, problems = load(path)
    assert found == [delivery()]
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"ok"', '"OK"'),
        ('"ok"', "true"),
        ('"part": 1', '"part": "1"'),
        ('"part": 1', '"part": true'),
        ('"part": 1', '"part": 0'),
        ('"part": 1', '"part": 3'),
        ('"part": 1, "parts": 2', '"part": 0, "parts": 0'),
        ('"part": 1, "parts": 2', '"part": -1, "parts": -1'),
        ('"parts": 2', '"parts": 10000'),
        ('"parts": 2', '"parts": 1000000000'),
        ('"审批科"', "null"),
        ('"2021-06-07', '"2021-06-99'),
        ('"digest"', '"other"'),
    ],
)
def test_a_line_edited_amiss_is_no_delivery(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / SHOWN
    append_delivery(book(path), delivery())
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    found, problems = load(path)
    assert found == []
    assert len(problems) == 1


def test_the_most_pieces_are_read_back(tmp_path: Path) -> None:
    line = delivery(part=MOST_PIECES, parts=MOST_PIECES)
    append_delivery(book(tmp_path / SHOWN), line)
    assert load(tmp_path / SHOWN) == ([line], [])


def test_comments_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / SHOWN
    path.write_text("# 发送记录\n\n", "utf-8")
    append_delivery(book(path), delivery())
    assert load(path) == ([delivery()], [])


def test_a_full_disk_leaves_the_log_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / SHOWN
    append_delivery(book(path), delivery())
    before = path.read_bytes()
    write = os.write
    calls = iter([True])

    def full(fd: int, data: bytes) -> int:
        if next(calls, False):
            return write(fd, data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("qjtask.storage.files.line_append.os.write", full)
    with pytest.raises(Refused, match="磁盘已满"):
        append_delivery(book(path), delivery(part=2))
    assert path.read_bytes() == before
    with pytest.raises(Refused, match="磁盘已满"):
        append_delivery(book(tmp_path / "new.yaml"), delivery())
    assert not (tmp_path / "new.yaml").exists()


def test_a_log_that_cannot_be_written_is_refused_beforehand(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=SHOWN):
        prepare(book(tmp_path / "nowhere" / SHOWN))
    prepare(book(tmp_path / SHOWN))
    assert (tmp_path / SHOWN).read_bytes() == b""
