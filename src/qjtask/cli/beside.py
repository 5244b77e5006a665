"""The files that lie beside a plan and belong to it: contacts, secrets, deliveries, holidays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qjtask.storage.ledger import beside_log

if TYPE_CHECKING:
    from qjtask.cli.desk import Desk


class Beside(NamedTuple):
    """A file that belongs to the plan, and how messages name it."""

    path: Path
    shown: str


def beside(desk: Desk, kind: str) -> Beside:
    """The plan's file of a kind, as "contacts" for contacts.yaml; it need not be there."""
    log = desk.ledger.log_path
    return Beside(log.with_name(beside_log(log.name, kind)), beside_log(desk.ledger.log_shown, kind))
