"""A log that is lost is not an empty one: the lock beside it remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.storage.files.ledger_files import LedgerFiles, ledger_files, lock_of
from qjtask.storage.files.lost_log import lost_log


@pytest.fixture
def files(tmp_path: Path) -> LedgerFiles:
    return ledger_files(tmp_path / "tasks.yaml", tmp_path)


@pytest.mark.parametrize("lock", [None, b""])
@pytest.mark.parametrize("log", [None, b"", b"- {}\n"])
def test_without_a_memory_nothing_is_lost(files: LedgerFiles, log: bytes | None, lock: bytes | None) -> None:
    for path, data in ((files.log, log), (lock_of(files.log), lock)):
        if data is not None:
            path.write_bytes(data)
    assert lost_log(files) is None


@pytest.mark.parametrize(
    ("log", "told"), [(None, "记录文件不见了"), (b"", "记录文件是空的"), (b"- {}\n", None)]
)
def test_what_was_written_and_is_gone_is_a_fault(
    files: LedgerFiles, log: bytes | None, told: str | None
) -> None:
    lock_of(files.log).write_bytes(b"\n")
    if log is not None:
        files.log.write_bytes(log)
    found = lost_log(files)
    if told is None:
        assert found is None
    else:
        assert str(found) == (
            f"progress.yaml: {told}，可是以前登记过，现在都没有计入；"
            "请从备份恢复；确要从头记起，请删去 progress.yaml.lock"
        )
