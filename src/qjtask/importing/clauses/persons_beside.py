"""An office with its person and a time, parted by blanks or commas: 教务处 王磊 9月15日前."""

from __future__ import annotations

import re

from qjtask.core.text.patterns import compiled
from qjtask.importing.clauses.clause_names import unglued_person
from qjtask.importing.clauses.clause_words import is_time
from qjtask.importing.clauses.name_kinds import is_sure
from qjtask.importing.words.office_words import looks_like_person

_LONGEST = 60
_MOST = 5  # parts
_OWING = ("负责", "牵头")
_OF_TWO_PARTS = (  # 体育系冯永福，团委刘杰等人负责
    r"(?:^|(?<=[，,。；;：:由]))(?P<who>[^，,。；;：:由]{4,14})[，,](?=[^，,。；;：:]{4,40}?(?:负责|牵头))"
)
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


def with_persons_together(text: str) -> str:
    """由体育系冯永福、团委刘杰负责 of 由体育系冯永福，团委刘杰负责, and as long; else the same text."""
    if not any(word in text for word in _OWING):
        return text
    return compiled(_OF_TWO_PARTS).sub(_listed, text)


def _listed(found: re.Match[str]) -> str:
    return f"{found['who']}、" if unglued_person(found["who"]) else found[0]


def _are_persons(part: str) -> bool:
    return all(map(looks_like_person, part.split("、")))
