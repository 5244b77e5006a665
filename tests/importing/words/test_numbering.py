"""Numbers as they are printed at the head of a row."""

from __future__ import annotations

from qjtask.importing.words.numbering import read_ordinal


def test_a_number_may_stand_behind_its_label() -> None:
    assert list(map(read_ordinal, ("序号8", "序号8（市序号9）", "编号12", "序号"))) == [
        (8,),
        (8,),
        (12,),
        None,
    ]
