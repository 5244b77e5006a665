"""What letters say beside their content, as the plan's `letter` wants it, and without it."""

from __future__ import annotations

import pytest

from qjtask.core.layout.document import Paragraph
from qjtask.core.letters.letterhead import address_words, contact_note, contact_words, notice_words
from qjtask.core.letters.message import Message
from qjtask.core.letters.reminder import reminder
from qjtask.core.letters.reminder_text import letter_text
from qjtask.core.plan.plan import Letterhead
from qjtask.render.letter_html import letter_html
from tests.core.letter_samples import TABLE
from tests.core.plans import day, plan, shipped, span, standing

HEAD = Letterhead(to="各科室", contact="张三 023-12345678")
TO, CONTACT = "各科室：", "联系人：张三 023-12345678"


@pytest.mark.parametrize(
    ("typed", "address"),
    [("各科室", TO), (" 各科室： ", TO), ("各科室:", TO), ("", "各责任单位："), ("  ", "各责任单位：")],
)
def test_a_letter_opens_with_whom_it_is_for(typed: str, address: str) -> None:
    assert address_words(Letterhead(to=typed), "责任单位") == address


def test_what_names_nobody_says_nothing() -> None:
    assert (
        address_words(Letterhead()),
        contact_words(Letterhead(contact=" ")),
        contact_note(Letterhead()),
    ) == (
        "",
        "",
        (),
    )


@pytest.mark.parametrize(
    "typed", ["张三 023-12345678", " 联系人：张三 023-12345678", "联系人:张三 023-12345678"]
)
def test_whom_to_ask_stands_in_brackets_under_the_day(typed: str) -> None:
    assert contact_words(Letterhead(contact=typed)) == CONTACT
    assert contact_note(Letterhead(contact=typed)) == (Paragraph(f"（{CONTACT}）"),)


def test_a_notice_goes_by_its_title_and_its_number() -> None:
    assert notice_words(shipped()) == (
        "《2021年重庆市黔江区交通局政务服务工作任务分解》（黔江交通发〔2021〕96号）"
    )
    within = plan()._replace(title="落实《政府工作报告》任务分工", document=" ")
    assert notice_words(within) == "《落实〈政府工作报告〉任务分工》"


def test_a_reminder_to_all_is_addressed_and_says_whom_to_ask() -> None:
    of = TABLE._replace(letter=HEAD)
    letter = reminder(of, standing(of), day("06-10"), span("7d"))
    lines = list(letter_text(letter))
    assert lines[2:5] == ["", TO, ""]
    assert lines[-1] == CONTACT
    assert letter.closing == (letter.total, CONTACT)
    assert Message("", letter).chat[2] == TO
    drawn = letter_html(letter)
    assert drawn.index(TO) < drawn.index("审批科") < drawn.index(CONTACT)


def test_a_unit_s_own_reminder_goes_to_it_alone() -> None:
    of = TABLE._replace(letter=HEAD)
    whole = reminder(of, standing(of), day("06-10"), span("7d"))
    own = reminder(of, standing(of), day("06-10"), span("7d"), ("审批科",))
    alone = whole.alone(whole.sections[0])
    for letter in (own, alone):
        message = Message("审批科", letter, letter_html(letter))
        for words in (message.plain, "\n".join(message.chat), message.html):
            assert TO not in words
            assert CONTACT in words
