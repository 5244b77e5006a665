"""How much a packed file may hold."""

from __future__ import annotations

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.formats.packed.allowance import Allowance


@pytest.mark.parametrize(
    ("packed", "size", "tags", "times"),
    [
        (10_000, 1 << 20, 0, 4),  # what comes out of any
        (10 << 20, 1 << 20, 0, 1004),  # a hundred bytes for each of its own
        (10_000, 1000, 10_000, 20),
        (1_000_000, 0, 1_000, 5_150),  # five tags for each
    ],
)
def test_a_part_counts_as_often_as_it_is_read(packed: int, size: int, tags: int, times: int) -> None:
    allowance = Allowance(packed, "a.docx", 4 << 20)
    for _ in range(times):
        allowance.take(size, tags)
    with pytest.raises(Refused, match="解压后比文件本身大得太多"):
        allowance.take(size, tags)
    with pytest.raises(Refused):  # once too much, always too much
        allowance.take(0)
