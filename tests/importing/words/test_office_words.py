"""Which words name an office, a place, several offices, a person."""

from __future__ import annotations

import pytest

from qjtask.importing.words.office_words import (
    begins_with_region,
    is_collective,
    is_office,
    is_place,
    listed,
    looks_like_offices,
    looks_like_person,
)

OFFICES = (
    "县教育局", "审批科", "办公室", "市场监管局", "各镇（街道）", "县委宣传部", "高新区管委会", "供电公司",
    "县人民医院", "机关各科室", "县法院", "团县委", "县工商联", "岚州市", "东街街道", "各有关单位",
    "县税务局（城区分局）", "县妇联", "党校", "各县、市、区政府", "各县＜市、区＞",
    "市消协", "县计生协", "功能板块", "市粤剧团", "“春常在”艺术团", "市新华书店",
    "县龙舟队", "镇文化站", "县体育场", "蔡甸街", "江汉街", "预防接种门诊", "村党组织", "五年制单考考点",
)  # fmt: skip
NO_OFFICES = (
    "张三",
    "持续推进",
    "6月底前",
    "落实责任",
    "加快建设进度",
    "无",
    "联系电话",
    "小明同学",
    "县水利局协",
    "区域协",
    "步行街",
    "江汉路大街",
    "非遗文化街",
)


@pytest.mark.parametrize("name", OFFICES)
def test_an_office(name: str) -> None:
    assert is_office(name)
    assert not looks_like_person(name)


@pytest.mark.parametrize("name", NO_OFFICES)
def test_no_office(name: str) -> None:
    assert not is_office(name)


@pytest.mark.parametrize("name", ["张三", "李 四", "王小明", "赵六副县长", "欧阳明"])
def test_a_person(name: str) -> None:
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "name", ["县教育局", "周转办", "张家镇", "方庄街道", "各镇", "陈", "持续推进", "任务一", "安全", "项目"]
)
def test_no_person(name: str) -> None:
    assert not looks_like_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "各镇（街道）",
        "县直有关部门",
        "机关各科室",
        "各有关单位",
        "各县、市、区政府",
        "功能板块",
        "有关镇街",
        "相关街道",
        "有关县区",
        "市直有关单位",
        "各成员单位",
        "责任单位各自",
        "涉农镇街",
        "镇街",
        "乡镇（街道）",
        "县（市、区）",
        "村（社区）",
        "市级部门",
        "县直单位",
        "局属单位",
        "其他部门",
        "市司法局等行政执法部门",
    ],
)
def test_a_name_of_several(name: str) -> None:
    assert is_collective(name)


@pytest.mark.parametrize(
    "name",
    [
        "县教育局",
        "城关镇",
        "办公室",
        "狼山镇街道",
        "东街街道",
        "北关社区",
        "县级机关事务中心",
        "市关工委",
        "南关区",
        "特等功臣服务中心",
    ],
)
def test_a_name_of_one(name: str) -> None:
    assert not is_collective(name)


def test_places_and_regions() -> None:
    assert is_place("岚州市")
    assert not is_place("县教育局")
    assert begins_with_region("市财政局")
    assert not begins_with_region("市场监管局")


def test_a_cell_of_offices() -> None:
    assert looks_like_offices("县教育局、县财政局；各镇（街道）")
    assert looks_like_offices("县教育局\n县财政局")
    assert not looks_like_offices("县教育局加快推进学校建设工作进度安排")
    assert not looks_like_offices("张三、李四")
    assert not looks_like_offices("")


@pytest.mark.parametrize(
    "name",
    ["辉苏木", "巴彦嘎查", "二连车务段", "集宁供电段", "呼和浩特客运段", "铁路公安处", "日间病房", "县一中"],
)
def test_places_and_railway_sections_are_offices(name: str) -> None:
    assert is_office(name)


@pytest.mark.parametrize("name", ["企业", "部门", "单位", "机构"])
def test_a_kind_of_body_alone_stands_for_several(name: str) -> None:
    assert is_collective(name)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("王建华\n周敏", "王建华、周敏"),
        ("张丽\n各社区书记", "张丽、各社区书记"),
        ("各社区书记\n张 丽", "各社区书记、张丽"),
        ("各镇\n各街道", "各镇各街道"),
        ("做好\n各项工作", "做好各项工作"),
    ],
)
def test_persons_that_stand_one_per_line_are_parted(text: str, read: str) -> None:
    assert listed(text) == read
