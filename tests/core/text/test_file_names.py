"""Names of files that every system takes."""

from __future__ import annotations

import pytest

from qjtask.core.text.file_names import file_names


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("审批科", "审批科"),
        ("A/B:科?", "A_B_科_"),
        ("科. ", "科"),
        ("NUL", "_NUL"),
        ("com1.科", "_com1.科"),
        ("..", "_"),
        ("-rf", "_-rf"),
        ("科\x1b\n", "科__"),
        ("\u202e科", "_科"),
    ],
)
def test_a_files_name_is_good_everywhere(unit: str, name: str) -> None:
    assert file_names([unit]) == [name]


def test_no_two_files_have_one_name() -> None:
    assert file_names(["a/b", "A:B", "a_b"]) == ["a_b", "A_B(2)", "a_b(3)"]
    long = file_names(["科" * 300, "科" * 299])
    assert len(set(long)) == 2
    assert all(len(f"{name}.xlsx".encode()) < 255 for name in long)
