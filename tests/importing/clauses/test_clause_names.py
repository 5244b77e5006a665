"""Names in a clause."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import heads_works, is_name, is_sure, names_in, names_only
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


@pytest.mark.parametrize(
    "name",
    [
        *("县住建局", "各镇", "各有关部门", "县园林中心", "市委宣传部"),
        *("友谊里社区", "友谊里居委会", "大坪村", "河西街道"),
        *("建设局", "招商局", "组织部", "组织办", "发展改革委", "发展规划处", "重点项目办"),
    ],
)
def test_offices_beyond_doubt(name: str) -> None:
    assert is_sure(name)


@pytest.mark.parametrize(
    "name",
    [
        "成都市",
        "开发区",
        "城关镇",
        "乡镇",
        "各项任务",
        "改造薄弱学校",
        "成员单位",
        "天桥2处",
        "建设服务中心",
        "成立办事处",
        "龙头企业",
        "第三方机构",
        "行业协会",
        "县级财政",
        "三是支持龙头企业",
    ],
)
def test_places_works_and_kinds_are_not_sure(name: str) -> None:
    assert not is_sure(name)


@pytest.mark.parametrize(
    "name", ["以下简称县住建局", "见附件", "城南项目", "牵头单位", "会办：县公安局", "各责任单位包案化解"]
)
def test_what_cannot_be_a_name(name: str) -> None:
    assert is_name("各区疫情防控指挥部")
    assert not is_name(name)


def test_a_text_of_names_only() -> None:
    assert names_only("县住建局、各街道", NOBODY) == ("县住建局", "各街道")
    for text in ("成都市、绵阳市", "市图书馆等场所", "县住建局的工作", "县住建局。县财政局", "张三"):
        assert names_only(text, NOBODY) == (), text


@pytest.mark.parametrize(
    "name",
    ["消防救援所", "城关派出所", "县住建局", "县供销社", "县妇联", "综合协调组", "后勤保障部", "县委督查室"],
)
def test_a_body_that_acts_heads_its_works(name: str) -> None:
    assert heads_works(name)


@pytest.mark.parametrize(
    "name",
    [
        "农村教育",
        "农村公厕所",
        "公共场所",
        "县体育馆",
        "工作部署",
        "农贸市场",
        "乡镇学校",
        "困难家庭",
        "成都市",
    ],
)
def test_a_field_or_a_house_heads_nobodys(name: str) -> None:
    assert not heads_works(name)


@pytest.mark.parametrize(
    "work",
    ["检查加油站", "检修配电站", "巡查水库管理站", "走访敬老院", "慰问福利院", "抽查中心学校", "排查幼儿园"],
)
def test_what_is_done_to_a_place_is_no_office(work: str) -> None:
    assert not is_sure(work)


@pytest.mark.parametrize(
    "name", ["检查站", "督查室", "督导检查组", "巡查服务中心", "公路养护站", "监管科", "帮扶办", "检测中心"]
)
def test_an_office_that_does_so_is_one(name: str) -> None:
    assert is_sure(name)
