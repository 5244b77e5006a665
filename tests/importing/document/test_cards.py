"""A page's card gives the notice's head."""

from __future__ import annotations

from qjtask.importing.document.cards import head_of_card
from qjtask.importing.document.grid import SourceDocument
from tests.importing.drawn import document_of, grid_of

EMPTY = SourceDocument(())


def of_rows(text: str) -> dict[str, str]:
    return head_of_card(EMPTY, grid_of(text).rows)


def test_labels_beside_their_values_and_in_one_cell() -> None:
    assert of_rows(
        "索引号： | 1100 | 主题分类： | 综合政务\n"
        "发 布 机 构： | 青禾县政府 | 成文日期：2021-03-01 | ←\n"
        "标题： | 关于印发分工方案的通知 | 【文号】 | 禾政办〔2021〕5号"
    ) == {
        "issuer": "青禾县政府",
        "issued": "2021-03-01",
        "title": "关于印发分工方案的通知",
        "document": "禾政办〔2021〕5号",
    }


def test_a_label_without_a_value_takes_none_from_its_neighbour() -> None:
    assert of_rows("文号： |  | 发布机构： | 青禾县政府") == {"issuer": "青禾县政府"}
    assert of_rows("文号： | 发布机构： | 青禾县政府 | ") == {"issuer": "青禾县政府"}
    assert of_rows("文号： | 无 | 发布机构： | /") == {}


def test_the_first_of_two_dates_and_labels_of_no_use() -> None:
    assert of_rows(
        "成文日期： | 2021-03-01 | 印发日期： | 2021-03-05\n主题词： | 分工 | 有效性： | 有效"
    ) == {"issued": "2021-03-01"}


def test_a_card_of_lines() -> None:
    document = document_of(
        "文号：禾政办〔2021〕5号", "发布机构：青禾县政府", "标题：关于分工的通知", "正文。"
    )
    assert head_of_card(document, ()) == {
        "document": "禾政办〔2021〕5号",
        "issuer": "青禾县政府",
        "title": "关于分工的通知",
    }


def test_a_line_with_several_labels_side_by_side() -> None:
    document = document_of(
        "信息来源：青禾镇　发布日期：2024-08-01 浏览量：12", "标题：关于青禾镇 2024年分工的通知"
    )
    assert head_of_card(document, ()) == {
        "issuer": "青禾镇",
        "put_up": "2024-08-01",
        "title": "关于青禾镇2024年分工的通知",
    }


def test_the_day_on_which_a_page_was_put_up_is_another_than_that_of_issue() -> None:
    rows = (
        "文号 | 督察通报第十七期 | 成文日期： | 2022年09月14日\n有效性 | 有效 | 公开日期： | 2022年09月15日"
    )
    assert of_rows(rows) == {
        "document": "督察通报第十七期",
        "issued": "2022年09月14日",
        "put_up": "2022年09月15日",
    }
