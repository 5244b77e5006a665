"""The comments of a plan that is brought up to date: a hand's stay, an import's are made anew."""

from __future__ import annotations

from typing import Any

from qjtask.core.plan.reissue import Update, UpdateFacts, update
from qjtask.core.plan.remarks import Remarks
from qjtask.importing.cells.rereading import reread
from qjtask.importing.document.doubts import Doubt
from qjtask.importing.drafts.draft import Draft
from qjtask.importing.drafts.kept_remarks import update_remarks
from qjtask.importing.drafts.reissued_draft import under_ids
from qjtask.importing.drafts.report import remarks
from qjtask.storage.plans.plan_comments import read_comments
from qjtask.storage.plans.plan_writer import plan_yaml

ROADS = ("（一）建设", "1.农村公路里程达到300公里以上", "区政府", "建管科", "2021年6月30日", "")
TRAINING = ("（一）建设", "2.组织业务培训", "区政府", "审批科", "持续推进", "")
BOOKLETS = ("（二）宣传", "1.印发安全宣传手册", "区政府", "办公室", "2021年9月30日", "")


def drafted(kit: Any, *rows: tuple[str, ...]) -> Draft:
    page = kit.writers["html"](kit.table(kit.headings, *rows))
    made: Draft = kit.drafted(page, "a.html", head=kit.head)
    return made


def small(kit: Any) -> Draft:
    return drafted(kit, ROADS, TRAINING)


def updated(text: str, draft: Draft, found: Update) -> str:
    return plan_yaml(found.plan, update_remarks(read_comments(text), "新.html", draft, found))


def test_an_update_keeps_the_comments_of_a_hand_and_drops_the_old_doubts(kit: Any) -> None:
    draft = small(kit)
    text = plan_yaml(draft.plan, remarks("a.html", draft))
    text = text.replace("title:", "# 王科长核对过\n# 疑：旧的疑点\ntitle:").replace(
        "units:", "# 别名\nunits:", 1
    )
    text = text.replace('- id: "1"', '# 重中之重\n- id: "1"').replace(
        '  - id: "1.2"', '  # 疑：旧\n  # 催过\n  - id: "1.2"'
    )
    text = text.replace("    deadline: 持续推进\n", "    deadline: 持续推进  # 问过了\n    # 待补指标\n")
    found = update(draft.plan, draft.plan, UpdateFacts(reread))
    fresh = draft._replace(doubts=(Doubt("第1行", "甲", "乙", "", ("1.2",)),), slips={"行审批科": "审批科"})
    made = plan_yaml(
        found.plan, update_remarks(read_comments(text), "新.html", under_ids(fresh, found.ids), found)
    )
    for kept in (
        "# 王科长核对过\n",
        "# 别名\n# 疑：若行审批科就是审批科",
        '# 重中之重\n- id: "1"\n',
        '  # 催过\n  # 疑：甲；乙\n  - id: "1.2"\n',
        "    deadline: 持续推进  # 问过了\n    # 待补指标\n",
        "从“新.html”读出",
    ):
        assert made.count(kept) == 1, kept
    assert "旧" not in made
    assert "a.html" not in made


def test_a_slip_that_a_hand_has_settled_is_not_remarked_again(kit: Any) -> None:
    draft = small(kit)._replace(slips={"行审批科": "审批科"})
    old = draft.plan._replace(units={"审批科": ("行审批科",), "建管科": ()})
    found = update(old, draft.plan, UpdateFacts(reread))
    assert "疑" not in "".join(update_remarks(Remarks(), "a.html", draft, found).above["units",])


def test_the_marks_of_a_doubt_of_many_go_with_it(kit: Any) -> None:
    clean = small(kit)
    of_all = Doubt("表1第1行", "甲", "乙", "丙", ("1.1", "1.2"), rows=("表1第2行", "表1第3行"))
    text = plan_yaml(clean.plan, remarks("新.html", clean._replace(doubts=(of_all,))))
    assert text.count("疑1") == 3
    found = update(clean.plan, clean.plan, UpdateFacts(reread))
    assert updated(text, clean, found) == plan_yaml(clean.plan, remarks("新.html", clean))


def test_the_comments_of_works_that_were_joined_stand_over_the_one_that_they_are_now(kit: Any) -> None:
    both = (TRAINING[0], "2.印发手册并组织业务培训", *TRAINING[2:])
    old, new = drafted(kit, ROADS, TRAINING, BOOKLETS).plan, drafted(kit, ROADS, both)
    text = (
        plan_yaml(old, Remarks())
        .replace('  - id: "1.2"', '  # 催过\n  - id: "1.2"')
        .replace("deadline: 持续推进", "deadline: 持续推进  # 问过")
        .replace('  - id: "2.1"', '  # 局长过问\n  - id: "2.1"  # 急')
        .replace("deadline: 2021年9月30日", "deadline: 2021年9月30日  # 改过\n    # 待印")
    )
    found = update(old, new.plan, UpdateFacts(reread, moved=(("2.1", "1.2"), ("1.2", "1.2"))))
    made = updated(text, new, found)
    assert "    deadline: 持续推进  # 问过\n" in made
    over = made.partition('  - id: "1.2"')[0].rpartition("    ")[2]
    assert [line for line in ("# 催过", "# 局长过问", "# 改过") if line in over] == [
        "# 催过",
        "# 局长过问",
        "# 改过",
    ]
    assert '  - id: "1.2"  # 急\n' in made
    assert made.count("# 待印") == 1


def test_the_comment_over_a_group_goes_where_its_works_went(kit: Any) -> None:
    old = drafted(kit, ROADS, TRAINING, BOOKLETS).plan
    new = drafted(kit, ROADS, TRAINING, ("（一）建设", "3.印发安全宣传手册", *BOOKLETS[2:]))
    text = (
        plan_yaml(old, Remarks())
        .replace('- id: "1"', '# 重中之重\n- id: "1"')
        .replace('- id: "2"', '# 年底要查\n- id: "2"')
    )
    found = update(old, new.plan, UpdateFacts(reread))
    assert '# 重中之重\n# 年底要查\n- id: "1"' in updated(text, new, found)


def test_comments_at_two_names_of_one_office_stand_together(kit: Any) -> None:
    draft = small(kit)
    text = plan_yaml(draft.plan, Remarks())
    text = text.replace("  审批科: []", "  # 甲\n  审批科: []  # 丙\n  # 乙\n  行审批科: []  # 丁")
    found = update(draft.plan, draft.plan, UpdateFacts(reread))
    units = {"建管科": (), "审批科": ("行审批科",)}
    made = updated(text, draft, found._replace(plan=found.plan._replace(units=units)))
    assert "  # 甲\n  # 乙\n  # 丁\n  审批科: [行审批科]  # 丙\n" in made
