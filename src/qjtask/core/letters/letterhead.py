"""What letters say beside their content: whom they are for, by which notice, and whom to ask."""

from __future__ import annotations

from qjtask.core.layout.document import Paragraph
from qjtask.core.plan.plan import Letterhead, Plan

_ASK = "联系人"


def address_words(letter: Letterhead, owners: str = "") -> str:
    """The line that a letter opens with (主送): as the plan wants it, else all `owners`; "" for neither."""
    to = letter.to.strip().rstrip("：: ") or (f"各{owners}" if owners else "")
    return to and f"{to}："


def contact_words(letter: Letterhead) -> str:
    """联系人：张三 023-12345678; "" where the plan names nobody."""
    contact = letter.contact.strip().removeprefix(_ASK).lstrip("：: ")
    return contact and f"{_ASK}：{contact}"


def contact_note(letter: Letterhead) -> tuple[Paragraph, ...]:
    """The same as a document's 附注: in brackets, under the day (GB/T 9704-2012, 7.3.6)."""
    told = contact_words(letter)
    return (Paragraph(f"（{told}）"),) if told else ()


def notice_words(plan: Plan) -> str:
    """The notice by its title and number: 《……任务分解》（黔江交通发〔2021〕96号）.

    What stands in 《》 within the title gets 〈〉 (GB/T 15834-2011, 4.15).
    """
    title = plan.title.replace("《", "〈").replace("》", "〉")
    document = plan.document.strip()
    return f"《{title}》（{document}）" if document else f"《{title}》"
