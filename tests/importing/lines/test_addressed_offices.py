"""Whom a letter calls 你局."""

from __future__ import annotations

from tests.importing.works.documents import told, works

ASKED = "一、关于改造。请你局会同县财政局于9月底前拿出方案。"
HELPED = "二、关于治水。请县水利局牵头，你局配合，整治黑臭水体。"


def who(*paragraphs: str) -> list[list[str]]:
    return [one.split("|")[3:6] for one in works(*paragraphs)]


def test_the_one_office_that_a_letter_is_written_to_is_called_by_its_name() -> None:
    assert who("县住建局：", "现将事项交办如下：", ASKED, HELPED) == [
        ["县住建局", "县财政局", ""],
        ["县水利局", "", "县住建局"],
    ]


def test_of_several_the_one_of_its_kind_is_meant_and_others_are_told() -> None:
    town = "三、关于扬尘。请你镇于8月底前覆盖裸土。"
    lines = ("督办函", "县住建局、县水利局、城关镇人民政府：", ASKED, HELPED, town)
    assert [names[1] for names in who(*lines)][-1] == "城关镇人民政府"
    assert "“你局”没有说明是哪个单位" in told(*lines)


def test_one_office_alone_does_what_the_letter_asks_of_nobody_else() -> None:
    lines = ("县住建局：", "现将事项交办如下：", ASKED, "二、关于校车。请立即组织排查。")
    assert who(*lines)[1] == ["", "县住建局", ""]
    assert [one for one in told(*lines) if "来文写给“县住建局”" in one]
