"""A letter that chases, as it is printed: to whom, for what, how late, for which time, answer by when."""

from __future__ import annotations

from qjtask.core.layout.document import Document, Paragraph
from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.letters.chase_document import chase_document
from tests.core.chase_samples import TABLE, letters, logged
from tests.core.plans import item, plan, shipped, texts


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
