"""An office with its person and a time, parted by blanks or commas: 教务处 王磊 9月15日前."""

from __future__ import annotations

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_words import is_time
from qjtask.importing.clauses.name_kinds import is_sure
from qjtask.importing.words.office_words import looks_like_person

_LONGEST = 60
_MOST = 5  # parts
_BETWEEN = r"[ \u3000，,]+"


def with_persons_beside(text: str) -> str:
    """教务处（王磊），9月15日前 of a text that is nothing else; any other text as it is."""
    if len(text) > _LONGEST:
        return text
    office, *rest = compiled(_BETWEEN).split(text.strip())
    if not 0 < len(rest) < _MOST or not is_sure(office):
        return text
    persons = [part for part in rest if _are_persons(part)]
    times = [part for part in rest if not _are_persons(part)]
    if not all(map(is_time, times)):
        return text
    beside = f"（{'、'.join(persons)}）" if persons else ""
    return "，".join((office + beside, *times))


def _are_persons(part: str) -> bool:
    return all(map(looks_like_person, part.split("、")))
