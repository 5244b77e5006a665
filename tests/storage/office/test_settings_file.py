"""The user's settings; how they are used stands in tests/cli/test_reporter.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.office.settings_file import Settings, load_settings


def read(folder: Path, text: str) -> Settings:
    path = folder / "settings.yaml"
    path.write_text(text, "utf-8")
    return load_settings(path, "settings.yaml")


@pytest.mark.parametrize(
    ("text", "by"),
    [("by: 王芳\n", "王芳"), ("# 我\n\nby: ' 王芳 '\n", "王芳"), ("by:\n", ""), ("# 无\n", ""), ("", "")],
)
def test_the_name_is_read(text: str, by: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == Settings(by)


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.yaml", "s") == Settings()
    (tmp_path / "home").touch()
    assert load_settings(tmp_path / "home" / "settings.yaml", "s") == Settings()


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, "bye: 王芳\nby: [王芳]\n")
    first, second = map(str, refused.value.problems)
    assert first.startswith("settings.yaml:1:1: 用户设置里没有“bye”这个键；是不是 by？")
    assert second.startswith("settings.yaml:2:5: 这里应当是一段文字")
