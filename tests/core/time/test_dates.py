"""One date as a person types it."""

from __future__ import annotations

from datetime import date

import pytest

from qjtask.core.time.dates import read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-06-30", date(2021, 6, 30)),
        ("2021-02-30", None),
        ("２０２１-06-30", date(2021, 6, 30)),
        ("2021-6-30", date(2021, 6, 30)),
        ("2021-06-30前", date(2021, 6, 30)),
        ("2021-06", date(2021, 6, 30)),
        ("20210630", date(2021, 6, 30)),
        ("2021-W26-3", None),
    ],
)
def test_a_day_written_by_a_machine(text: str, day: date | None) -> None:
    assert read_date(text, year=2021) == day
