"""Bash parts words at colons and equals signs; they are put together, and only the rest is offered."""

from __future__ import annotations

import pytest

from qjtask.cli.bash_words import TypedWords, typed_words


@pytest.mark.parametrize(
    ("parted", "current", "typed"),
    [
        (["qjtask", "done", "9"], 2, TypedWords(["qjtask", "done", "9"], 2, "")),
        (["qjtask", "done", ""], 2, TypedWords(["qjtask", "done", ""], 2, "")),
        (["qjtask", "done", "交通", ":"], 3, TypedWords(["qjtask", "done", "交通:"], 2, "交通:")),
        (
            ["qjtask", "done", "交通", ":", "9.", "-f", "全区"],
            4,
            TypedWords(["qjtask", "done", "交通:9.", "-f", "全区"], 2, "交通:"),
        ),
        (["qjtask", "done", "交通", ":", ""], 4, TypedWords(["qjtask", "done", "交通:", ""], 3, "")),
        (
            ["qjtask", "list", "--file", "=", "全区", "交"],
            5,
            TypedWords(["qjtask", "list", "--file=全区", "交"], 3, ""),
        ),
        (
            ["qjtask", "-f", "postgresql", ":", "//h/d"],
            4,
            TypedWords(["qjtask", "-f", "postgresql://h/d"], 2, "postgresql:"),
        ),
        (["qjtask", "done"], 2, TypedWords(["qjtask", "done"], 2, "")),
        ([":", "x"], 1, TypedWords([":x"], 0, ":")),
    ],
)
def test_words_are_put_together_again(parted: list[str], current: int, typed: TypedWords) -> None:
    assert typed_words(parted, current) == typed
