"""A log's bytes cut into pieces, whatever its line ends and wherever its list begins."""

from __future__ import annotations

import pytest

from qjtask.storage.logs.log_chunks import chunks, is_ended

ONE, TWO = b'- {"id": "a"}', b'- {"id": "b"}'
BLOCK = b"- id: c\n  item: 9.2\n  evidence:\n  - a.pdf"


def cut(data: bytes) -> list[tuple[int, bytes]]:
    return [(piece.line, piece.data) for piece in chunks(data)]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("last", [True, False])
def test_a_line_ends_as_on_any_system(end: bytes, *, last: bool) -> None:
    data = ONE + end + end + TWO + (end if last else b"")
    assert cut(data) == [(1, ONE), (3, TWO)]


def test_what_is_appended_to_a_log_of_another_system_is_a_piece_of_its_own() -> None:
    assert cut(ONE + b"\r" + TWO + b"\n") == [(1, ONE), (2, TWO)]


@pytest.mark.parametrize("margin", [b"  ", b"    "])
def test_an_indented_list_is_set_back_to_the_margin(margin: bytes) -> None:
    indented = b"".join(margin + line + b"\n" for line in (ONE, *BLOCK.split(b"\n"), TWO))
    assert cut(b"# 2021\n\n" + indented) == [(3, ONE), (4, BLOCK), (8, TWO)]


def test_what_was_appended_at_the_margin_belongs_to_an_indented_list() -> None:
    assert cut(b"  " + ONE + b"\n" + TWO + b"\n") == [(1, ONE), (2, TWO)]


def test_a_list_within_an_entry_is_no_entry() -> None:
    assert cut(BLOCK + b"\n" + ONE + b"\n") == [(1, BLOCK), (5, ONE)]


def test_a_comment_after_an_entry_is_no_part_of_it() -> None:
    """The id of an entry that a hand wrote without one is made of its piece."""
    assert cut(BLOCK + b"\n# next\n\n" + ONE + b"\n") == [(1, BLOCK), (7, ONE)]


def test_nothing_is_cut_from_nothing() -> None:
    assert cut(b"") == cut(b"\xef\xbb\xbf") == cut(b"\n \n# 2021\n") == []


@pytest.mark.parametrize(
    ("data", "ended"),
    [
        (b"", True),
        (b"\xef\xbb\xbf", True),
        (ONE, False),
        (ONE + b"\n", True),
        (ONE + b"\r", True),
        (ONE + b"\r\n", True),
        (ONE + b" ", False),
    ],
)
def test_a_last_line_is_ended_or_not(data: bytes, *, ended: bool) -> None:
    assert is_ended(data) is ended
