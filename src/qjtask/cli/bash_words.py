"""Words as bash parts them for completion: at colons and equals signs too, which ids and options hold."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from io import StringIO

from qjtask.core.named_tuple import NamedTuple

_PARTS = frozenset(":=")


class TypedWords(NamedTuple):
    """The words of a command line, which of them is typed, and what of that bash holds for done."""

    words: list[str]
    current: int
    before: str


def typed_words(parted: Sequence[str], current: int) -> TypedWords:
    """The words put together again: `交通`, `:`, `9` are one; an empty word begins a new one."""
    words: list[str] = []
    at, before, is_open = current, "", False
    for place, part in enumerate(parted):
        is_sign = bool(part) and _PARTS.issuperset(part)
        joins = bool(words) and bool(part) and (is_sign or is_open)
        if place == current:
            at = len(words) - 1 if joins else len(words)
            before = words[-1] + (part if is_sign else "") if joins else ""
        if joins:
            words[-1] += part
        else:
            words.append(part)
        is_open = is_sign
    return TypedWords(words, at, before)


@contextmanager
def completing() -> Iterator[None]:
    """Give bash what goes behind the sign at which it parts words."""
    typed = typed_words(os.environ["COMP_WORDS"].split("\n"), int(os.environ["COMP_CWORD"]))
    os.environ["COMP_WORDS"], os.environ["COMP_CWORD"] = "\n".join(typed.words), str(typed.current)
    offered = StringIO()
    try:
        with redirect_stdout(offered):
            yield
    finally:
        sys.stdout.writelines(
            f"{line.removeprefix(typed.before)}\n" for line in offered.getvalue().splitlines()
        )
