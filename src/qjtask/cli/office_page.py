"""One of several plans on a page of its own: what it comes to under the names that its office knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from qjtask.cli.session import Session
from qjtask.core.log.many_logs import tagged_entries
from qjtask.core.plan.many_plans import own_page
from qjtask.core.plan.unit_names import unit_names

if TYPE_CHECKING:
    from qjtask.core.plan.many_plans import NamedPlan


class OfficePage(Session):
    """A plan of several by itself. `here` are, by its own names of offices, those beside the other plans."""

    def __init__(self, named: NamedPlan, session: Session, here: Mapping[str, str]) -> None:
        plan = own_page(named)
        entries = tuple(tagged_entries(session.log.entries, named.name, unit_names(plan)))
        super().__init__(session.ledger, plan, session.log._replace(entries=entries), session.today)
        self._here = here

    @cached_property
    def sign(self) -> str:
        """No digest is told where there are several logs."""
        return ""

    def own(self, offices: frozenset[str]) -> frozenset[str]:
        """Those of the offices that are the plan's, under its own names; as they are where none is."""
        return frozenset(own for own, name in self._here.items() if name in offices) or offices
