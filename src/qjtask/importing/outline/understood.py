"""What a source gives before its works are read, whether a table or running text."""

from qjtask.core.named_tuple import NamedTuple
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.document.head import Head
from qjtask.importing.outline.outline import Outline
from qjtask.importing.words.column_roles import Role
from qjtask.importing.words.lead_notes import LeadNote


class Understood(NamedTuple):
    """The outline of a source's works, the head of its notice, what columns it has, where it stands.

    `roles` is None for running text, which has no columns; `leads` is what is said of the leads
    among several offices. With `has_goals_above` the column of headings says what is aimed at: 目标任务;
    with `has_goals_of_year` a column beside the whole projects' sizes does.
    `said` is plain, and said once all the same. Where the heading of the works says that they are
    `dated_inside` (工作任务及完成时限), their own words are the deadlines. With `plain_duties` the headings
    say in so many words who leads and who helps.
    """

    outline: Outline
    head: Head
    roles: frozenset[Role] | None
    place: str
    doubts: tuple[Doubt, ...] = ()
    leads: LeadNote = LeadNote()
    has_goals_above: bool = False
    has_goals_of_year: bool = False
    said: tuple[str, ...] = ()
    dated_inside: bool = False
    plain_duties: bool = False
