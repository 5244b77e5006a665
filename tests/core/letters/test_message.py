"""Messages: what each way says, and a long letter cut by bytes without losing a character."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.letters.message import MOST_PIECES, Message, pieces
from qjtask.core.letters.reminder import Letter, reminder
from qjtask.core.time.span import Span
from tests.core.plans import item, plan, standing


def utf8(text: str) -> int:
    return len(text.encode())


def unmarked(cut: tuple[str, ...]) -> str:
    """The pieces' text without marks, breaks and blanks: what must not change."""
    bodies = [piece.partition("\n")[2] for piece in cut] if len(cut) > 1 else list(cut)
    return "".join("".join(bodies).split())


def letter(title: str = "工作计划") -> Letter:
    made = plan(item("9.1"), item("9.2", deadline="持续推进"))
    return reminder(made, standing(made), date(2021, 6, 10), Span(7, "d"))._replace(title=title)


def test_a_short_text_is_one_piece_without_a_mark() -> None:
    assert pieces(["甲", "乙"], 7, utf8) == ("甲\n乙",)


def test_a_long_one_is_cut_between_lines_and_marked() -> None:
    lines = [f"第{number}行" + "字" * 10 for number in range(6)]
    cut = pieces(lines, 115, utf8)
    assert [piece.split("\n")[0] for piece in cut] == [f"工作提醒（{i}/3）" for i in (1, 2, 3)]
    assert all(utf8(piece) <= 115 for piece in cut)
    assert [line for piece in cut for line in piece.split("\n")[1:]] == lines


def test_limits_count_bytes_not_characters() -> None:
    assert len(pieces(["字" * 20], 60, utf8)) == 1
    assert len(pieces(["字" * 20], 59, utf8)) == 2


def test_a_line_too_long_for_a_piece_is_cut_between_characters() -> None:
    cut = pieces(["头", "🀄字" * 100, "尾"], 64, utf8)
    assert all(utf8(piece) <= 64 for piece in cut)
    assert unmarked(cut) == "头" + "🀄字" * 100 + "尾"


def test_more_than_nine_pieces_have_room_for_their_mark() -> None:
    cut = pieces(["字" * 1000], 60, utf8)
    assert len(cut) > 9
    assert cut[-1].startswith(f"工作提醒（{len(cut)}/{len(cut)}）")
    assert all(utf8(piece) <= 60 for piece in cut)


def test_no_piece_begins_or_ends_with_a_blank_line() -> None:
    cut = pieces(["", "字" * 8, "", "", "字" * 8, ""], 50, utf8)
    assert len(cut) > 1
    assert all(not piece.partition("\n")[2].startswith("\n") for piece in cut)
    assert all(not piece.endswith("\n") for piece in cut)


def test_a_limit_without_room_is_the_callers_mistake() -> None:
    with pytest.raises(ValueError, match="room"):
        pieces(["字" * 100], 10, utf8)


def test_more_pieces_than_a_log_keeps_are_the_callers_mistake() -> None:
    assert len(pieces(["字"] * MOST_PIECES, len("工作提醒（9999/9999）\n") + 1, len)) == MOST_PIECES
    with pytest.raises(ValueError, match="too many"):
        pieces(["字"] * (MOST_PIECES + 1), len("工作提醒（9999/9999）\n") + 1, len)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60), max_size=40),
    st.integers(60, 400),
    st.booleans(),
)
def test_nothing_is_lost_and_no_limit_passed(lines: list[str], limit: int, as_json: bool) -> None:
    def size(text: str) -> int:
        return utf8(json.dumps(text, ensure_ascii=False)) if as_json else utf8(text)

    cut = pieces(lines, limit, size)
    assert all(size(piece) <= limit for piece in cut)
    assert unmarked(cut) == "".join("".join(lines).split())
    if len(cut) > 1:
        assert [piece.split("\n")[0] for piece in cut] == [
            f"工作提醒（{i}/{len(cut)}）" for i in range(1, len(cut) + 1)
        ]


def test_the_subject_names_title_unit_and_week() -> None:
    assert Message("审批科", letter()).subject == "工作计划（审批科，2021年第23周）"
    assert Message("", letter()).subject == "工作计划（全部单位，2021年第23周）"


@pytest.mark.parametrize("bad", ["a\nBcc: x@y.cn", "a\r\nb", "a\x00b", "a\u2028b", "a\u202eb", "a\x85b"])
def test_a_name_with_a_break_stays_on_its_line(bad: str) -> None:
    message = Message(bad, letter(title=bad))
    assert message.subject.isprintable()
    assert len(message.chat) == len(Message("x", letter()).chat)
    assert "𱍐　字" in Message("𱍐　字", letter()).subject  # a character newer than this Python stays
    assert all(line.isprintable() for line in (*message.chat, *message.plain.splitlines()))


def test_a_chat_says_what_the_letter_says_one_thing_a_line() -> None:
    chat = Message("", letter()).chat
    assert "- 9.1 2021-06-30 剩20天：做好9.1（牵头：区行政服务中心）" in chat
    assert "- 9.2 静默76天：做好9.2（牵头：区行政服务中心）" in chat
    assert chat[-1] == letter().total


def test_equal_words_have_equal_digests_and_others_do_not() -> None:
    assert Message("审批科", letter()).digest == Message("审批科", letter(), html="x").digest
    assert Message("审批科", letter()).digest != Message("法规科", letter()).digest
    assert Message("审批科", letter()).digest != Message("审批科", letter(title="x")).digest
