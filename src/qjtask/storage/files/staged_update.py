"""An update of the plan that was begun: what a reader goes by until a writer has finished it.

The new plan is written beside the old one, and beside it the entries that go with it; then the
entries are appended to the log, and last the new plan takes the old one's place. From the first of
the entries in the log on the update counts. Before, it does not.
"""

from qjtask.core.log.entry import Entry
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import refuse
from qjtask.storage.files.ledger_files import LedgerFiles
from qjtask.storage.logs.log_file import Log, parse_log
from qjtask.storage.texts.source import decode

_REPLACES = b"# replaces "


class StagedUpdate(NamedTuple):
    """An update that was begun: the new plan's text, its entries, and the digest of the plan before."""

    text: str
    entries: tuple[Entry, ...]
    replaces: str

    def counts(self, log: Log) -> bool:
        """Whether its entries have begun to be in the log."""
        ours = {entry.id for entry in self.entries}
        return any(entry.id in ours for entry in log.entries)

    def missing(self, log: Log) -> tuple[Entry, ...]:
        """Its entries that the log has not got: the machine died while they were written."""
        written = {entry.id for entry in log.entries}
        return tuple(entry for entry in self.entries if entry.id not in written)

    def check_replaces(self, plan_text: str, files: LedgerFiles) -> None:
        """Refused when the plan was changed by hand after an update that counts and is not finished."""
        if self.replaces != _digest(plan_text):
            told = "上次的更新写到一半就中断了，计划后来又改过，不知道以哪一份为准"
            fix = f"更新后的计划在 {files.staged}：请把两份合成一份，存为 {files.plan.name}，再删去那一份"
            raise refuse(files.shown, told, fix)


def staged_update(files: LedgerFiles) -> StagedUpdate | None:
    """The update that was begun and is not finished; None when there is none."""
    if not files.is_staged:
        return None
    try:
        text = decode(files.staged.read_bytes(), files.shown)
        data = files.going_with_it.read_bytes()
    except FileNotFoundError:  # the new plan has its place meanwhile
        return None
    head, _, lines = data.partition(b"\n")
    return StagedUpdate(
        text, parse_log(lines, files.log_shown).entries, head.removeprefix(_REPLACES).decode()
    )


def head_line(plan_text: str) -> bytes:
    """The first line of the entries' file: which plan the update replaces."""
    return _REPLACES + _digest(plan_text).encode() + b"\n"


def _digest(text: str) -> str:
    from hashlib import sha256  # of updates only

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
