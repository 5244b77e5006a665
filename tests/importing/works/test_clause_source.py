"""Table or paragraphs: which is the plan, and what is told of the one that is not."""

from __future__ import annotations

from typing import Any

import pytest

from qjtask.core.problem import Refused
from qjtask.importing.drafts.draft import Draft

WORKS = "<p>一、抓实城建</p><p>1.新建天桥。（县住建局负责）</p><p>2.改造小区。（县住建局负责）</p>"
HEAD = "<tr><td>序号</td><td>工作任务</td><td>责任单位</td><td>完成时限</td></tr>"
ROWS = "".join(f"<tr><td>{n}</td><td>修路{n}公里</td><td>县交通局</td><td>6月</td></tr>" for n in (1, 2))
TABLE = f"<table>{HEAD}{ROWS}</table>"
CONTACTS = (
    "<table><tr><td>单位</td><td>联络员</td><td>职务</td></tr>"
    "<tr><td>县住建局</td><td>张三</td><td>科长</td></tr></table>"
)
CARD = "<table><tr><td>索引号：</td><td>1</td></tr><tr><td>发布机构：</td><td>青禾县政府</td></tr></table>"
FIGURES = "<table><tr><td>指标</td><td>2020年</td></tr><tr><td>地区生产总值</td><td>100亿元</td></tr></table>"
SAMPLE = f"<table>{HEAD}<tr><td>例</td><td>新建天桥2座</td><td>县住建局</td><td>6月底</td></tr></table>"
FORM = f"<table>{HEAD}<tr><td>1</td><td>新建天桥2座</td><td>县住建局</td><td>6月底</td></tr></table>"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (("青禾县2021年重点工作分工方案", "为做好工作，制定本方案。"), "青禾县2021年重点工作分工方案"),
        (("关于加快建设的实施意见", "禾政〔2021〕5号", "各镇人民政府："), "关于加快建设的实施意见"),
        (("青禾县关于印发“十四五”工作方案的通知", "各镇人民政府："), "“十四五”工作方案"),
        (("青禾县工作方案", "青禾县人民政府", "2021年3月1日"), "青禾县工作方案"),
        ((), "工作任务分解表"),
    ],
)
def test_the_title_is_the_notice_s(above: tuple[str, ...], title: str, drafted: Any) -> None:
    assert drafted("".join(f"<p>{text}</p>" for text in above) + WORKS).plan.title == title


def test_what_the_letter_says_of_all_is_the_deadline_of_works_that_name_no_time(drafted: Any) -> None:
    made = drafted(f"<p>以上任务须于11月底前完成。</p>{WORKS}<p>3.6月底前植树。（县林业局负责）</p>")
    assert [item.deadline.text for item in made.plan.items()] == ["11月底前", "11月底前", "6月底前"]


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


@pytest.mark.parametrize(
    "wish",
    [
        "一、务必高度重视。今年是关键一年。各牵头单位于2月29日前将经本单位主要负责人审定后的细化方案报送至县政府政务督查室。",
        "一、各牵头单位要会同责任单位于3月底前制定方案并报县政府办公室。",
        "1.各责任单位每月25日前将进展情况报送县政府督查室。",
        "请各牵头单位认真梳理，于2月29日前将经审定后的细化方案报送至督查室。",
    ],
)
def test_what_all_shall_report_of_a_table_is_no_work_of_the_paragraphs(wish: str, drafted: Any) -> None:
    draft = drafted(f"<p>各镇人民政府：</p><p>现将方案印发给你们。</p><p>{wish}</p><p>县政府</p>{TABLE}")
    assert works(draft) == ["修路1公里", "修路2公里"]
    assert not [doubt.read for doubt in draft.doubts if "--clauses" in doubt.fix]


def test_a_table_of_one_work_is_the_plan_beside_paragraphs_of_one(drafted: Any) -> None:
    works = [item.work for item in drafted("<p>1.改造小区。（县住建局负责）</p>" + FORM).plan.items()]
    assert works == ["新建天桥2座"]
    assert len(list(drafted(WORKS + FORM).plan.items())) == 2


def test_a_person_may_wish_for_the_paragraphs(drafted: Any) -> None:
    draft = drafted(WORKS + TABLE, clauses=True)
    assert works(draft) == ["新建天桥。", "改造小区。"]
    assert [(doubt.place, doubt.fix) for doubt in draft.doubts if "--table" in doubt.fix] == [
        ("表1", "要读它请用 --table 1")
    ]


@pytest.mark.parametrize("table", [CARD, CONTACTS, SAMPLE])
def test_what_can_be_no_plan_is_passed_over(table: str, drafted: Any) -> None:
    draft = drafted(table + WORKS)
    assert works(draft) == ["新建天桥。", "改造小区。"]
    assert not any(doubt.place == "表1" for doubt in draft.doubts)


@pytest.mark.parametrize("table", [FORM, FIGURES])
def test_what_hardly_is_a_plan_beside_paragraphs_is_told(table: str, drafted: Any) -> None:
    draft = drafted(WORKS + table)
    assert works(draft) == ["新建天桥。", "改造小区。"]
    assert any(doubt.place == "表1" for doubt in draft.doubts)


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


def test_names_stay_as_the_clause_parts_them(drafted: Any) -> None:
    draft = drafted("<p>1.建桥。（县住建局牵头，各县、区人民政府(管委会)负责，县法院、检察院配合）</p>")
    item = next(draft.plan.items())
    assert (item.lead, item.units, item.support) == (
        ("县住建局",),
        ("各县、区人民政府(管委会)",),
        ("县法院", "检察院"),
    )


def test_what_whoever_does_a_work_has_to_do_is_no_work_beside_the_table(drafted: Any) -> None:
    demands = (
        "<p>一、决策事项承办单位要认真组织实施，落实责任分工，确保按时完成。</p>"
        "<p>二、各项任务牵头单位要建立档案，实现全过程记录。</p>"
    )
    assert not [doubt for doubt in drafted(demands + TABLE).doubts if "--clauses" in doubt.fix]
