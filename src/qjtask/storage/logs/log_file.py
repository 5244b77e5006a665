"""The progress log read: one entry a line, what is not one told with its line, nothing dropped.

A line is `- ` and one JSON object. People may edit it too, so an entry in block or flow YAML is
understood as well; it is told, since the next hand should know. A log that as a whole cannot be
read is refused: it is not an empty log.
"""

import re
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path

from qjtask.core.log.digest import LogLine
from qjtask.core.log.entry import Entry
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.problem import Problem, Refused, refuse
from qjtask.storage.logs.entry_fields import BadEntry, NewerEntry, read_entry, read_newer
from qjtask.storage.logs.log_bytes import read_log_bytes
from qjtask.storage.logs.log_chunks import Chunk, chunks, is_ended
from qjtask.storage.logs.log_encoding import refuse_other_encodings
from qjtask.storage.logs.log_fields import FENCE, TORN, Unreadable, is_whole, read_fields
from qjtask.storage.logs.own_entry import own_entry

__all__ = ["FENCE", "Log", "ends_whole", "load_log", "parse_grown_log", "parse_log"]

_OWN = b"- {"  # how the program writes the beginning of a line


_LONG = 64
"""From so many lines on the pattern of the program's own spares more than it takes to compile it."""


class Log(NamedTuple):
    """The entries in the file's order, and what there is to tell about its other lines.

    An error does not count, a warning is odd. `newer` are lines of a kind or with a key that this
    version does not know, `data` the bytes that all was read from.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    newer: tuple[LogLine, ...] = ()
    data: bytes = b""

    def lines(self) -> list[LogLine]:
        """The entries' lines as they stand, those that this version does not know last."""
        entries = {entry.line: entry for entry in self.entries}
        told = [(entries.get(chunk.line), chunk.data) for chunk in chunks(self.data)]
        known = [LogLine(entry.id, entry.on, entry.at, text) for entry, text in told if entry]
        return [*known, *self.newer]


def load_log(path: Path, shown: str) -> Log:
    """Read the log at `path`; a log that was never written is empty. Refused when it cannot be read."""
    return parse_log(read_log_bytes(path, shown), shown)


def parse_log(data: bytes, shown: str, *, are_many: bool = False) -> Log:
    """Read a log's bytes: every line that does not count is told with its place.

    With `are_many` there are so many other logs that the pattern pays, however few lines this one has.
    Refused when it is saved in another encoding, or more of its lines than not are unreadable.
    """
    refuse_other_encodings(data, shown)
    pieces = list(chunks(data))
    reading = _Reading(shown, is_long=are_many or len(pieces) > _LONG)
    for piece in pieces:
        reading.read(piece, is_cut=piece is pieces[-1] and not is_ended(data))
    if reading.unreadable * 2 > len(pieces):
        told = f"{len(pieces)}条记录里有{reading.unreadable}条读不出来，不像是登记记录，什么也没有做"
        raise refuse(reading.problems[0].where, told, "请核对文件，或从备份、git 找回原来的记录")
    return Log(tuple(reading.entries), tuple(reading.problems), tuple(reading.newer), data)


def parse_grown_log(before: Log, data: bytes, shown: str) -> Log:
    """What `parse_log` makes of `data`, quickly where `before` is what it made of the beginning.

    Only what came since is read where it is the program's own lines after such lines alone.
    """
    if not _is_grown(before, data):
        return parse_log(data, shown)
    try:
        grown = parse_log(data[len(before.data) :], shown)
    except Refused:
        return parse_log(data, shown)  # its lines may be the fewer
    ids = {entry.id for entry in before.entries}
    if grown.problems or grown.newer or any(entry.id in ids for entry in grown.entries):
        return parse_log(data, shown)
    lines = len(before.data.splitlines())
    added = (entry._replace(line=entry.line + lines) for entry in grown.entries)
    return Log((*before.entries, *added), data=data)


def _is_grown(before: Log, data: bytes) -> bool:
    """Whether `data` begins with a log that holds the program's own lines alone, and goes on with one."""
    if before.problems or before.newer:
        return False
    is_own = before.data.startswith(_OWN) and before.data.endswith(b"\n")
    return is_own and data.startswith(_OWN, len(before.data)) and data.startswith(before.data)


class _Reading:
    """The pieces of a log, one after the other; of one that `is_long`, first by the program's own pattern."""

    def __init__(self, shown: str, *, is_long: bool = False) -> None:
        self._shown = shown
        self._is_long = is_long
        self._first: dict[str, Entry] = {}
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        self.newer: list[LogLine] = []
        self.unreadable = 0

    def read(self, piece: Chunk, *, is_cut: bool) -> None:
        """Take in a piece; one that `is_cut` lacks its line end."""
        try:
            entry = (own_entry(piece.data, piece.line) if self._is_long else None) or self._told_otherwise(
                piece
            )
        except Unreadable as bad:
            self.unreadable += not is_cut or b"\0" in piece.data
            self._tell(piece.line, TORN if is_cut else str(bad))
        except BadEntry as bad:
            self._tell(piece.line, str(bad))
        else:
            self._look_for_twin(entry)
            self.entries.append(entry)

    def _told_otherwise(self, piece: Chunk) -> Entry:
        fields = read_fields(piece.data)
        try:
            entry = read_entry(fields.values, piece.line)
        except NewerEntry:
            newer = read_newer(fields.values, piece.data)
            self.newer += [newer] if newer else []
            raise
        if fields.by_hand:
            self._tell(piece.line, "这一行是手写的 YAML，已按其内容计入", "请核对", is_warning=True)
        return entry if entry.id else entry._replace(id=_id_by_hand(piece.data))

    def _look_for_twin(self, entry: Entry) -> None:
        """Tell of an entry that has the number of another."""
        twin = self._first.setdefault(entry.id, entry)
        if twin is not entry:
            is_same = twin._replace(line=entry.line) == entry
            told = f"编号与第 {twin.line} 行的相同{'' if is_same else '而内容不同'}，只计一条"
            self._tell(entry.line, told, "请核对后只留一行", is_warning=is_same)

    def _tell(
        self, line: int, what: str, fix: str = "这一行原样留着，没有计入", *, is_warning: bool = False
    ) -> None:
        self.problems.append(Problem(f"{self._shown}:{line}:1", what, fix, is_warning))


def lines_known(data: bytes, odd: Collection[int]) -> list[LogLine]:
    """`Log.lines` of a log of which it is known that every piece is an entry but for those in `odd` lines."""
    found: list[LogLine] = []
    reading = _Reading("")
    for piece in chunks(data):
        line = None if piece.line in odd else _own_line(piece.data)
        if line:
            found.append(line)
            continue
        reading.read(piece, is_cut=False)
        found += [LogLine(entry.id, entry.on, entry.at, piece.data) for entry in reading.entries]
        reading.entries.clear()
    return [*found, *reading.newer]


_OWN_LINE = rb'- \{"id": "([0-9a-f]{16})", .*?"on": "(\d{4}-\d\d-\d\d)", "at": "([-+:T0-9]{25})"[,}]'
"""An entry in the program's own form. Nothing else in a line that is an entry can look like its days: within
a text quotation marks are escaped, and a measurement is a number.
"""


def _own_line(piece: bytes) -> LogLine | None:
    """The line of an entry in the program's own form, by its beginning; None for another form."""
    found = re.match(_OWN_LINE, piece)
    if not found:
        return None
    name, on, at = (part.decode() for part in found.groups())
    try:
        return LogLine(name, date.fromisoformat(on), datetime.fromisoformat(at), piece)
    except ValueError:
        return None


def ends_whole(data: bytes) -> bool:
    """Whether the last piece of a log says all that was written, be it without its line end."""
    pieces = [] if is_ended(data) else list(chunks(data))
    return not pieces or is_whole(pieces[-1].data)


def _id_by_hand(piece: bytes) -> str:
    """An id for an entry that a hand wrote without one: its content's, so that a merge may move its line."""
    from hashlib import blake2b

    return f"hand-{blake2b(piece, digest_size=8).hexdigest()}"
