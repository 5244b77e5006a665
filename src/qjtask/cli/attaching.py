"""Evidence as commands meet it: what stands there when it is reported, and what has become of it since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from qjtask.core.log.bounds import MOST
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Objection, Problem

if TYPE_CHECKING:
    from qjtask.cli.session import Session
    from qjtask.core.log.entry import Entry
    from qjtask.core.log.evidence import Reported
    from qjtask.storage.evidence.evidence_digests import DigestOf
    from qjtask.storage.evidence.evidence_files import Found
    from qjtask.storage.ledger import Ledger


class Attached(NamedTuple):
    """The digests of evidence that is about to be reported, by file name, and what is doubtful about it."""

    digests: Mapping[str, str] = {}
    doubts: tuple[Problem, ...] = ()

    def to(self, entry: Entry) -> Entry:
        """The entry with the digests of its own evidence."""
        if not self.digests:
            return entry
        from qjtask.core.log.evidence import digests_under

        own = [digests_under(path, self.digests) for path in entry.evidence]
        return entry._replace(sha256={name: digest for one in own for name, digest in one.items()})


def attach(reports: Iterable[tuple[str, Sequence[str]]], ledger: Ledger) -> Attached:
    """Look at the evidence of each report, after the place that names it, before the ledger is locked.

    What stands in none of the folders of `report evidence` is a doubt, and reported all the same.
    """
    from qjtask.storage.evidence.evidence_digests import file_digest
    from qjtask.storage.evidence.evidence_files import homes

    places, digest = homes(ledger.folder, Path.cwd()), cache(file_digest)
    found = [_attached(where, paths, places, digest) for where, paths in reports]
    digests = {name: digest for one in found for name, digest in one.digests.items()}
    return Attached(digests, tuple(doubt for one in found for doubt in one.doubts))


def _attached(where: str, paths: Sequence[str], places: Sequence[Path], digest: DigestOf) -> Attached:
    from qjtask.core.letters.evidence_list import Finding
    from qjtask.storage.evidence.evidence_digests import take_digests
    from qjtask.storage.evidence.evidence_files import find

    digests: dict[str, str] = {}
    doubts = []
    for path in paths:
        found = find(path, places)
        if found.finding is Finding.MISSING:
            told = f"台账文件夹里没有“{path}”这个文件，路径照登"
            doubts.append(Problem(where, told, "请核对", is_warning=True))
        try:
            digests |= take_digests(path, found, MOST - len(digests), digest)
        except Objection as objection:
            doubts.append(objection.at(where)._replace(is_warning=True))
    return Attached(digests, tuple(doubts))


def evidence_now(reported: Iterable[Reported], session: Session) -> list[dict[str, Found]]:
    """What stands at each path now, by name, looked for in the ledger's folders and in the one worked in.

    A file that many reports name is read once.
    """
    from qjtask.storage.evidence.evidence_digests import compared, file_digest
    from qjtask.storage.evidence.evidence_files import find, homes

    places = homes(session.ledger.folder, Path.cwd())
    look, digest = cache(lambda path: find(path, places)), cache(file_digest)
    return [compared(one, look(one.path), digest) for one in reported]
