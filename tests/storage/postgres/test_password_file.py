"""Which file of passwords libpq would leave alone, since others can read it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qjtask.storage.postgres.password_file import open_password_file


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_it_is_the_one_named_or_the_usual_one_where_others_may_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("PGPASSFILE", raising=False)
    assert open_password_file({}) is None
    usual, other = tmp_path / ".pgpass", tmp_path / "other"
    for path in (usual, other):
        path.touch()
        path.chmod(0o644)
    assert open_password_file({}) == usual
    assert open_password_file({"passfile": str(other)}) == other
    monkeypatch.setenv("PGPASSFILE", str(other))
    assert open_password_file({}) == other
    other.chmod(0o640)
    assert open_password_file({}) == other
    other.chmod(0o600)
    assert open_password_file({}) is None
    monkeypatch.setenv("PGPASSFILE", str(tmp_path))
    assert open_password_file({}) is None
