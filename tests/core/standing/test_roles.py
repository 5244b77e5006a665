"""What an office is to a work."""

from __future__ import annotations

import pytest

from qjtask.core.log.entry import Do, Entry
from qjtask.core.standing.query import Query, due_lines, keep, owed
from qjtask.core.standing.roles import OfficeRole, others, role
from qjtask.core.standing.row import Row
from qjtask.core.standing.shares import rows_asked_for
from qjtask.core.standing.words import (
    open_owner_words,
    owner_words,
    owners_word,
    progress_part,
    short_status_words,
    status_words,
    whose_words,
)
from tests.core.plans import day, entry, item, plan, row, standing
from tests.core.towns import COUNTY, TOWNS

ROWS = standing(COUNTY)
OWNER, LEAD, UNITS, SUPPORT = OfficeRole.OWNER, OfficeRole.LEAD, OfficeRole.UNITS, OfficeRole.SUPPORT


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("水务局", [OWNER, LEAD, None, None]),
        ("办公室", [SUPPORT, None, None, None]),
        ("乙镇", [SUPPORT, OWNER, None, SUPPORT]),
        ("甲镇", [SUPPORT, OWNER, OWNER, SUPPORT]),
        ("民政局", [None, None, OWNER, UNITS]),
        ("应急局", [None, None, OWNER, OWNER]),
        ("各镇（街道）", [None] * 4),  # its members have roles
    ],
)
def test_the_role_of_an_office(office: str, expected: list[OfficeRole | None]) -> None:
    assert [role(one, office) for one in ROWS] == expected
    assert [others(one).get(office) for one in ROWS] == [None if r is OWNER else r for r in expected]


def ids(found: list[Row]) -> list[str]:
    return [one.item.id for one in found]


def test_a_list_finds_an_office_in_any_role_and_counts_those_that_it_owes() -> None:
    assert ids(keep(ROWS, Query(units=frozenset({"甲镇"})))) == ["1.1", "1.2", "1.3", "1.4"]
    assert ids(keep(ROWS, Query(leads=frozenset({"水务局"})))) == ["1.1", "1.2"]
    assert ids(owed(ROWS, {"甲镇"})) == ["1.2", "1.3"]
    assert ids(owed(ROWS, {"甲镇"}, {"水务局"})) == ["1.2"]


def test_who_leads_under_a_collective_name_leads() -> None:
    led = standing(plan(item("1.1", lead=("各镇",)), members={"各镇": ("甲镇", "乙镇")}))
    assert ids(keep(led, Query(leads=frozenset({"乙镇"})))) == ["1.1"]


def test_what_is_asked_for_is_the_share_of_an_owner_and_the_whole_for_others() -> None:
    rows = standing(COUNTY, [entry("1.2", unit="甲镇")])
    assert ids(rows_asked_for(rows, {"甲镇"})) == ["1.1", "1.3", "1.4"]
    assert ids(rows_asked_for(rows, {"水务局"})) == ["1.1", "1.2"]
    done = standing(COUNTY, [entry("1.1")])
    assert ids(rows_asked_for(done, {"办公室"})) == []
    assert [line.due.id for line in due_lines(rows_asked_for(rows, {"办公室"}), day("12-31"))] == ["1.1"]


def test_the_words_for_who_owes() -> None:
    assert owner_words(ROWS[1], TOWNS) == "各镇（街道）"
    assert owner_words(ROWS[0], {"办公室", "甲镇"}) == "水务局、办公室（配合）、甲镇（配合）"
    assert owner_words(ROWS[3], {"民政局"}) == "应急局、民政局（责任）"
    assert owner_words(ROWS[1], {"水务局"}) == "各镇（街道）、水务局（牵头）"
    assert [owners_word(ROWS[:1]), owners_word(ROWS[1:2]), owners_word(ROWS[2:3])] == [
        "牵头单位",
        "责任单位",
        "承办单位",
    ]
    assert (owners_word(ROWS), owners_word([])) == ("承办单位", "责任单位")
    assert whose_words({"乙", "甲"}, {"丙"}) == "（乙、甲、丙牵头）"
    assert whose_words((), ()) == ""


def test_of_a_collective_name_that_is_half_done_those_are_told_that_are_not() -> None:
    half = row(COUNTY, [entry("1.2", unit="甲镇")], item_id="1.2")
    assert open_owner_words(half) == "各镇（街道）（还差乙镇、丙街道）"
    assert open_owner_words(ROWS[1]) == "各镇（街道）"
    whole = row(COUNTY, [entry("1.2")], item_id="1.2")
    assert open_owner_words(whole) == ""


@pytest.mark.parametrize(
    ("log", "expected", "short"),
    [
        ([], "未启动", "未启动"),
        ([entry("1.2", unit="甲镇")], "推进中1/3", "推进中1/3"),
        ([entry("1.2", Do.NOTE, unit="甲镇", percent=60)], "推进中20%（各单位平均）", "推进中平均20%"),
        (
            [entry("1.2", unit="甲镇"), entry("1.2", Do.NOTE, unit="乙镇", percent=50)],
            "推进中1/3，50%（各单位平均）",
            "推进中1/3",
        ),
        ([entry("1.2", Do.NOTE, percent=70)], "推进中70%", "推进中70%"),
        ([entry("1.2", unit=town) for town in TOWNS], "已完成", "已完成"),
    ],
)
def test_how_far_several_owners_are(log: list[Entry], expected: str, short: str) -> None:
    found = row(COUNTY, log, item_id="1.2")
    assert (status_words(found), short_status_words(found)) == (expected, short)
    assert status_words(found).endswith(progress_part(found))


def test_the_percentages_of_the_parts_stay_with_the_shares_and_their_mean_is_the_item_s() -> None:
    log = [
        entry("1.3", Do.NOTE, unit="甲镇", percent=80),
        entry("1.3", Do.NOTE, unit="民政局", percent=40),
        entry("1.3", Do.NOTE, unit="应急局", percent=30),
    ]
    found = row(COUNTY, log, item_id="1.3")
    assert [found.percent_of(unit) for unit in found.owners] == [30, 80, 40]
    assert (found.percent, found.is_mean) == (50, True)
    whole = row(COUNTY, [*log, entry("1.3", Do.NOTE, percent=90)], item_id="1.3")
    assert (whole.percent, whole.is_mean) == (90, False)
