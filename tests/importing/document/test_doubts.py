"""Doubts as lines, gathered, and as a Markdown document."""

from __future__ import annotations

from qjtask.importing.document.doubts import Doubt, gathered, markdown, quoted_in_part


def test_a_doubt_is_one_line_with_place_reading_assumption_and_fix() -> None:
    assert Doubt("第3行", "读到甲", "按乙记", "请改 units", ("1.2",)).line == (
        "第3行（1.2）: 读到甲；按乙记；请改 units"
    )
    assert Doubt("全文", "没有年份", "按 2021 年记").line == "全文: 没有年份；按 2021 年记"


def test_the_same_doubt_of_many_items_is_told_once() -> None:
    many = [Doubt(f"第{at}行", "没写时限", "空着", items=(f"1.{at}",)) for at in range(1, 6)]
    other = Doubt("第9行", "另一处", "照记", items=("2.1",))
    (first, last) = gathered([*many, other])
    assert first == many[0]._replace(place="第1行起", items=("1.1", "1.2", "1.3", "1.4", "1.5"))
    assert first.line == "第1行起（1.1、1.2、1.3等5项）: 没写时限；空着"
    assert last == other
    assert [one.line for one in gathered(many[:2])] == ["第1行起（1.1、1.2）: 没写时限；空着"]
    assert gathered(many[:1]) == many[:1]
    assert gathered([many[0], many[0]])[0].items == ("1.1",)


def test_the_report_is_markdown_in_which_a_files_text_is_only_text() -> None:
    hostile = "a|b [x](http://y) <b> `c`\n| 1 |\x1b[31m\u202e\u2028# 甲"
    made = markdown(hostile, "摘要", [Doubt("表1", hostile, "按乙记", "改", ("1.1",))], ["1.1"])
    assert made.startswith("# 导入报告：a\\|b")
    row = made.splitlines()[-1]
    assert row.startswith("| 1 | 表1 | 1.1 | a\\|b \\[x\\](http://y) \\<b\\> \\`c\\` \\| 1 \\|")
    assert row.replace("\\|", "").count("|") == 7
    assert all(char.isprintable() for char in made.replace("\n", ""))


def test_a_clean_tables_report_says_so() -> None:
    assert (
        markdown("a.docx", "读到1组2项", [], ["1.1", "1.2"])
        == "# 导入报告：a.docx\n\n读到1组2项\n\n没有疑点。\n"
    )


def test_the_report_names_the_works_that_follow_each_other_by_the_first_and_the_last() -> None:
    order = ["1.1", "1.2", "2.1", "2.3", "3.1"]
    for items, shown in (
        (("1.2", "2.1", "2.3"), "1.2至2.3"),
        (("1.1", "1.2", "2.3"), "1.1至1.2、2.3"),
        (("2.3", "1.1"), "2.3、1.1"),
        ((), ""),
    ):
        made = markdown("a.docx", "", [Doubt("表1", "甲", "乙", "", items)], order)
        assert made.splitlines()[-1] == f"| 1 | 表1 | {shown} | 甲 | 乙 |  |"


def test_a_doubt_of_more_than_three_works_of_a_column_or_a_table_is_of_many() -> None:
    one = Doubt("表1第2行", "甲", "乙", items=("1.1", "1.2", "1.3"))
    assert not one.is_of_many
    assert one._replace(items=(*one.items, "1.4")).is_of_many
    assert one._replace(rows=("表1第2行", "表1第3行")).is_of_many
    assert not one._replace(items=(), rows=("表1第2行", "表1第3行")).is_of_many
    assert not one._replace(items=("1.1",), rows=("表1第2行",)).is_of_many


def test_a_long_text_is_quoted_by_its_beginning() -> None:
    assert quoted_in_part("一" * 16) == "一" * 16
    assert quoted_in_part("一" * 17) == "一" * 15 + "…"
