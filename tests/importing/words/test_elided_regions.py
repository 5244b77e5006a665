"""A region printed once before several names."""

from __future__ import annotations

from collections import Counter

import pytest

from qjtask.importing.words.elided_regions import with_region
from qjtask.importing.words.name_breaks import Known

KNOWN = Known(
    Counter(
        ["市水利局", "水利局", "市财政局", "财政局", "农业局", "市市场监管局", "市场监管局", "市民之家办"]
    ),
    {"市水利局", "财政局"},
)


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        (["市发展改革委", "水利局"], ["市发展改革委", "市水利局"]),
        (["市发展改革委", "各县政府", "水利局"], ["市发展改革委", "各县政府", "市水利局"]),
        (["市发展改革委", "农业局"], ["市发展改革委", "农业局"]),
        (["市发展改革委", "财政局"], ["市发展改革委", "财政局"]),
        (["水利局", "市发展改革委"], ["水利局", "市发展改革委"]),
        (["市发展改革委", "市场监管局"], ["市发展改革委", "市市场监管局"]),
        (["市市场监管局", "水利局"], ["市市场监管局", "市水利局"]),
        (["市发展改革委", "市民之家办"], ["市发展改革委", "市民之家办"]),
        (["县发展改革委", "水利局"], ["县发展改革委", "水利局"]),
    ],
)
def test_a_region_belongs_to_the_names_after_it_that_stand_so_elsewhere(
    names: list[str], whole: list[str]
) -> None:
    assert list(with_region(names, KNOWN)) == whole
