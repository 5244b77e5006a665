"""What tells a file from what it was, and from what took its place."""

import os

from qjtask.core.named_tuple import NamedTuple

_TICK = 2_000_000_000
"""Nanoseconds in which a disk may give two changes one time: two seconds on the coarsest."""


_64_BITS = 2**64 - 1


class Stamp(NamedTuple):
    """A file's size, times and place on the disk: of a longer number the last 64 bits."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int
    device: int

    def is_settled(self, seen_ns: int) -> bool:
        """Whether a change must show after it was seen at that moment: its times are of an earlier tick."""
        return max(self.mtime_ns, self.ctime_ns) + _TICK < seen_ns


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp of a file that was looked at."""
    inode, device = found.st_ino & _64_BITS, found.st_dev & _64_BITS
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, inode, device)


def stamp(path: str) -> Stamp | None:
    """The stamp of the file at `path`; None where there is none, or it cannot be looked at."""
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116 - hundreds of plans are looked at
    except OSError:
        return None
