"""Names in a clause."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_in, names_only
from qjtask.importing.words.column_roles import Role

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县住建局、县公安局", ["县住建局", "县公安局"]),
        ("由县住建局", ["县住建局"]),
        ("各县、市、区政府", ["各县、市、区政府"]),
        ("各县(市)、区人民政府", ["各县(市)、区人民政府"]),
        ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
        ("各镇（街道）", ["各镇（街道）"]),
        ("各镇（街道）、县住建局", ["各镇（街道）", "县住建局"]),
        ("各乡镇、县直各单位", ["各乡镇", "县直各单位"]),
        ("各乡镇（街道）、县政府办公室", ["各乡镇（街道）", "县政府办公室"]),
        ("各县（市、区）、市直各部门", ["各县（市、区）", "市直各部门"]),
        ("各镇、街道办事处、县财政局", ["各镇、街道办事处", "县财政局"]),
        ("县住建局（县人防办）、县财政局（国资办", ["县住建局（县人防办）", "县财政局", "国资办"]),
        ("（1.）", []),
        ("市直有关部门及各县（市、区）人民政府", ["市直有关部门", "各县（市、区）人民政府"]),
        ("税务总局等国务院相关部门及各地区", ["税务总局", "各地区"]),
        ("市税务局等12个部门", ["市税务局"]),
        ("各相关部门 工业和信息化部 国家铁路局", ["各相关部门", "工业和信息化部", "国家铁路局"]),
        ("区科技和经信局、县委办和政府办", ["区科技和经信局", "县委办", "政府办"]),
        ("县科协和县红十字会以及团县委", ["县科协", "县红十字会", "团县委"]),
        ("工业和信息化部、住房城乡建设部", ["工业和信息化部", "住房城乡建设部"]),
        ("市交通委（市道运局）", ["市交通委（市道运局）"]),
        ("县财政局、各区、县级市", ["县财政局", "各区、县级市"]),
        ("各有关县、自治县", ["各有关县、自治县"]),
        ("县直有关部门、单位、开发区管委", ["县直有关部门、单位", "开发区管委"]),
        ("县直各部门、企业、各镇", ["县直各部门、企业", "各镇"]),
        ("各部门、各单位", ["各部门", "各单位"]),
        ("各县（市、区）党委和政府、县财政局", ["各县（市、区）党委和政府", "县财政局"]),
        ("有关市党委、政府", ["有关市党委、政府"]),
        ("各市、县〔市、区〕", ["各市、县〔市、区〕"]),
        ("各设区市、县〔市、区〕人民政府、省财政厅", ["各设区市、县〔市、区〕人民政府", "省财政厅"]),
        ("县财政局，各县＜市、区＞人民政府", ["县财政局", "各县＜市、区＞人民政府"]),
        ("各乡〈镇、街道〉、县财政局", ["各乡〈镇、街道〉", "县财政局"]),
        ("各县<市、区>政府、县财政局", ["各县<市、区>政府", "县财政局"]),
        ("各县«市，区»政府", ["各县«市，区»政府"]),
        ("具体由县住建局", ["县住建局"]),
        ("实验室与设备管理处、保卫处", ["实验室与设备管理处", "保卫处"]),
        ("社区与老年教育科", ["社区与老年教育科"]),
        ("青禾实验室与县科技局", ["青禾实验室", "县科技局"]),
    ],
)
def test_a_list_is_split_into_its_names(text: str, names: list[str]) -> None:
    assert [name for _, name in names_in(text, Role.UNITS, NOBODY).names] == names


def test_a_list_that_is_not_whole_is_known() -> None:
    assert names_in("县住建局等", Role.UNITS, NOBODY).and_others
    assert names_in("县住建局、县财政局等部门", Role.UNITS, NOBODY).and_others
    assert not names_in("县住建局、县财政局", Role.UNITS, NOBODY).and_others


@pytest.mark.parametrize(
    ("text", "names", "persons"),
    [
        ("县城管局：张三", ["县城管局"], ["县城管局：张三"]),
        ("县水务局（李四）", ["县水务局"], ["县水务局：李四"]),
        ("县卫健局 张三", ["县卫健局"], ["县卫健局：张三"]),
        ("张三", [], ["张三"]),
        ("副县长李四", [], ["副县长李四"]),
        ("李四副县长", [], ["李四副县长"]),
        ("分管副市长", [], ["分管副市长"]),
        ("高新区", ["高新区"], []),
    ],
)
def test_a_person_is_no_office(text: str, names: list[str], persons: list[str]) -> None:
    named = names_in(text, Role.UNITS, NOBODY)
    assert ([name for _, name in named.names], list(named.persons)) == (names, persons)


def test_a_tag_says_who_leads() -> None:
    named = names_in("县住建局（牵头）、县财政局", Role.UNITS, NOBODY)
    assert named.names == ((Role.LEAD, "县住建局"), (Role.UNITS, "县财政局"))


def test_a_text_of_names_only() -> None:
    assert names_only("县住建局、各街道", NOBODY) == ("县住建局", "各街道")
    for text in ("成都市、绵阳市", "市图书馆等场所", "县住建局的工作", "县住建局。县财政局", "张三"):
        assert names_only(text, NOBODY) == (), text
