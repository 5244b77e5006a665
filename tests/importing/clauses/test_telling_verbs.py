"""One list of the verbs that tell an office to do something, in the ways they are met."""

from __future__ import annotations

import re

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.opening_offices import read_opening
from qjtask.importing.clauses.telling_verbs import TELLS_A_REGION, TELLS_AT_FIRST
from qjtask.importing.clauses.told_offices import told_to

NOBODY = Vocabulary(())


VERBS = ["责成", "商请", "提请", "恳请", "函请", "敦促", "委托", "授权", "指定", "安排", "督促"]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_tells_a_region_s_office_in_each_of_the_ways(verb: str) -> None:
    text = f"{verb}县水利局疏浚河道。"
    told, opening = told_to(text, NOBODY), read_opening(text, NOBODY)
    assert told is not None
    assert told.clause.names == ("县水利局",)
    assert opening is not None
    assert (opening.clause.names, opening.is_told) == (("县水利局",), True)
    assert names_only(f"{verb}县水利局", NOBODY) == ("县水利局",)


@pytest.mark.parametrize("verb", ["指派", "要求", "协调", "交由", "统一由"])
def test_an_order_tells_where_a_part_begins_with_it(verb: str) -> None:
    found = told_to(f"{verb}县水利局疏浚河道。", NOBODY)
    assert found is not None
    assert found.clause.names == ("县水利局",)


@pytest.mark.parametrize("text", ["安排资金", "指定地点", "委托合同", "授权委托"])
def test_a_deed_tells_no_region(text: str) -> None:
    assert re.match(TELLS_A_REGION, text) is None


@pytest.mark.parametrize("text", ["督促检查室", "督查室", "协调小组", "协调处"])
def test_an_office_that_is_called_so_is_told_nothing(text: str) -> None:
    assert re.match(TELLS_AT_FIRST, text) is None
