"""Work that is to be finished though its targets are missed: only by saying why."""

from collections.abc import Collection, Iterator, Mapping

from qjtask.core.log.entry import Entry
from qjtask.core.log.fold import Status
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.plan.ids import item_id_of, milestone_number
from qjtask.core.problem import Problem
from qjtask.core.standing.row import Row
from qjtask.core.standing.target_marks import joined_marks, missed_targets
from qjtask.core.text.signs import is_blank

_FINISHED = (Status.DONE, Status.REPORTED)


class Consent(NamedTuple):
    """Whether a person wants it all the same (`--anyway`), and the reason that he gives."""

    anyway: bool
    reason: str


def unmet_targets(
    finishing: Collection[Entry], before: Mapping[str, Row], after: Mapping[str, Row], consent: Consent
) -> Iterator[Problem]:
    """One problem for each item that the entries would finish with a missed target, unless that is explained.

    `before` and `after` are the rows of what is marked without and with the entries.
    """
    told: set[str] = set()
    for entry in finishing:
        item_id, row = item_id_of(entry.item), after[entry.item]
        is_finished = before[entry.item].status not in _FINISHED and row.status in _FINISHED
        if milestone_number(entry.item) is not None or item_id in told or not is_finished:
            continue
        told.add(item_id)
        missed = missed_targets(row)
        if missed and not consent.anyway:
            fix = "请核对实绩；确要登记完成，请加 --anyway，并用 --note 写明原因"
            yield Problem(entry.item, joined_marks(missed), fix)
        elif missed and is_blank(consent.reason):
            yield Problem(
                entry.item, f"{joined_marks(missed)}，没有写原因", "请在说明（填报表的进展）里写明原因"
            )
