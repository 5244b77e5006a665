"""A log beside those of other plans."""

from __future__ import annotations

from qjtask.core.log.entry import Do
from qjtask.core.log.many_logs import tagged_entries
from qjtask.core.plan.unit_names import UnitNames
from tests.core.plans import entry


def test_numbers_and_offices_carry_the_name_of_their_plan() -> None:
    names = UnitNames({"交通·办公室": ("办公室", "局办")})
    told = [entry("9.2", unit="局办"), entry("9.4.1")]
    first, second = tagged_entries(told, "交通", names)
    assert (first.item, first.unit) == ("交通:9.2", "交通·办公室")
    assert second == told[1]._replace(id=f"交通:{told[1].id}", item="交通:9.4.1")


def test_what_an_entry_takes_back_goes_by_the_same_number() -> None:
    done = entry("9.2")
    (undo,) = tagged_entries([entry("9.2", Do.UNDO, undoes=done)], "交通", UnitNames({}))
    (told,) = tagged_entries([done], "交通", UnitNames({}))
    assert undo.undoes == told.id
