"""What an import tells: the count, the items, the comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.drafts.report import remarks, summary, unchanged
from qjtask.storage.plans import plan_writer
from qjtask.storage.plans.plan_writer import plan_yaml, yaml_lines
from qjtask.storage.plans.regular_plan import read_regular

ROOT = Path(__file__).resolve().parents[3]


def small(kit: Any) -> Draft:
    rows = [
        ("（一）建设", "1.农村公路里程达到300公里以上", "区政府", "建管科", "2021年6月30日", ""),
        ("（一）建设", "2.组织业务培训", "区政府", "审批科", "持续推进", ""),
    ]
    made: Draft = kit.drafted(kit.writers["html"](kit.table(kit.headings, *rows)), "a.html", head=kit.head)
    return made


def test_a_clean_table_is_one_line_without_a_doubt(kit: Any) -> None:
    draft = small(kit)
    assert summary("a.html", draft) == ("a.html：读到1组2项，其中1项有日期，0个时间节点，1个指标；没有疑点")
    assert "疑：" not in plan_yaml(draft.plan, remarks("a.html", draft))


def test_lines_that_tell_several_doubts_are_counted_beside_them(kit: Any) -> None:
    draft = small(kit)._replace(doubts=(Doubt("第1行", "甲", "乙"), Doubt("第2行", "甲", "乙")))
    assert summary("a.html", draft).endswith("；2处疑点")
    assert summary("a.html", draft, 1).endswith("；2处疑点，说法相同的合成一条，共1条")
    assert summary("a.html", draft, 2).endswith("；2处疑点")


def test_what_is_plain_stands_behind_the_count_and_at_the_head(kit: Any) -> None:
    draft = small(kit)._replace(said=("甲作乙", "丙作丁"))
    assert summary("a.html", draft).endswith("；没有疑点；甲作乙；丙作丁")
    assert "# 甲作乙。\n# 丙作丁。\ntitle:" in plan_yaml(draft.plan, remarks("a.html", draft))


def test_doubts_stand_over_their_items_the_rest_at_the_head(kit: Any) -> None:
    doubts = (Doubt("第1行", "甲", "乙", "丙", ("1.2",)), Doubt("全文", "丁", "戊", "己"))
    draft = small(kit)._replace(doubts=doubts, slips={"行审批科": "审批科"})
    made = plan_yaml(draft.plan, remarks("a.html", draft))
    assert '  # 疑：甲；乙\n  - id: "1.2"\n' in made
    assert "# 疑：全文: 丁；戊；己\ntitle:" in made
    assert "# 疑：若行审批科就是审批科，请写成 审批科: [行审批科]\nunits:" in made


def test_a_doubt_of_many_items_stands_over_each_and_one_of_a_group_over_the_group(kit: Any) -> None:
    doubts = (Doubt("第1行", "甲", "乙", "", ("1.1", "1.2")), Doubt("第1行", "丁", "戊", "", ("1",)))
    made = plan_yaml(small(kit).plan, remarks("a.html", small(kit)._replace(doubts=doubts)))
    assert '  # 疑：甲；乙\n  - id: "1.1"\n' in made
    assert '  # 疑：甲；乙\n  - id: "1.2"\n' in made
    assert '# 疑：丁；戊\n- id: "1"\n' in made
    assert "疑：第1行" not in made


def test_a_doubt_of_many_is_told_in_full_once_and_each_of_its_works_has_a_short_mark(kit: Any) -> None:
    rows = ("表1第2行", "表1第3行")
    doubts = (
        Doubt("表1第1行", "甲", "乙", "丙", ("1.1", "1.2"), rows=rows),
        Doubt("全文", "丁", "戊"),
        Doubt("表1第1行", "己", "庚", "辛", ("1.2",), rows=rows, columns=("主责部门",)),
        Doubt("表1第3行", "壬", "癸", "", ("1.2",)),
        Doubt("表1第1行", "子", "丑", "", ("1.2",), rows=rows, columns=("是否需要专家论证", "乙", "丙")),
        Doubt("表1第1行", "寅", "卯", "", ("1.2",), rows=rows, columns=("是否需要专家论证的",)),
    )
    draft = small(kit)._replace(doubts=doubts)
    made = plan_yaml(draft.plan, remarks("a.html", draft))
    assert (
        "# 疑1：表1第1行（1.1、1.2）: 甲；乙；丙\n"
        "# 疑：全文: 丁；戊\n"
        "# 疑2：表1第1行（1.2）: 己；庚；辛\n"
        "# 疑3：表1第1行（1.2）: 子；丑\n"
        "# 疑4：表1第1行（1.2）: 寅；卯\ntitle:" in made
    )
    assert '  # 疑：见文首疑1\n  - id: "1.1"\n' in made
    marks = "疑1、疑2“主责部门”、疑3“是否需要专家论证”等3列、疑4“是否需要专家论…”"
    assert f'  # 疑：见文首{marks}\n  # 疑：壬；癸\n  - id: "1.2"\n' in made


def test_an_imported_plan_is_read_the_short_way_doubts_and_all(kit: Any) -> None:
    draft = kit.drafted((ROOT / "tests" / "data" / "notice.txt").read_bytes(), "notice.txt")
    made = plan_yaml(draft.plan, remarks("notice.txt", draft))
    assert made.count("# 疑：") > 5
    short = read_regular(made)
    assert short is not None
    assert unchanged(short) == draft.plan


def test_a_new_plan_is_written_while_it_is_laid_out(kit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def counted(text: str, *, inside: bool = False) -> str:
        written.append(text)
        return scalar(text, inside=inside)

    scalar = plan_writer.scalar
    draft = small(kit)
    doubts = tuple(Doubt("x", "读", "记", items=(id_,)) for id_ in ("1.1", "1.2"))
    told = remarks("a.html", draft._replace(doubts=doubts))
    whole = plan_yaml(draft.plan, told)
    monkeypatch.setattr(plan_writer, "scalar", counted)
    lines = yaml_lines(draft.plan, told)
    begun = next(line for line in lines if line.startswith("title:"))
    assert written == [draft.plan.title]
    assert whole.partition(begun)[2] == "".join(lines)
    assert len(written) > len(doubts)
