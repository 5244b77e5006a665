"""What is an office's name, beyond doubt or at all."""

from __future__ import annotations

import pytest

from qjtask.importing.clauses.name_kinds import (
    heads_works,
    is_body,
    is_department,
    is_name,
    is_sure,
    stands_for_all,
    without_weekday,
)


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
    "name",
    [
        "以下简称县住建局",
        "见附件",
        "城南项目",
        "牵头单位",
        "会办：县公安局",
        "各责任单位包案化解",
        "办公室设在县应急局",
        "按照卫生主管部门",
        "县商务局对各镇",
    ],
)
def test_what_cannot_be_a_name(name: str) -> None:
    assert is_name("各区疫情防控指挥部")
    assert not is_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "消防救援所",
            "城关派出所",
            "县住建局",
            "县供销社",
            "县妇联",
            "综合协调组",
            "后勤保障部",
            "县委督查室",
        ),
        *("机械系团总支", "第三党支部", "校学生会", "县体育协会"),
        *("省气象台", "共青团", "县红十字会", "镇民兵连", "公安部门", "工商行政管理部门", "检察机关"),
    ],
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
        "受理部门",
        "各班召开主题班会",
        "各村召开村民大会",
        "发文机关",
    ],
)
def test_a_field_or_a_house_heads_nobodys(name: str) -> None:
    assert not heads_works(name)


@pytest.mark.parametrize(
    "work",
    [
        *("检查加油站", "检修配电站", "巡查水库管理站", "走访敬老院", "慰问福利院", "抽查中心学校"),
        *("排查幼儿园", "搭建多功能厅"),
    ],
)
def test_what_is_done_to_a_place_is_no_office(work: str) -> None:
    assert not is_sure(work)


@pytest.mark.parametrize(
    "name", ["检查站", "督查室", "督导检查组", "巡查服务中心", "公路养护站", "监管科", "帮扶办", "检测中心"]
)
def test_an_office_that_does_so_is_one(name: str) -> None:
    assert is_sure(name)


@pytest.mark.parametrize(
    "words",
    [
        "各系队伍入场安排（引导）学生处",
        "各单位要加强值班",
        "各镇必须组建专班",
        "各县（区）成立专班",
        "各县（区）将总结上报市治超办",
    ],
)
def test_a_matter_or_a_sentence_of_each_is_no_body(words: str) -> None:
    assert not is_body(words)


@pytest.mark.parametrize("name", ["各系学生处", "各镇工作专班", "各县经费管理处", "各镇（街道）人民政府"])
def test_each_of_a_kind_is_one(name: str) -> None:
    assert is_body(name)


def test_where_something_is_done_is_no_office() -> None:
    assert not is_body("在主要路口设置检查站")
    assert is_body("在线服务中心")
    assert not is_body("节日期间各单位")


@pytest.mark.parametrize("words", ["县林业局指导城投公司", "教育局督促各学校", "县住建局监督施工企业"])
def test_an_office_with_whom_it_guides_is_no_name(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("name", ["县农业局指导站", "县委督促检查室", "省农科院指导中心", "各病区护士长"])
def test_an_office_that_guides_is_one(name: str) -> None:
    assert is_name(name)


def test_all_of_a_kind_are_who_and_not_what() -> None:
    assert all(map(stands_for_all, ("各网格", "各楼栋", "各商户")))
    assert not any(map(stands_for_all, ("各项任务", "各类活动", "各组织开展检查", "网格", "各户推进整治")))


@pytest.mark.parametrize(
    "words",
    ["周三参加团区委", "周二接受区教育局", "参加市教育局", "星期五迎接督导组", "下周一出席团市委"],
)
def test_what_is_done_on_a_weekday_is_no_body(words: str) -> None:
    assert not is_body(words)


@pytest.mark.parametrize(
    "name", ["周三教务处", "下周五下午教务处", "星期四晚上教务处", "上午教务处", "教务处"]
)
def test_a_weekday_is_no_part_of_a_name(name: str) -> None:
    assert without_weekday(name) == "教务处"
    assert is_body(name)


@pytest.mark.parametrize("name", ["周口市教育局", "周村区水利局"])
def test_a_place_that_begins_like_a_weekday_stays(name: str) -> None:
    assert without_weekday(name) == name


@pytest.mark.parametrize(
    "name", ["如皋市政府", "如东县水利局", "含山县政府", "即墨区城管局", "见龙镇", "如意社区"]
)
def test_names_may_begin_as_examples_do(name: str) -> None:
    assert is_name(name)
    assert not is_name(f"{name[0]}县住建局")
    assert not is_name(f"{name[0]}各镇")
    assert not is_name(f"{name[0]}高新区")


@pytest.mark.parametrize("words", ["学生摄影作品及时交张伟强老师处", "各班作业按时上交教务处"])
def test_what_is_handed_in_somewhere_is_no_office(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("name", ["指挥部综合部", "各工段", "指导中心"])
def test_parts_of_works_and_sites_are(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("words", ["同意申报省级重点专科", "申报省级重点专科", "批准设立分公司"])
def test_what_is_agreed_to_is_nobody(words: str) -> None:
    assert not is_body(words)


@pytest.mark.parametrize("words", ["学校要求总务处", "业委会请物业公司"])
def test_whoever_tells_and_whom_they_tell_are_no_one_office(words: str) -> None:
    assert not is_body(words)
    assert is_body("申请受理中心")


@pytest.mark.parametrize(
    "words",
    [
        "督促施工单位",
        "提交乡人民政府",
        "讨论项目采取村委会",
        "解决制约学院",
        "工业区形成专题报告上报区政府",
        "区政府呈报市政府",
        "我会提醒物业公司",
        "施工过程中及时与街道",
    ],
)
def test_what_is_done_with_others_or_with_papers_is_no_name(words: str) -> None:
    assert not is_name(words)
    assert not is_body(words)


@pytest.mark.parametrize("name", ["督促检查室", "督促办公室", "解决企业历史遗留问题办公室", "形成层社区"])
def test_offices_that_begin_like_it_are_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    ("name", "wanted"), [("公安部门", True), ("县林草部门", True), ("受理部门", False), ("县住建局", False)]
)
def test_a_department_is_called_by_what_it_looks_after(name: str, wanted: bool) -> None:
    assert is_department(name) is wanted
