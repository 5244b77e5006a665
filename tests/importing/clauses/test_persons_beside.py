"""An office with its person, and persons whose office is told with them."""

from __future__ import annotations

import pytest

from qjtask.importing.clauses.persons_beside import with_persons_beside, with_persons_together
from tests.importing.works.documents import read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("教务处　王磊　9月15日前", "教务处（王磊），9月15日前"),
        ("教务处，王磊，9月15日前", "教务处（王磊），9月15日前"),
        ("县住建局 王磊、李强 6月底前", "县住建局（王磊、李强），6月底前"),
        ("各年级组　11月20日前", "各年级组，11月20日前"),
        ("教务处　王磊", "教务处（王磊）"),
        ("教务处　政教处　9月15日前", "教务处　政教处　9月15日前"),
        ("王磊　9月15日前", "王磊　9月15日前"),
        ("教务处　认真落实　9月15日前", "教务处　认真落实　9月15日前"),
        ("教务处", "教务处"),
    ],
)
def test_blanks_and_commas_between_them(text: str, read: str) -> None:
    assert with_persons_beside(text) == read


@pytest.mark.parametrize(
    ("clause", "lead", "units", "note", "deadline"),
    [
        ("教务处　王磊　9月15日前", "", "教务处", "教务处：王磊", "9月15日前"),
        ("教务处王磊负责，9月15日前", "", "教务处", "教务处：王磊", "9月15日前"),
        ("县住建局局长负责，6月底前", "", "县住建局", "县住建局：局长", "6月底前"),
        ("村支书李国富牵头，三组负责", "", "三组", "牵头：村支书李国富", ""),
        ("村委会牵头，三组、七组组长具体负责", "村委会", "三组、七组", "七组：组长", ""),
        ("村支书李国富负责，6月底前", "", "", "责任：村支书李国富", "6月底前"),
        ("三组负责，6月底前", "", "三组", "", "6月底前"),
        ("校长张敏牵头，教务处配合", "", "", "牵头：校长张敏", ""),
    ],
)
def test_the_office_is_a_unit_and_the_person_a_note(
    clause: str, lead: str, units: str, note: str, deadline: str
) -> None:
    plan = read(f"1.修订制度。（{clause}）", f"2.组织评课。（{clause}）")
    for task in plan.tasks:
        said = ("、".join(task.lead), "、".join(task.units), task.note, task.deadline_text)
        assert said == (lead, units, note, deadline)
        assert not any("人名" in one.read for one in task.told)
    assert len(plan.tasks) == 2


@pytest.mark.parametrize("name", ["县财政局施工科", "县教育局高中部", "县水利局石河站", "县住建局马家村"])
def test_an_office_of_an_office_is_no_person(name: str) -> None:
    plan = read(f"1.修订制度。（{name}负责）", f"2.组织评课。（{name}负责）")
    assert [task.units for task in plan.tasks] == [(name,), (name,)]


def test_an_office_and_its_person_go_on_in_the_next_part() -> None:
    assert with_persons_together("由体育系冯永福，团委刘杰负责训练") == "由体育系冯永福、团委刘杰负责训练"
    assert with_persons_together("由县教育局，县财政局负责") == "由县教育局，县财政局负责"
    assert with_persons_together("由体育系冯永福，团委刘杰训练") == "由体育系冯永福，团委刘杰训练"
