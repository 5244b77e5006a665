from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qjtask.core.plan.unit_names import printed_offices, unit_names
from qjtask.storage.files.ledger_index import LedgerIndex
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.packed_index import pack
from qjtask.storage.index.plan_index import PlanIndex
from qjtask.storage.plans.plan_file import parse_plan
from tests.storage.indexes import PLAN, TODAY, learnt, ledger_at

PARSED = parse_plan(PLAN, "")


def test_an_index_is_read_back_as_it_was_packed(tmp_path: Path) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    index = found.index
    again = PlanIndex(memoryview(index.packed()))
    assert again.head == index.head
    assert again.columns == index.columns
    assert again.words == index.words
    assert again.shown == tuple(unit_names(PARSED).shown())
    assert again.printed == printed_offices(PARSED)
    assert again.outlooks() == index.outlooks()


def test_a_plan_without_offices_has_no_name(tmp_path: Path) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    index = found.index
    nameless = index.words._replace(shown=b"")
    packed = pack(index.head, nameless, index.columns, index.packed_offices)
    assert PlanIndex(memoryview(packed)).shown == ()


@pytest.mark.parametrize(
    ("item", "place"), [("1.1", 0), ("2.1", 2), ("1", None), (".1", None), ("1.1\n1.2", None)]
)
def test_a_work_is_found_by_its_whole_id(tmp_path: Path, item: str, place: int | None) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    assert found.index.find(item) == place


def test_one_flipped_bit_anywhere_is_seen(tmp_path: Path) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    index = found.index
    data = index.packed()
    for at in range(len(data)):
        damaged = data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]
        with pytest.raises(Unfit):
            PlanIndex(memoryview(damaged))
    for end in range(0, len(data), 7):
        with pytest.raises(Unfit):
            PlanIndex(memoryview(data)[:end])


def test_a_head_of_another_state_of_the_program_is_unfit(tmp_path: Path) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    index = found.index
    head: Any = index.head._replace(rules=index.head.rules[:-1])  # type: ignore[arg-type]
    with pytest.raises(Unfit):
        PlanIndex(memoryview(index.under(head).packed()))


def test_a_work_ends_where_the_next_group_begins(tmp_path: Path) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    index = found.index
    data = (tmp_path / "tasks.yaml").read_bytes()
    (_, first, second), (heading, third) = index.spans_of([0, 1, 2])
    assert first[1] == second[0]
    assert data[slice(*second)].decode().endswith("deadline: 持续推进\n")
    assert data[slice(*heading)].decode() == '- id: "2"\n  heading: 养护\n  items:\n'
    assert third[1] == len(data)
    assert index.spans_of([1]) == [[(index.columns["group_place"][0], first[0]), second]]
    assert LedgerIndex(ledger_at(tmp_path)).open(TODAY) is not None


def test_numbers_and_groups_are_known(tmp_path: Path) -> None:
    plan = PLAN.replace('id: "1.2"\n', 'id: "1.2"\n    no: "7"\n')
    found = learnt(ledger_at(tmp_path, plan))
    assert found is not None
    assert found.index.numbered == [("1.1", ""), ("1.2", "7"), ("2.1", "")]
    assert found.index.groups == ["1", "2"]
    assert found.index.works_of({"2"}) == [2]
    assert found.index.works_of({"1", "2"}) == [0, 1, 2]
    assert found.index.said_names == ({"审批科": ("行审批科",)}, {})
