from __future__ import annotations

import os
from pathlib import Path

import pytest

from qjtask.storage.files import index_file
from qjtask.storage.files.index_file import IndexFile
from qjtask.storage.files.ledger_index import LedgerIndex
from tests.storage.indexes import TODAY, learnt, ledger_at


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "qjtask"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "office"
    folder.mkdir()
    return folder


def the_file(cache: Path) -> Path:
    (found,) = cache.iterdir()
    return found


def test_nobody_else_can_read_it(cache: Path, office: Path) -> None:
    assert learnt(ledger_at(office)) is not None
    assert cache.stat().st_mode & 0o077 == 0


def test_what_another_version_kept_is_not_used(
    cache: Path, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert learnt(ledger_at(office)) is not None
    monkeypatch.setattr(index_file, "_KIND", index_file._KIND.swapcase())
    assert LedgerIndex(ledger_at(office)).open(TODAY) is None
    assert the_file(cache).is_file()


def test_one_flipped_bit_anywhere_leads_nowhere_else(cache: Path, office: Path) -> None:
    whole = learnt(ledger_at(office))
    assert whole is not None
    path = the_file(cache)
    data = path.read_bytes()
    for at in range(0, len(data), 3):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        found = LedgerIndex(ledger_at(office)).open(TODAY)
        assert found is None or found.part([0, 1, 2]) == whole.part([0, 1, 2])


def test_a_folder_that_cannot_be_written_is_no_fault(cache: Path, office: Path) -> None:
    cache.parent.write_bytes(b"")
    assert learnt(ledger_at(office)) is None


def test_of_two_writers_each_leaves_a_whole_file(cache: Path, office: Path) -> None:
    assert learnt(ledger_at(office)) is not None
    home = Path(os.path.realpath(office))
    first, second = IndexFile(home), IndexFile(home)
    first.put(str(home / "a.yaml"), lambda: b"first")
    second.put(str(home / "b.yaml"), lambda: b"second")
    first.save()
    second.save()
    assert LedgerIndex(ledger_at(office)).open(TODAY) is not None
    assert [path.suffix for path in cache.iterdir()] == [".index"]


def test_folders_whose_names_come_to_one_file_are_told_apart(cache: Path, office: Path) -> None:
    assert learnt(ledger_at(office)) is not None
    path = the_file(cache)
    other = office.parent / "other"
    other.mkdir()
    learnt(ledger_at(other))
    (theirs,) = set(cache.iterdir()) - {path}
    theirs.write_bytes(path.read_bytes())
    assert LedgerIndex(ledger_at(other)).open(TODAY) is None


def test_what_is_forgotten_is_gone(cache: Path, office: Path) -> None:
    assert learnt(ledger_at(office)) is not None
    LedgerIndex(ledger_at(office)).forget()
    assert list(cache.iterdir()) == []


def test_somebody_without_a_home_has_no_index(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.chdir(office)
    assert learnt(ledger_at(office)) is None
    assert sorted(path.name for path in office.iterdir()) == ["progress.yaml", "tasks.yaml"]


@pytest.mark.usefixtures("cache")
def test_a_time_that_no_index_can_hold_is_no_fault(office: Path) -> None:
    """Some disks know times after 2262, in which nanoseconds are more than 63 bits."""
    found = learnt(ledger_at(office))
    assert found is not None
    kept = IndexFile(office)
    stamp = found.index.head.plan.stamp
    assert stamp is not None
    far = found.index.head.plan._replace(stamp=stamp._replace(mtime_ns=2**63))
    kept.put(str(office / "tasks.yaml"), found.index.under(found.index.head._replace(plan=far)).packed)
    kept.save()
