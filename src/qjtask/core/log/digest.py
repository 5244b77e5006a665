"""A digest of the log up to a day: by it a letter can be held against the ledger later."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from unicodedata import normalize

from qjtask.core.named_tuple import NamedTuple

SIGNS = 8
"""How much of the digest stands under a letter: 32 bits, one wrong guess in four thousand million."""

_EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""The digest of no lines."""


class LogLine(NamedTuple):
    """A line as it stands in the log, without its line end; of an entry that this version may not know."""

    id: str
    on: date
    at: datetime
    text: bytes


class Comparison(NamedTuple):
    """What a letter's digest says of the log. `since` are the lines of those days written after the letter.

    Where it does not `agree`, lines that the letter was made from were changed, lost or added to.
    """

    agrees: bool
    since: tuple[LogLine, ...] = ()


def log_digest(lines: Iterable[LogLine], day: date) -> str:
    """The digest (SHA-256, hexadecimal) of the set of lines whose reports happened by `day`.

    The order of the file is no part of it, nor is a line that a merge brought twice: the lines count in
    the order in which they were written, each once, so it is the same in every copy of the log.
    """
    grown = [digest for _, digest in _growing(lines, day)]
    return grown[-1] if grown else _EMPTY


def signs(digest: str) -> str:
    """The part of a digest that stands under a letter."""
    return digest[:SIGNS].upper()


def is_sign(typed: str) -> bool:
    """Whether what a person typed can be the beginning of a digest."""
    word = _plain(typed)
    return SIGNS <= len(word) <= 64 and set(word) <= set("0123456789abcdef")


def compare(lines: Iterable[LogLine], day: date, typed: str) -> Comparison:
    """Hold the digest of a letter made for `day` against the log.

    What was written since the letter, of days up to its own, is no change of what it was made from: the
    digest is compared with that of the lines up to every moment of writing.
    """
    word = _plain(typed)
    found = list(_growing(lines, day))
    if _EMPTY.startswith(word):
        return Comparison(agrees=True, since=tuple(line for line, _ in found))
    for number, (_, digest) in enumerate(found, 1):
        if digest.startswith(word):
            return Comparison(agrees=True, since=tuple(line for line, _ in found[number:]))
    return Comparison(agrees=False)


def _growing(lines: Iterable[LogLine], day: date) -> Iterator[tuple[LogLine, str]]:
    """Each line in the order of writing, with the digest of those up to it."""
    from hashlib import sha256  # OpenSSL, for letters only

    told = {sha256(line.text).digest(): line for line in lines if line.on <= day}
    growing = sha256()
    for own, line in sorted(told.items(), key=lambda one: (one[1].at, one[1].id, one[0])):
        growing.update(own)
        yield line, growing.hexdigest()


def _plain(typed: str) -> str:
    return normalize("NFKC", typed).strip().lower()
