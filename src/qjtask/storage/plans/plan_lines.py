"""The lines of a YAML file that need no YAML parser: `key: value`, `- value`, comments, nothing.

What means the same to every YAML reader is taken, and nothing else: no sign that may mean something at the
start of a text, no escape, no text over several lines, no tab.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, repeat
from operator import length_hint

from qjtask.core.text.patterns import compiled

_NO_START = frozenset(" -:#]},?&*!|>%@`~")
"""Signs that may mean something to YAML at the start of a text."""

_QUOTES = frozenset("\"'")
_MARKED = _NO_START | _QUOTES | {"[", "{", ""}
_CLOSING = {"[": "]", "{": "}"}
_APART = frozenset(":#[]{}?")
"""Signs that stand within brackets between quotation marks only."""

_QUOTED = r"\"[^\"\\]*+\"|'(?:[^']++|'')*+'"
_QUOTED_ALONE = rf"({_QUOTED})[ ]*+(?:(?<=[ ])#.*+)?"
_NAME = rf"(?:[^ :#\[\]{{}}?,\"'][^:#\[\]{{}}?,\"']*+|{_QUOTED})"
_NAMES = rf"{_NAME}(?:, *{_NAME})*+"
_PAIR = rf"([a-z_]+): ({_NAME}|\[[^\]]*+\])(, *|$)"

_NULLS = frozenset({"null", "Null", "NULL"})  # a plain text never begins with ~ here
_LONGEST_KEY = 1000  # characters; YAML looks for the colon of a key no further than 1024
_CHUNK = 1 << 16  # characters whose lines are held at once

END = "\n"
"""What comes after the last line; no line is the same."""


class Irregular(Exception):  # noqa: N818 - the event walk's turn
    """Something is out of the ordinary."""


class PlanLines:
    """A text's lines from that at some place on, then `END` for ever; they are gone through once.

    `number` is that of the line given last.
    """

    def __init__(self, text: str, begin: int = 0) -> None:
        self._text = text
        self._read = text.count("\n", 0, begin)
        self._left: Iterator[str] = iter(())
        self._lines = chain(chain.from_iterable(self._chunks(begin)), repeat(END))

    def __iter__(self) -> Iterator[str]:
        return self._lines

    @property
    def number(self) -> int:
        """That of the line given last."""
        return self._read - length_hint(self._left)

    def _chunks(self, at: int) -> Iterator[Iterator[str]]:
        """The lines, of which but so many are held at once."""
        text = self._text
        while at < len(text):
            end = text.find("\n", at + _CHUNK)
            end = len(text) if end < 0 else end
            lines = text[at:end].split("\n")
            self._read += len(lines)
            self._left = iter(lines)
            yield self._left
            at = end + 1


def says_nothing(text: str) -> bool:
    """Whether there is nothing, or only a comment, on a line or after a colon and a blank."""
    begin = text.lstrip(" ")[:1]
    return not begin or (begin == "#" and _ordinary(text))


def _ordinary(text: str) -> bool:
    """True. Irregular where a text holds a tab, another line end, or a sign that YAML forbids."""
    if not text.isprintable() and not text.replace("\u3000", "").isprintable():
        raise Irregular
    return True


def value_in(text: str) -> str:
    """The value that stands after a colon or a dash, as it is written, without the comment behind it."""
    if text[:1] in _QUOTES:
        found = compiled(_QUOTED_ALONE).fullmatch(text)  # what looks like a comment may stand in it
        value = found[1] if found else ""
    else:
        value = text.partition(" #")[0].rstrip(" ")
    if not (value and _is_one(value) and _ordinary(text)):
        raise Irregular
    return value


def _is_one(value: str) -> bool:
    """Whether YAML takes it for one value: closed brackets, quotation marks, or a plain text."""
    first, last = value[0], value[-1]
    if first in _CLOSING:
        return last == _CLOSING[first]
    return first in _QUOTES or (first not in _NO_START and last != ":" and ": " not in value)


def is_plain(text: str) -> bool:
    """Whether all of it is a text that no sign makes anything else of, as most are."""
    return (
        text[:1] not in _MARKED
        and ":" not in text
        and "#" not in text
        and text[-1] != " "
        and text.isprintable()
        and text not in _NULLS
    )


def text_in(text: str) -> str:
    """The text that stands after a colon or a dash, without its quotation marks."""
    if is_plain(text):
        return text
    value = value_in(text)
    first = value[0]
    if first == '"':
        return value[1:-1]
    if first == "'":
        return value[1:-1].replace("''", "'")
    if first in "[{" or value in _NULLS:
        raise Irregular
    return value


term_in = lru_cache(maxsize=4096)(text_in)
"""The same for texts of which a plan has few."""


def bare_in(text: str) -> str:
    """What stands after a colon, without quotation marks: its text, if that is digits, letters, . and -."""
    return text[1:-1] if text[0] == text[-1] in "\"'" else text


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[str, ...]:
    """The names of a list in []."""
    is_whole = text[-1] == "]" and "#" not in text  # each of its names is looked at by itself
    value = text if is_whole else value_in(text)
    names = value[1:-1]
    if value[0] != "[":
        raise Irregular
    if '"' not in names and "'" not in names:
        return tuple(map(_bare_name, names.split(","))) if names else ()
    if not compiled(_NAMES).fullmatch(names):
        raise Irregular
    return tuple(name_in(name.strip(" ")) for name in compiled(_NAME).findall(names))


@lru_cache(maxsize=4096)
def _bare_name(text: str) -> str:
    """The name that stands in a list without quotation marks."""
    if not _APART.isdisjoint(text):
        raise Irregular
    return name_in(text.strip(" "))


@lru_cache(maxsize=4096)
def name_in(text: str) -> str:
    """The name that stands after a dash, or in a list."""
    name = text_in(text).strip()
    if not name:
        raise Irregular
    return name


@lru_cache(maxsize=4096)
def key_in(text: str) -> str:
    """The name that stands before a colon."""
    if len(text) > _LONGEST_KEY or ":" in text or "#" in text or text.endswith(" "):
        raise Irregular
    return name_in(text)


def pairs_in(text: str) -> list[tuple[str, str]]:
    """The keys and values of a mapping in {}."""
    value = value_in(text)
    found = compiled(_PAIR).findall(value[1:-1])
    size = sum(len(key) + len(": ") + len(one) + len(end) for key, one, end in found)
    if value[0] != "{" or size != len(value) - len("{}"):
        raise Irregular
    return [(key, one) for key, one, _ in found]
