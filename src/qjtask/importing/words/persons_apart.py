"""The persons whom a cell names with their offices: 县教育局（王强）⏎县民政局（李明）, 县教育局 王强."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.text.patterns import compiled
from qjtask.importing.words.office_words import ends_as_office, is_office, looks_like_person

_SIGNS = "：:（("
_TOGETHER = r"(?P<one>[^：:（(]+)[：:（(](?P<other>[^：:（()）]{2,10})[)）]?"
_FEWEST = 2
_LONGEST_OFFICE = 60  # characters of an office's name cut over several tokens


def office_and_person(piece: str) -> tuple[str, str] | None:
    """县教育局：王强, 县教育局（局长王强） and 王强（县教育局） as office and person; None for others."""
    if not any(map(piece.__contains__, _SIGNS)):
        return None
    found = compiled(_TOGETHER).fullmatch("".join(piece.split()))
    one, other = (found["one"], found["other"]) if found else ("", "")
    if is_office(one) and looks_like_person(other):
        return one, other
    return (other, one) if ends_as_office(other) and looks_like_person(one) else None


def persons_apart(piece: str) -> Sequence[str]:
    """The pieces of a cell that only blanks part, where some of them name persons, each with its office.

    One office over one person stays as it is: that is told.
    """
    tokens = piece.split()
    if len(tokens) < _FEWEST:
        return (piece,)
    parts = tuple(_in_pairs(tokens))
    is_of_persons = any(map(office_and_person, parts)) and len(tokens) > _FEWEST
    return parts if is_of_persons or any(map(office_and_person, tokens)) else (piece,)


def _in_pairs(tokens: Sequence[str]) -> Iterator[str]:
    """The tokens, an office and the person behind it as one, 县教育局：王强; cut names as they are."""
    waiting: list[str] = []
    pair: tuple[str, ...]
    length = 0  # of what waits: what is longer is no office's name, and is joined no more
    for token in tokens:
        office = "\n".join(waiting) if length <= _LONGEST_OFFICE else ""
        plain = office.replace("\n", "")
        if plain and looks_like_person(token) and ends_as_office(plain):
            pair = (f"{plain}：{token}",)
        elif plain and not ends_as_office(plain) and office_and_person(office + token):
            pair = (office + token,)  # 县市场监督⏎管理局（王强）
        elif office_and_person(token):
            pair = (*filter(None, ("\n".join(waiting),)), token)
        else:
            waiting.append(token)
            length += len(token)
            continue
        yield from pair
        waiting, length = [], 0
    if waiting:
        yield "\n".join(waiting)
