"""What a source gives before its works are read, whether a table or running text."""

from typing import NamedTuple

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.head import Head
from qjtask.importing.outline.outline import Outline
from qjtask.importing.words.column_roles import Role


class Understood(NamedTuple):
    """The outline of a source's works, the head of its notice, what columns it has, where it stands.

    `roles` is None for running text, which has no columns; `lead_mark` is the sign that a table gives to
    leads.
    """

    outline: Outline
    head: Head
    roles: frozenset[Role] | None
    place: str
    doubts: tuple[Doubt, ...] = ()
    lead_mark: str = ""
