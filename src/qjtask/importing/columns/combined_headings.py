"""Headings that say of one column two things: 责任单位及完成时限, 责任领导及责任单位, 整改措施及时限."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.patterns import compiled
from qjtask.importing.words.column_roles import OFFICES, TEXTS, Role
from qjtask.importing.words.vocabulary import words

_JOINTS = r"以及|(?<!涉)及其?|和|(?<!参)与|暨|[、,，;；/\\|&+＋]"
_IN_BRACKETS = r"(.+)[（(]及?([^（()）]{0,4}(?:时限|期限|时间|领导|责任人|负责人|联系人))[)）]"
_GLUED = (  # without a sign between: 责任单位完成时限, 责任领导责任单位, 责任科室分管领导
    (
        r"(.*(?:单位|部门|科室|主体|分工|责任人|领导|措施|举措))"
        r"((?:完成|整改|办结|落实)?(?:时限|期限|时间)(?:要求)?)"
    ),
    r"(.*(?:领导|责任人|负责人|牵头人))((?:责任|牵头|承办|主办|落实)(?:单位|部门|科室))",
    r"(.*(?:单位|部门|科室))((?:责任|分管|包保|牵头)(?:领导|责任人|人))",
)
_FEWEST = 2
_BESIDE = {Role.DEADLINE: 7, Role.PERSON: 4, Role.SUPPORT: 4}
_WITHIN_TEXTS = dict.fromkeys((*OFFICES, Role.DEADLINE), 0)
_OF_SEVERAL = frozenset((*OFFICES, *TEXTS, Role.PERSON, Role.DEADLINE))


class RolesOfParts(NamedTuple):
    """What a heading of several parts says: the column's own role, and the others with what they weigh."""

    own: Role
    beside: Mapping[Role, int]


def roles_of_parts(heading: str, role_of: Callable[[str], Role | None]) -> RolesOfParts | None:
    """What a heading without blanks says in several parts; None for any other. `role_of` reads a part.

    Offices come before the persons and dates beside them, and texts before the offices and dates within
    them. Of several kinds of offices the first is the column's: 责任单位及配合单位.
    """
    parts = _parts(heading)
    roles = [role_of(part) for part in parts] if len(parts) >= _FEWEST else []
    if not all(map(_may_be_of_works, parts, roles)):
        return None
    own = _own(roles)
    if own is None:
        return None
    weights = _WITHIN_TEXTS if own in TEXTS else _BESIDE
    return RolesOfParts(own, {role: weights[role] for role in weights if role in roles and role is not own})


def _may_be_of_works(part: str, role: Role | None) -> bool:
    """Whether a part is no text, or says what is done: 工作内容, but not 会议名称 beside 时间."""
    return role not in TEXTS or any(map(part.__contains__, words().tables.deeds))


def _parts(text: str) -> Sequence[str]:
    """The parts of a heading, cut at what joins them; the whole where nothing does."""
    pieces = [piece for piece in compiled(_JOINTS).split(text) if piece]
    if len(pieces) > 1:
        return pieces
    found = (compiled(pattern).fullmatch(text) for pattern in (_IN_BRACKETS, *_GLUED))
    return next((one.groups() for one in found if one), pieces)


def _own(roles: Sequence[Role | None]) -> Role | None:
    """The role of a column whose heading has parts of these roles; None where they are no such heading."""
    said = set(roles)
    if len(said) <= 1 or not said <= _OF_SEVERAL:
        return None
    offices, texts = ([role for role in roles if role in kind] for kind in (OFFICES, TEXTS))
    if texts:
        return texts[0] if offices or Role.DEADLINE in said else None
    if said.isdisjoint({Role.DEADLINE, Role.PERSON}):
        return _own_of_offices(offices)
    return next(iter(offices), Role.PERSON)


def _own_of_offices(roles: Sequence[Role]) -> Role | None:
    """The role of a column of offices alone: the responsible before helpers; None for any others."""
    return Role.UNITS if roles == [Role.UNITS, Role.SUPPORT] else None
