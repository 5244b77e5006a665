"""How wide the screen draws signs whose width Unicode leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qjtask.cli import screen
from qjtask.core.text.width import width

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.mark.parametrize(
    ("said", "system", "page", "terminal", "wide"),
    [
        (None, "posix", 936, None, False),
        (None, "nt", 936, None, True),
        (None, "nt", 65001, None, False),
        (None, "nt", 936, "a window", False),  # Windows Terminal
        ("1", "posix", 0, None, True),
        ("1", "nt", 65001, "a window", True),
        ("0", "nt", 936, None, False),
        ("", "nt", 936, None, True),
    ],
)
def test_it_is_said_or_found_out(
    said: str | None,
    system: str,
    page: int,
    terminal: str | None,
    wide: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (("QJTASK_WIDE", said), ("WT_SESSION", terminal)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    monkeypatch.setattr(screen, "_code_page", lambda: page)
    with monkeypatch.context() as there:
        there.setattr("os.name", system)
        found = screen.is_wide()
    assert found is wide


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
@pytest.mark.parametrize(
    "args", [("list", "9", "13"), ("due",), ("stats", "--by", "unit"), ("show", "9.4"), ("timeline",)]
)
def test_nothing_is_wider_than_such_a_screen(
    args: tuple[str, ...], columns: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QJTASK_WIDE", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run(*args, "--format", "table").out.splitlines()
    assert max(width(line, wide=True) for line in lines) <= columns
    assert any(set(line) == {"-"} for line in lines)
    assert not any(sign in line for line in lines for sign in "─│▼")
