"""Who is told under a collective name."""

from __future__ import annotations

from qjtask.core.letters.contacts import Address, Channel, Contacts

TOWNS = {"各镇（街道）": ("甲镇", "乙镇", "丙街道"), "重点镇": ("甲镇", "丙街道")}
ALL, OWN, KEY = (Address(Channel.MAIL, f"{name}@example.gov.cn") for name in ("all", "own", "key"))


def test_an_address_under_a_collective_name_reaches_each_member_that_has_none_of_its_own() -> None:
    found = Contacts({"各镇（街道）": (ALL,), "乙镇": (OWN,)}).reaching(TOWNS)
    assert {name: found.units[name] for name in ("甲镇", "乙镇", "丙街道")} == {
        "甲镇": (ALL,),
        "乙镇": (OWN,),
        "丙街道": (ALL,),
    }


def test_a_member_with_an_empty_list_of_its_own_is_not_written_to() -> None:
    assert Contacts({"丙街道": (), "各镇（街道）": (ALL,)}).reaching(TOWNS).units["丙街道"] == ()


def test_under_several_names_all_count_and_none_twice() -> None:
    found = Contacts({"各镇（街道）": (ALL,), "重点镇": (KEY, ALL)}).reaching(TOWNS)
    assert (found.units["甲镇"], found.units["乙镇"]) == ((ALL, KEY), (ALL,))


def test_those_called_by_name_are_called_for_each_member_too() -> None:
    found = Contacts({}, people={"重点镇": ("13800000000",), "甲镇": ("13800000001",)}).reaching(TOWNS)
    assert (found.people["甲镇"], found.people["丙街道"]) == (("13800000001",), ("13800000000",))
    assert "乙镇" not in found.people
