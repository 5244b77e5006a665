"""The words of a message: a letter as mail and as chat, and a long one cut to pieces by bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from qjtask.core.letters.reminder import Letter, ReminderLine
from qjtask.core.letters.reminder_text import letter_text
from qjtask.core.named_tuple import NamedTuple
from qjtask.core.text.signs import with_unseen

WHOLE = "全部单位"
"""What the letter with every unit's section is called where another names its unit."""

MOST_PIECES = 9_999
"""More is no message: at twenty a minute it would be on its way for eight hours."""

KEYWORD = "工作提醒"
"""Every title of a letter has it, and every piece: 钉钉 and 飞书 let robots ask for a word."""


class Message(NamedTuple):
    """What one address gets: a letter, and the unit whose letter it is ("" for that of all units).

    `html` is the letter drawn for a mail.
    """

    unit: str
    letter: Letter
    html: str = ""

    @property
    def shown(self) -> str:
        """Whose letter it is, for people."""
        return self.unit or WHOLE

    @property
    def subject(self) -> str:
        """The mail's subject, one line whatever stands in the plan."""
        return _on_one_line(f"{self.letter.title}（{self.shown}，{self.letter.week}）")

    @property
    def plain(self) -> str:
        """The letter folded for a mail, its lines ending in a newline."""
        return "".join(f"{_on_one_line(line)}\n" for line in letter_text(self.letter))

    @property
    def chat(self) -> tuple[str, ...]:
        """The letter's lines for a chat, which folds them itself."""
        return tuple(_on_one_line(line) for line in _chat_lines(self.letter))

    @property
    def digest(self) -> str:
        """A short name of the words: equal ones have the same, whatever else is in the log."""
        words = self._replace(letter=self.letter._replace(sign="")).chat
        return sha256("\n".join((self.unit, *words)).encode("utf-8", "replace")).hexdigest()[:16]


def _on_one_line(text: str) -> str:
    """A break, a control or a mark of direction becomes a space: no header can be made of it."""
    return with_unseen(text, lambda _: " ")


def _chat_lines(letter: Letter) -> Iterator[str]:
    yield letter.title
    yield letter.dated
    if letter.to:
        yield letter.to
    for section in letter.sections:
        yield ""
        yield f"【{section.unit}】"
        for part in section.parts:
            yield part.heading
            yield from map(_chat_line, part.lines)
    yield ""
    yield from letter.closing


def _chat_line(line: ReminderLine) -> str:
    by = f"{line.by} " if line.by else ""
    return f"- {line.shown_id} {by}{line.days}：{line.told}"


# Pieces -------------------------------------------------------------------------------------------


def pieces(lines: Sequence[str], limit: int, size: Callable[[str], int]) -> tuple[str, ...]:
    """The lines as texts of at most `limit` by `size`, cut between lines, marked （1/3） when several.

    `size` gives the bytes that a text takes on its way; it must not shrink when a text grows. The
    mark counts, and has the word that a robot may want to find in each message. A line too long for
    a piece of its own is cut between two characters. A limit without room for the mark and a
    character, or one that makes more than MOST_PIECES, is the caller's mistake: ValueError.
    """
    whole = "\n".join(lines)
    if size(whole) <= limit:
        return (whole,)
    for digits in range(1, len(str(MOST_PIECES)) + 1):
        widest = _mark(10**digits - 1, 10**digits - 1)
        bodies = list(_filled(lines, _within(limit, size, widest)))
        if len(bodies) < 10**digits:
            return tuple(_mark(i, len(bodies)) + body for i, body in enumerate(bodies, 1))
    message = f"{len(bodies)} pieces are too many"
    raise ValueError(message)


def _within(limit: int, size: Callable[[str], int], mark: str) -> Callable[[str], bool]:
    return lambda text: size(mark + text) <= limit


def _mark(number: int, total: int) -> str:
    return f"{KEYWORD}（{number}/{total}）\n"


def _filled(lines: Sequence[str], fits: Callable[[str], bool]) -> Iterator[str]:
    """Bodies as full as whole lines make them; blank lines at their ends are dropped."""
    body: str | None = None
    for line in (part for one in lines for part in _cut(one, fits)):
        joined = line if body is None else f"{body}\n{line}"
        if body is not None and not fits(joined):
            yield body.rstrip("\n")
            joined = line
        body = joined or None  # a piece does not begin with a blank line
    if body is not None:
        yield body.rstrip("\n")


def _cut(line: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """A line that fits, or its parts, each as long as fits."""
    while not fits(line):
        low, high = 0, len(line)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if fits(line[:middle]) else (low, middle)
        if low == 0:
            message = "the limit has no room for a single character"
            raise ValueError(message)
        yield line[:low]
        line = line[low:]
    yield line
