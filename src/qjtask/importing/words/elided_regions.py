"""A region printed once before several names: 市发展改革委、水利局 are both the city's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.importing.words.name_breaks import Known
from qjtask.importing.words.office_words import begins_with_region

_REGIONS = frozenset("省市县区州旗盟")


def with_region(names: Sequence[str], known: Known) -> Iterator[str]:
    """Names with the region that is printed once before all of them: 市发展改革委、水利局.

    It is put before a name as long as that stands so elsewhere, and never begins a cell without it.
    """
    region = ""
    for name in names:
        if begins_with_region(name) and name[0] in _REGIONS:
            region = name[0]
        whole = f"{region}{name}"
        has_own = name[0] == region and begins_with_region(name)  # 市场监管局 has none
        is_elided = region and not has_own and whole in known and name not in known.begins
        yield whole if is_elided else name
