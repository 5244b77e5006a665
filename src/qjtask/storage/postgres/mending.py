"""The projections of plans brought to what core makes of them now, by the ledger's owner."""

from __future__ import annotations

from qjtask.storage.index.index_form import INDEX_KIND
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_content import LedgerContent, read_content
from qjtask.storage.postgres.projecting import projection


def mend_all(connection: Connection) -> None:
    """Bring all of them up to date."""
    for plan, file, *_ in connection.rows(statements.ALL_PLANS):
        mend(connection, plan, read_content(connection, plan, file), is_owner=True)


def mend(connection: Connection, plan: int, now: LedgerContent, *, is_owner: bool) -> bool:
    """Whether the rows of the plan's works were right; what was not, or is old, the owner makes anew.

    Of a plan that somebody writes meanwhile nothing is said or made.
    """
    made = projection(plan, now)
    kept = [tuple(row) for row in connection.rows(statements.KEPT_WORKS, (plan,))]
    is_right = kept == list(made.works) or connection.rows(statements.VERSION, (plan,)) != [(now.version,)]
    if is_owner:
        index = connection.rows(statements.KEPT_PROJECTION, (plan,))
        wanted = (INDEX_KIND, now.text_version, now.places, made.packed)
        found = [(form, text, places, bytes(packed)) for form, text, places, packed in index]
        if not is_right or found != ([] if made.packed is None else [wanted]):
            connection.rows(statements.PROJECT, (*made.values(), plan, now.version))
    return is_right
