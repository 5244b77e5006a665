"""The signs and words in a table of offices and works: who leads, who is responsible, who helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.document.grid import SourceDocument
from qjtask.importing.words.column_roles import OFFICES, Role
from qjtask.importing.words.vocabulary import words

_A_PAIR = 2
_LONGEST_LEGEND = 200  # characters
_SOLID, _HOLLOW, _TICKS = "▲●★◆■▼", "△○☆◇□▽", "√✓✔"
_SIGNS = _SOLID + _HOLLOW + _TICKS + "◎"
_ONE_SIGN = frozenset(_SIGNS)
_SHORT = {"牵": Role.LEAD, "主": Role.LEAD, "配": Role.SUPPORT, "协": Role.SUPPORT}


class Meanings(NamedTuple):
    """What each sign or word of the cells says, and which signs were guessed."""

    roles: dict[str, Role]
    guessed: frozenset[str]


def is_known(text: str) -> bool:
    """Whether a cell is a sign, or a word for what an office does."""
    return (len(text) == 1 and text in _SIGNS) or _role_of(text) is not None


def _role_of(text: str) -> Role | None:
    duties = words().duties
    listed = ((Role.LEAD, duties.lead), (Role.UNITS, duties.units), (Role.SUPPORT, duties.support))
    return _SHORT.get(text) or next((role for role, known in listed if text in known), None)


def signs_in(heading: str) -> list[str]:
    """The signs in a heading whose meaning was guessed: ▲牵头单位."""
    own = heading.rpartition("\n")[2]
    role = own.lstrip(_SIGNS)
    return list(own.removesuffix(role)) if role in OFFICES else []


def meanings_of(said: set[str], document: SourceDocument) -> Meanings | None:
    """What each sign and word means; None where that cannot be known."""
    signs = {text for text in said if text in _SIGNS}
    roles = {text: role for text in said - signs if (role := _role_of(text))}
    legend = _legend(document)
    roles.update({sign: legend[sign] for sign in signs if sign in legend})
    left = sorted(signs - roles.keys())
    if not left:
        return Meanings(roles, frozenset())
    guessed = _guessed(left) if len(left) == len(said) else None
    return None if guessed is None else Meanings({**roles, **guessed}, _worth_telling(left))


def _guessed(signs: Sequence[str]) -> dict[str, Role] | None:
    """A sign alone names the responsible; of a solid and a hollow one the first leads and the other helps."""
    if len(signs) == 1:
        return {signs[0]: Role.UNITS}
    solid = [sign for sign in signs if sign in _SOLID + _TICKS]
    hollow = [sign for sign in signs if sign in _HOLLOW]
    if len(signs) == len(solid) + len(hollow) == _A_PAIR and len(hollow) == 1:
        return {solid[0]: Role.LEAD, hollow[0]: Role.SUPPORT}
    return None


def _worth_telling(signs: Sequence[str]) -> frozenset[str]:
    """The signs but a √ alone, which says no more than that an office is meant."""
    return frozenset() if len(signs) == 1 and signs[0] in _TICKS else frozenset(signs)


def _legend(document: SourceDocument) -> dict[str, Role]:
    """The signs that a paragraph, a heading or a note explains: ▲牵头单位，△配合单位; 牵头单位用▲表示."""
    duties = words().duties
    known = "|".join((*duties.lead, *duties.units, *duties.support))
    pairs = rf"(?P<sign>[{_SIGNS}])[^{_SIGNS}，,；;。、\n]{{0,5}}?(?P<word>{known})"
    turned = rf"(?P<word>{known})[^{_SIGNS}，,；;。、\n]{{0,5}}?(?P<sign>[{_SIGNS}])"
    found: dict[str, Role] = {}
    for text in _texts(document):
        if len(text) > _LONGEST_LEGEND or not any(map(text.__contains__, _SIGNS)):
            continue
        first = compiled(rf"[{_SIGNS}]|{known}").search(text)
        pattern = pairs if first and first[0] in _SIGNS else turned
        for pair in compiled(pattern).finditer(text):
            if role := _role_of(pair["word"]):
                found[pair["sign"]] = role
    return found


def _texts(document: SourceDocument) -> Iterator[str]:
    """The paragraphs and cells that may explain signs; a row that is signed with them is a work."""
    for block in document.blocks:
        if isinstance(block, str):
            yield block
        else:
            rows = (
                row for row in block.rows if not any(cell.text.strip() in _ONE_SIGN for cell in row.cells)
            )
            yield from (cell.text for row in rows for cell in row.cells if not (cell.left or cell.up))
