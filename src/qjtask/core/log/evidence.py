"""The evidence that entries name, each path with what its files were when it was reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from qjtask.core.log.entry import Entry
from qjtask.core.named_tuple import NamedTuple


class Reported(NamedTuple):
    """A path given as evidence, and the `digests` of its files, by name, as the last report had them.

    The `entry` is that report; where none kept a digest, the first that names the path. A link, a file
    that was missing and whatever older versions wrote have no digest.
    """

    path: str
    entry: Entry
    digests: Mapping[str, str]


def evidence_of(entries: Iterable[Entry]) -> list[Reported]:
    """The paths that the entries, oldest first, give as evidence: each once, in the order of first naming."""
    found: dict[str, Reported] = {}
    for entry in entries:
        for path in entry.evidence:
            if not path.strip():
                continue
            digests = digests_under(path, entry.sha256)
            if digests or path not in found:
                found[path] = Reported(path, entry, digests)
    return list(found.values())


def digests_under(path: str, digests: Mapping[str, str]) -> dict[str, str]:
    """The digests of one path: its own as a file, or those of the files in it."""
    return {name: digest for name, digest in digests.items() if name == path or name.startswith(inner(path))}


def inner(path: str) -> str:
    """What the names of the files in a folder begin with."""
    return f"{path.rstrip('/')}/"
