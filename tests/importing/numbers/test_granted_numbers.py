"""What a measure gives, and for what, is no promise."""

from __future__ import annotations

import pytest

from qjtask.importing.numbers.granted_numbers import grants, is_granted, is_reason


@pytest.mark.parametrize(
    ("text", "clause", "granted"),
    [
        ("对投资500万元的企业,给予20万元补助。", "对投资500万元的企业", True),
        ("对投资500万元的企业,给予20万元补助。", "给予20万元补助", True),
        ("建桥2座。对投资500万元的企业,给予补助。", "建桥2座", False),
        ("培训300人,对学员给予补助。", "培训300人", False),
        ("对困难家庭给予救助,救助率达到100%。", "救助率达到100%", False),
        ("每引进1家,奖励5万元,全年引进3家。", "全年引进3家", False),
    ],
)
def test_the_clauses_of_a_grant(text: str, clause: str, granted: bool) -> None:
    start = text.index(clause)
    assert is_granted(text, (start, start + len(clause)), grants(text)) is granted


def test_a_bracket_that_says_why() -> None:
    text = "增长7%(依据全省目标6%),建桥(共2座)"
    assert is_reason(text, text.index("依据"))
    assert not is_reason(text, text.index("共2座"))
    assert not is_reason("依据目标6%", 0)
