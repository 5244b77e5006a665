from __future__ import annotations

import os
import time
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.storage.files.known_file import KnownFile
from qjtask.storage.index.index_form import Content, Unfit
from qjtask.storage.texts.file_stamp import stamp

LATER = 60 * 10**9
"""Nanoseconds after which a stamp is settled."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "tasks.yaml"
    file.write_bytes(b"abc\ndef\n")
    return file


def known(path: Path) -> Content:
    return Content(stamp(str(path)), crc32(path.read_bytes()))


def test_a_stamp_is_trusted_once_a_change_must_show_in_it(path: Path) -> None:
    wrong = known(path)._replace(checksum=1)
    found = KnownFile(str(path), wrong, time.time_ns() + LATER)
    assert found.is_as_seen
    assert found.pieces([(0, 3), (4, 7)]) == [b"abc", b"def"]
    with pytest.raises(Unfit):
        KnownFile(str(path), wrong, time.time_ns())


def test_the_same_bytes_with_another_stamp_are_the_same(path: Path) -> None:
    before = known(path)
    os.utime(path, (1, 1))
    found = KnownFile(str(path), before, time.time_ns() + LATER)
    assert not found.is_as_seen
    assert found.content == known(path)


def test_what_was_appended_is_more_of_the_same(path: Path) -> None:
    before = known(path)
    with path.open("ab") as file:
        file.write(b"ghi\n")
    assert KnownFile(str(path), before, time.time_ns()).content == known(path)


@pytest.mark.parametrize("now", [b"abX\ndef\n", b"abc\n", b"", None])
def test_other_bytes_are_unfit(path: Path, now: bytes | None) -> None:
    before = known(path)
    path.unlink()
    if now is not None:
        path.write_bytes(now)
    with pytest.raises(Unfit):
        KnownFile(str(path), before, time.time_ns() + LATER)


def test_a_file_that_was_not_there_and_is_not_there_is_the_same(tmp_path: Path) -> None:
    found = KnownFile(str(tmp_path / "progress.yaml"), Content(None, 0), time.time_ns())
    assert (found.is_as_seen, found.pieces([(0, 0)])) == (True, [b""])


def test_another_file_in_its_place_is_seen_when_it_is_read(path: Path, tmp_path: Path) -> None:
    found = KnownFile(str(path), known(path), time.time_ns() + LATER)
    other = tmp_path / "other"
    other.write_bytes(b"abc\ndef\n")
    other.replace(path)
    with pytest.raises(Unfit):
        found.check()
    with pytest.raises(Unfit):
        found.pieces([(0, 3)])


def test_pieces_are_read_together_and_all_of_a_file_never_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytes(range(256)) * 8_000
    path.write_bytes(content)
    found = KnownFile(str(path), known(path), time.time_ns() + LATER)
    spans = [*((begin, begin + 100) for begin in range(0, len(content) - 100, 9_000)), (5, 300_000), (0, 0)]
    most, read = 0, os.read

    def counted(file: int, size: int) -> bytes:
        nonlocal most
        most = max(most, size)
        return read(file, size)

    monkeypatch.setattr(os, "read", counted)
    assert found.pieces(spans) == [content[begin:end] for begin, end in spans]
    assert most == 299_995


@given(st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 40_000)), max_size=12))
def test_any_pieces_are_those_of_the_file(
    tmp_path_factory: pytest.TempPathFactory, asked: list[tuple[int, int]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "large.yaml"
    content = bytes(number * 7 % 251 for number in range(100_000))
    path.write_bytes(content)
    found = KnownFile(str(path), known(path), time.time_ns() + LATER)
    spans = [(begin, begin + size) for begin, size in asked]
    assert found.pieces(spans) == [content[begin:end] for begin, end in spans]


def test_a_piece_beyond_the_end_is_unfit(path: Path) -> None:
    found = KnownFile(str(path), known(path), time.time_ns() + LATER)
    with pytest.raises(Unfit):
        found.pieces([(0, 3), (4, 9)])


@pytest.mark.skipif(os.name == "nt", reason="no pipes among files")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Unfit):
        KnownFile(str(tmp_path / "pipe"), Content(None, 0), time.time_ns())
