"""What comes of an addition to a ledger in a database, and what is written of it beside the lines."""

from __future__ import annotations

from contextlib import suppress

from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Refused
from qjtask.storage.files.line_append import last_entry_of, line_end
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.logs.log_file import ends_whole
from qjtask.storage.postgres.addition import Addition
from qjtask.storage.postgres.database_content import LedgerContent
from qjtask.storage.postgres.database_plan import DatabasePlan
from qjtask.storage.postgres.plan_part import DatabasePart
from qjtask.storage.postgres.projecting import Projection, is_due, projection, projection_of_reports


class Change(NamedTuple):
    """The ledger after an addition, what is written of it beside, and how a last line that was torn ends."""

    after: LedgerContent | DatabasePart
    made: Projection
    end: bytes


def change_of_part(part: DatabasePart, addition: Addition) -> Change:
    """What comes of it where not all was fetched. Unfit where only all of it tells."""
    if addition.text is not None:
        raise Unfit
    return Change(*part.after([line for _, line in addition.lines]), b"")


def change_of_whole(source: DatabasePlan, seen: LedgerContent, addition: Addition) -> Change:
    """What comes of it where all is known."""
    lines = [line for _, line in addition.lines]
    end = line_end(last_entry_of(seen.log), ends_whole)
    after = seen.after(seen.version + 1, [end, *lines] if lines and end else lines, addition.text)
    plan = source.known_place.id
    if addition.text is None and not end and not is_due(seen.indexed, after.places):
        with suppress(Unfit, Refused):  # lines that are none stand in nobody's way
            plan_now, log = source.parsed_plan(seen.text), source.parsed_log(seen.log)
            return Change(after, projection_of_reports(plan_now, log, lines), end)
    made = projection(plan, after)
    return Change(after._replace(indexed=after.places if made.packed else None), made, end)
