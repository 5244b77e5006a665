"""The plans of a folder that are loaded into a database: all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.postgres.dumped_files import plan_files
from tests.closed_folders import close_folder


def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("交通", "水务"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tasks.yaml").write_text("title: 甲\n", "utf-8")
    assert len(plan_files(tmp_path, "全区")) == 2
    close_folder(monkeypatch, tmp_path / "水务")
    with pytest.raises(Refused, match="全区/水务: 看不了这个文件夹"):
        plan_files(tmp_path, "全区")
