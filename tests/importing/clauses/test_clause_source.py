"""Table or paragraphs: which is the plan, and what is told of the other."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.draft import Draft

WORKS = "<p>一、抓实城建</p><p>1.新建天桥。（县住建局负责）</p><p>2.改造小区。（县住建局负责）</p>"
HEAD = "<tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>"
ROWS = "".join(f"<tr><td>{n}</td><td>修路{n}公里</td><td>县交通局</td><td>6月</td></tr>" for n in (1, 2))
TABLE = f"<table>{HEAD}{ROWS}</table>"
CONTACTS = (
    "<table><tr><td>单位</td><td>联络员</td><td>职务</td></tr>"
    "<tr><td>县住建局</td><td>张三</td><td>科长</td></tr></table>"
)
CARD = "<table><tr><td>索引号：</td><td>1</td></tr><tr><td>发布机构：</td><td>青禾县政府</td></tr></table>"
FORM = f"<table>{HEAD}<tr><td>1</td><td>新建天桥2座</td><td>县住建局</td><td>6月底</td></tr></table>"


@pytest.fixture
def drafted(kit: Any) -> Any:
    def read(body: str, **wishes: Any) -> Draft:
        draft: Draft = kit.drafted(
            f"<html><meta charset='utf-8'><body>{body}</body></html>", "通知.html", **wishes
        )
        return draft

    return read


def works(draft: Draft) -> list[str]:
    return [item.work for item in draft.plan.items()]


def test_a_table_of_works_is_the_plan_and_the_paragraphs_are_told(drafted: Any) -> None:
    draft = drafted(WORKS + TABLE)
    assert works(draft) == ["修路1公里", "修路2公里"]
    assert [(doubt.place, doubt.read) for doubt in draft.doubts if "--clauses" in doubt.fix] == [
        ("第2段至第3段", "正文里还有2项写了责任单位的工作")
    ]


def test_a_person_may_wish_for_the_paragraphs(drafted: Any) -> None:
    draft = drafted(WORKS + TABLE, clauses=True)
    assert works(draft) == ["新建天桥。", "改造小区。"]
    assert [(doubt.place, doubt.fix) for doubt in draft.doubts if "--table" in doubt.fix] == [
        ("表1", "要读它请用 --table 1")
    ]


@pytest.mark.parametrize("table", [CONTACTS, FORM])
def test_a_list_or_a_form_is_no_plan_beside_paragraphs_and_is_told(table: str, drafted: Any) -> None:
    draft = drafted(WORKS + table)
    assert works(draft) == ["新建天桥。", "改造小区。"]
    assert any(doubt.place == "表1" for doubt in draft.doubts)


def test_a_page_s_card_is_passed_over(drafted: Any) -> None:
    draft = drafted(CARD + WORKS)
    assert works(draft) == ["新建天桥。", "改造小区。"]
    assert not any(doubt.place == "表1" for doubt in draft.doubts)


def test_a_table_that_is_named_is_read(drafted: Any) -> None:
    assert works(drafted(WORKS + FORM, table=1)) == ["新建天桥2座"]


def test_neither_is_refused_with_what_was_seen(drafted: Any) -> None:
    for body, seen in (
        ("<p>各单位要抓好落实。</p>", "没有找到表格，也没有写明责任单位的段落"),
        ("<p>各责任单位要抓好落实。</p>", "没有找到表格，有1段提到责任单位或牵头单位，却读不出是哪项工作的"),
    ):
        with pytest.raises(Refused) as refused:
            drafted(body)
        assert refused.value.problems[0].what == seen


def test_paragraphs_that_are_wished_for_and_are_not_there(drafted: Any) -> None:
    with pytest.raises(Refused) as refused:
        drafted(TABLE, clauses=True)
    assert refused.value.problems[0].where == "--clauses"
