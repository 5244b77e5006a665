"""A letter that chases, as it is printed: to whom, for what, how late, for which time, answer by when."""

from __future__ import annotations

import pytest

from qjtask.core.layout.document import Document, Paragraph
from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.letters.chase_document import chase_document
from qjtask.core.log.entry import Do
from qjtask.core.plan.plan import Letterhead
from tests.core.chase_samples import TABLE, letters, logged
from tests.core.plans import entry, item, plan, shipped, texts


def sheet(document: Document, part: int = 0) -> Sheet:
    (found,) = (block for block in document.parts[part].blocks if isinstance(block, Sheet))
    return found


def test_the_page_says_what_is_asked_and_by_when() -> None:
    (part,) = chase_document(shipped(), letters(on=shipped(), only=("法规科",))).parts
    words = [block.text for block in part.blocks if isinstance(block, Paragraph)]
    assert words[0] == "法规科："
    assert "黔江交通发〔2021〕96号" in words[1]
    assert words[-1].startswith("请于2021年6月18日前书面答复")
    assert part.sign == ("重庆市黔江区交通局", "2021年6月10日")


def test_what_is_late_tells_its_day_and_what_is_silent_its_deadline_as_printed() -> None:
    on = plan(
        item("1.1", deadline="2021年5月31日"), item("1.2", deadline="持续推进"), item("1.3", deadline="")
    )
    found = sheet(chase_document(on, letters(on=on)))
    assert [line[2] for line in texts(found)] == [
        "2021年5月31日到期，逾期10天",
        "持续推进，76天没有进展",
        "没有写时限，76天没有进展",
    ]
    assert [cells[2].tone for cells in found.rows] == [Tone.RED, Tone.YELLOW, Tone.YELLOW]


def test_from_the_second_time_it_presses() -> None:
    log = logged(letters(only=("建管科",)))
    again = letters(*log, today="06-20")
    document = chase_document(TABLE, again)
    assert [part.title for part in document.parts] == ["催办单", "督办单（第二次催办）"]
    assert texts(sheet(document, 1))[0][2] == "2021年5月31日到期，逾期20天，第2次催办"
    assert "其中2项此前已经催办，最近一次是2021年6月10日，至今没有办结。" in str(document.parts[1])
    log = logged(letters(*log, today="06-20", only=("建管科",)), *log)
    (third,) = letters(*log, today="06-30", only=("建管科",))
    assert "请主要负责人过问" in str(chase_document(TABLE, [third]))


def test_a_long_work_is_named_in_one_line_and_a_bit() -> None:
    on = plan(item("1.1", work="梳理" * 60, deadline="2021年5月31日"))
    assert texts(sheet(chase_document(on, letters(on=on))))[0][1] == "梳理" * 19 + "梳…"


def test_silent_work_is_told_by_its_first_words_and_late_work_by_more() -> None:
    late, silent = item("1.1", work="梳理" * 15, deadline="2021年5月31日"), "全面推进" * 8
    on = plan(late, item("1.2", work=silent, deadline="持续推进"))
    told = texts(sheet(chase_document(on, letters(on=on))))
    assert [line[1] for line in told] == ["梳理" * 15, "全面推进" * 4 + "全面推…"]


def test_a_silent_work_that_was_put_off_tells_the_day_it_is_held_to() -> None:
    on = plan(item("1.1", deadline="2021年4月30日", report_every=None))
    found = letters(entry("1.1", Do.EXTEND, "04-02", to="12-31"), on=on)
    assert [line[2] for line in texts(sheet(chase_document(on, found)))] == [
        "2021年12月31日到期，69天没有进展"
    ]


@pytest.mark.parametrize(
    ("deadlines", "state"),
    [
        (("2021年5月31日",), "仍未完成："),
        (("持续推进",), "久无进展："),
        (("持续推进", "2021年5月31日"), "仍未完成或久无进展："),
    ],
)
def test_the_letter_says_what_is_wrong_and_nothing_else(deadlines: tuple[str, ...], state: str) -> None:
    on = plan(*(item(f"1.{number}", deadline=text) for number, text in enumerate(deadlines, 1)))
    (part,) = chase_document(on, letters(on=on)).parts
    assert f"截至2021年6月10日{state}" in str(part.blocks[1])


def test_a_slip_to_send_back_stands_under_the_signature() -> None:
    of = TABLE._replace(letter=Letterhead(contact="张三 023-12345678"))
    (part,) = chase_document(of, letters(on=of, only=("建管科",))).parts
    contact, slip, taken = part.below
    assert contact == Paragraph("（联系人：张三 023-12345678）")
    assert isinstance(slip, Sheet)
    assert slip.title == "回　执（催办〔2021〕第1号，建管科）"
    assert [one.heading for one in slip.columns] == ["编号", "工作", "进展情况和原因", "预计完成日期"]
    assert [line[:2] for line in texts(slip)] == [["1.1", "迟到"], ["1.2", "沉默"]]
    assert "签收人：" in str(taken)
    assert "签收日期：" in str(taken)
    assert isinstance(taken, Paragraph)
    assert len(taken.text) < 28  # the characters of a line in GB/T 9704-2012
    assert not any("联系人" in str(one) for one in chase_document(TABLE, letters()).parts)


def test_the_day_of_the_answer_says_by_how_many_working_days_it_was_reckoned() -> None:
    told = "请于2021年6月18日前书面答复"
    assert f"{told}（5个工作日内），填好回执送回：" in str(chase_document(TABLE, letters(), workdays=5))
    assert f"{told}，填好回执送回：" in str(chase_document(TABLE, letters()))
