"""Folders are looked into once each, in the order of their names."""

from __future__ import annotations

import os
from pathlib import Path

from qjtask.storage.files.folder_walk import folders_under


def _never(error: OSError) -> None:
    raise error


def test_folders_come_before_those_below_them_and_links_are_not_followed(tmp_path: Path) -> None:
    for name in ("b/下", "a", ".git"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "b" / "2.yaml").touch()
    (tmp_path / "b" / "1.yaml").touch()
    (tmp_path / "a" / "链").symlink_to(tmp_path / "b")
    found = list(folders_under(str(tmp_path), set(), _never))
    real = os.path.realpath(tmp_path)
    assert [os.path.relpath(one.inside, real) for one in found] == [".", "a", "b", str(Path("b", "下"))]
    assert [[file.name for file in one.files] for one in found] == [[], [], ["1.yaml", "2.yaml"], []]
    assert [one.links for one in found] == [[], [str(tmp_path / "a" / "链")], [], []]


def test_what_was_seen_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    seen = {os.path.realpath(tmp_path / "a")}
    assert len(list(folders_under(str(tmp_path), seen, _never))) == 1
    assert seen == {os.path.realpath(tmp_path), os.path.realpath(tmp_path / "a")}


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    told: list[OSError] = []
    assert list(folders_under(str(tmp_path / "none"), set(), told.append)) == []
    assert [type(one) for one in told] == [FileNotFoundError]
