"""What an index points into: pieces of a text and rows of a log, in memory or fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import pytest

from qjtask.storage.index.index_form import Unfit
from qjtask.storage.postgres.kept_bytes import (
    AppendedRows,
    FetchedRows,
    FetchedText,
    HeldRows,
    HeldText,
    text_content,
)

TEXT = bytes(range(256)) * 400
ROWS = [b"- 1\n", b"- 2\n", b"- 3\n"]
SPANS = [(0, 0), (2, 5), (5, 5), (2, 5), (7, 9)]


class Server:
    """Answers as the statements for pieces do."""

    def __init__(self) -> None:
        self.asked: list[list[tuple[int, int]]] = []

    def text(self, _: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        firsts, sizes, *_rest = values
        self.asked.append(list(zip(firsts, sizes, strict=True)))
        return [(first, size, memoryview(TEXT[first : first + size])) for first, size in self.asked[-1]]

    def rows(self, _: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        pairs = list(zip(values[0], values[1], strict=True))
        found = [(first, size, b"".join(ROWS[first : first + size])) for first, size in pairs]
        return [(first, size, memoryview(piece)) for first, size, piece in found if piece]


def known(checksum: int = crc32(TEXT)) -> Any:
    return text_content(len(TEXT), checksum, 1, 7)


def test_pieces_of_a_text_are_the_same_wherever_it_is() -> None:
    server = Server()
    held, fetched = HeldText(TEXT, 1, 7), FetchedText(server.text, "", (1, 7), known())
    assert held.content == fetched.content
    assert held.pieces(SPANS) == fetched.pieces(SPANS) == [TEXT[begin:end] for begin, end in SPANS]
    assert server.asked == [[(2, 3), (7, 2)]]


def test_of_many_pieces_the_whole_is_fetched_and_must_be_the_known_one() -> None:
    server, many = Server(), [(number, number + 1) for number in range(9)]
    assert FetchedText(server.text, "", (1, 7), known()).pieces(many) == [
        TEXT[one : one + 1] for one in range(9)
    ]
    assert server.asked == [[(0, len(TEXT))]]
    with pytest.raises(Unfit):
        FetchedText(server.text, "", (1, 7), known(0)).pieces(many)


def test_rows_are_the_same_wherever_they_are() -> None:
    held, fetched = HeldRows(b"".join(ROWS), 3, 1), FetchedRows(Server().rows, "", 3, 1)
    spans = [(0, 1), (1, 3), (3, 3), (0, 3)]
    assert held.content == fetched.content
    assert held.pieces(spans) == fetched.pieces(spans) == [ROWS[0], b"- 2\n- 3\n", b"", b"".join(ROWS)]
    assert held.lengths(b"- 2\n- 3\n") == fetched.lengths(b"- 2\n- 3\n") == [1, 1]


def test_what_is_about_to_be_appended_is_read_as_if_it_were_there() -> None:
    more = AppendedRows(
        AppendedRows(FetchedRows(Server().rows, "", 3, 1), [b"- 4\n"], 1), [b"- 5\n", b"- 6\n"], 1
    )
    assert more.size == 6
    assert more.content == HeldRows(b"".join([*ROWS, b"- 4\n- 5\n- 6\n"]), 6, 1).content
    assert more.pieces([(2, 5), (0, 1), (4, 6)]) == [b"- 3\n- 4\n- 5\n", b"- 1\n", b"- 5\n- 6\n"]


def test_a_server_that_lacks_a_row_does_not_fit() -> None:
    with pytest.raises(Unfit):
        FetchedRows(Server().rows, "", 9, 1).pieces([(5, 6)])


def test_a_line_in_two_rows_does_not_fit() -> None:
    with pytest.raises(Unfit):
        HeldRows(b"- 1 # \xe6\x9c\xaa\n- 2\n", 3, 1)
