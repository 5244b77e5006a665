"""An entry in the program's own words, as nearly all are, read by one pattern.

Whatever is written in another way, says more, or is at fault is left to the reader of JSON and YAML.
"""

from __future__ import annotations

from collections.abc import Mapping
from sys import intern

from qjtask.core.log.entry import Do, Entry
from qjtask.core.text.patterns import compiled
from qjtask.storage.logs.entry_fields import day_of, moment_of

_TEXT = r'"([^"\\\x00-\x1f]*+)"'
_OWN = (
    rf'- \{{"id": {_TEXT}, "item": {_TEXT}, "do": {_TEXT}, "on": {_TEXT}, "at": {_TEXT}'
    rf'(?:, "by": (?:null|{_TEXT}))?(?:, "unit": (?:null|{_TEXT}))?(?:, "text": {_TEXT})?'
    r'(?:, "evidence": \[\])?(?:, "percent": (100|[1-9]?[0-9]))?'
    rf'(?:, "to": {_TEXT})?(?:, "batch": {_TEXT})?(?:, "period": {_TEXT})?\}}'
)
_KINDS = {do.value: do for do in Do if do is not Do.UNDO}
_EXTEND = Do.EXTEND
_NOTHING: Mapping[str, str] = {}


def own_entry(data: bytes, line: int) -> Entry | None:
    """The entry of a piece that stands in a line; None where only the other readers can say what it is."""
    try:
        found = compiled(_OWN).fullmatch(data.decode())
        if found is None or not found[1]:
            return None
        name, item, do, on, at, by, unit, text, percent, to, batch, period = found.groups()
        kind = _KINDS[do]
        if kind is _EXTEND and to is None:
            return None
        return Entry(  # by place: by name costs three times as much
            name,
            item,
            kind,
            day_of(on),
            moment_of(at),
            by and intern(by),  # a few people write most lines
            unit,
            text or "",
            (),
            None if percent is None else int(percent),
            None if to is None else day_of(to),
            None,
            _NOTHING,
            batch,
            None if period is None else day_of(period),
            _NOTHING,
            None,
            None,
            None,
            line,
        )
    except (KeyError, ValueError):
        return None
