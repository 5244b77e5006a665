"""The house's NamedTuple beside that of `typing`: the same to who makes, reads, compares or keeps one."""

from __future__ import annotations

import copy
import typing
from typing import Any

import pytest

from qjtask.core import named_tuple
from qjtask.core.log.entry import Entry


class OurOwn(named_tuple.NamedTuple):
    """As the house defines one."""

    day: str
    work: str
    done: bool = False
    amount: int = 3

    @property
    def twice(self) -> int:
        """Made of a value."""
        return 2 * self.amount


class OfTyping(typing.NamedTuple):
    """The same."""

    day: str
    work: str
    done: bool = False
    amount: int = 3

    @property
    def twice(self) -> int:
        """Made of a value."""
        return 2 * self.amount


BOTH = pytest.mark.parametrize("of", [OurOwn, OfTyping], ids=["ours", "typing's"])


@BOTH
def test_one_is_made_by_place_by_name_and_of_what_it_leaves_out(of: Any) -> None:
    assert of("1", "2") == ("1", "2", False, 3)
    assert of("1", work="2", amount=4) == of._make(["1", "2", False, 4]) == ("1", "2", False, 4)
    assert of("1", "2")._replace(work="3") == ("1", "3", False, 3)
    assert type(of("1", "2")._replace(work="3")) is of


@BOTH
def test_one_is_read_compared_told_taken_apart_and_kept_as_a_tuple(of: Any) -> None:
    one = of("1", "2", amount=5)
    day, *rest = one
    assert (day, rest, one.work, one.twice, len(one)) == ("1", ["2", False, 5], "2", 10, 4)
    assert hash(one) == hash(("1", "2", False, 5))
    assert one < of("2", "1")
    assert repr(one) == f"{of.__name__}(day='1', work='2', done=False, amount=5)"
    assert one._asdict() == {"day": "1", "work": "2", "done": False, "amount": 5}
    for same in (copy.copy(one), copy.deepcopy(one)):  # in the way of pickle
        assert same == one
        assert type(same) is of
    match one:
        case of(matched):
            assert matched == "1"


@BOTH
def test_what_does_not_fit_is_refused(of: Any) -> None:
    for wrong in (
        of,
        lambda: of("1"),
        lambda: of(*"12345"),
        lambda: of("1", "2", day="3"),
        lambda: of("1", "2", days="3"),
        lambda: of._make(["1"]),
    ):
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(ValueError, match="days"):
        of("1", "2")._replace(days="3")
    for name in ("day", "days"):
        with pytest.raises(AttributeError):
            setattr(of("1", "2"), name, "3")


def test_a_class_says_the_same_of_its_fields() -> None:
    for what in ("_fields", "_field_defaults", "__match_args__", "__slots__"):
        assert getattr(OurOwn, what) == getattr(OfTyping, what)
    assert {type(OurOwn), type(OfTyping)} == {type}
    with pytest.raises(TypeError, match=r"OurOwn\.__new__\(\) missing 2 required positional arguments"):
        OurOwn()  # type: ignore[call-arg]


def test_each_field_of_the_longest_has_its_own_value() -> None:
    longest: Any = Entry
    fields = longest._fields
    made = longest(*range(len(fields)))
    assert made == longest(**{field: place for place, field in enumerate(fields)})
    assert [getattr(made, field) for field in fields] == [*range(len(fields))]
