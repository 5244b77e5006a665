"""Who can write what lies beside a plan."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from qjtask.storage.files.side_file import SideFile


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize(
    ("file", "folder", "is_guarded"),
    [
        (0o644, 0o755, True),
        (0o664, 0o755, False),
        (0o666, 0o755, False),
        (0o644, 0o775, False),
        (0o644, 0o1777, True),
    ],
)
def test_who_else_can_write_a_file_is_seen(file: int, folder: int, is_guarded: bool, tmp_path: Path) -> None:
    path = tmp_path / "office" / "contacts.yaml"
    path.parent.mkdir()
    path.write_bytes(b"")
    path.chmod(file)
    path.parent.chmod(folder)
    assert SideFile(path, "contacts.yaml").is_guarded is is_guarded
