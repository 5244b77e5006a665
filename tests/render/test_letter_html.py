"""The mail's HTML part: the letter's words, well formed, nothing loaded, nothing run."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from lxml import html

from qjtask.core.letters.reminder import Letter, ReminderLine, ReminderPart, UnitSection, reminder
from qjtask.core.standing.light import Reason
from qjtask.core.time.span import Span
from qjtask.render.letter_html import letter_html
from tests.core.plans import shipped, standing

HOSTILE = "<script>alert(1)</script><img src=http://x onerror=x>\" '&amp; ]]> \x1b[31m \u202e尾\n行"


def letter(text: str = "全程网办") -> Letter:
    line = ReminderLine("9.2", date(2021, 6, 30), text, text, text, Reason.DUE_SOON)
    section = UnitSection(
        text,
        (ReminderPart(text, (line, ReminderLine("9.4", None, "静默76天", "另一项", "", Reason.SILENT))),),
    )
    return Letter(text, date(2021, 6, 10), date(2021, 6, 17), (section,), 0, 0, 1, 1)


class Tags(HTMLParser):
    """Holds that every element is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not {name for name, _ in attrs if name.startswith("on") or name in {"src", "href"}}
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("text", ["全程网办", HOSTILE])
def test_every_element_is_closed_and_none_comes_from_a_text(text: str) -> None:
    tags = Tags()
    tags.feed(letter_html(letter(text)))
    tags.close()
    assert tags.open == []
    assert tags.seen == {
        "html", "head", "meta", "title", "body", "h1", "h2", "h3", "p", "table", "tr", "th", "td", "br",
        "span",
    }  # fmt: skip


def test_hostile_text_stays_text() -> None:
    page: Any = html.fromstring(letter_html(letter(HOSTILE)))
    shown = page.text_content()
    assert "<script>alert(1)</script><img src=http://x onerror=x>\" '&amp; ]]>" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_it_says_what_the_letter_says() -> None:
    plan = shipped()
    made = reminder(plan, standing(plan), date(2021, 6, 10), Span(7, "d"))
    page: Any = html.fromstring(letter_html(made))
    rows = [
        [cell.text_content() for cell in row.xpath("td")] for row in page.xpath("//tr") if row.xpath("td")
    ]
    lines = [line for section in made.sections for _, found in section.parts for line in found]
    assert rows == [
        [one.id, f"{one.by or ''}{one.days}", f"{one.what}牵头：{one.lead}" if one.lead else one.what]
        for one in lines
    ]
    assert [found.text_content() for found in page.xpath("//h2")] == [one.unit for one in made.sections]
    assert made.total in page.text_content()
    assert page.xpath("//title")[0].text == made.title
