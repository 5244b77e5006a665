import pytest

from qjtask.importing.numbers.number_rules import ROLE_RULES
from qjtask.importing.numbers.placed_numbers import NumberRole, Placed
from qjtask.importing.numbers.quantities import quantities

ENDS_OF_CLAUSES = (
    "完成投资5亿元",
    "为全县300户",
    "确保5所",
    "整改率100%",
    "提供不少于40学时",
    "设立总规模100亿元",
    "不动产登记办理5个工作日以内",
    "改造甲路、乙路等12条",
    "覆盖12个",
    "其中18座",
    "友谊里12栋",
    "解决6700人",
    "与10家以上",
    "完成100公里以上",
    "按不低于营业收入的1.5%",
    "负责3个",
)


@pytest.mark.parametrize("text", ENDS_OF_CLAUSES)
@pytest.mark.parametrize("follows", [None, NumberRole.PROMISED, NumberRole.PROMISED_OF])
def test_no_rule_that_asks_what_follows_holds_at_the_end_of_a_clause(
    text: str, follows: NumberRole | None
) -> None:
    (number,) = quantities(text)
    placed = Placed(
        number, before=text[: number.start], after="", is_past=False, follows=follows, is_last=True
    )

    assert [holds for _, holds, asks_on in ROLE_RULES if asks_on and holds(placed)] == []
