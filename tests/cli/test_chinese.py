"""What Typer complains of, said in Chinese: what it says today is known, what it will say is not."""

from __future__ import annotations

import pytest
import typer

from qjtask.cli.chinese import usage_fault


class _Later(typer.BadParameter):
    """A complaint of a later Typer."""

    option_name = "--unit"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (typer.BadParameter("'x' is not a valid integer."), "“x”不是整数"),
        (typer.BadParameter("'x' is not a thing of tomorrow.", param_hint="--year"), "--year: 写得不对"),
        (_Later("Option '--unit' cannot be had on Sundays."), "选项“--unit”写得不对"),
        (typer.TyperException("Too many words."), "命令写得不对"),
        (typer.TyperException(""), "命令写得不对"),
    ],
)
def test_an_unknown_complaint_is_told_without_its_words(error: typer.TyperException, told: str) -> None:
    assert usage_fault(error) == f"{told}；用法见 qjtask --help"
