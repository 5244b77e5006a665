"""和, 及 and 与 that join two offices, or begin the name of one."""

from __future__ import annotations

import pytest

from qjtask.importing.words.joining_signs import (
    begins_county,
    begins_name,
    listed_names,
    of_the_county,
    without_joints,
)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "和平区人民政府",
            "和平街道办事处",
            "和平分局",
            "和顺镇",
            "和龙市公安局",
            "和兴派出所",
            "和润集团",
            "和信公司",
        ),
        *(
            "和田路街道",
            "和田地区行署",
            "和平里街道",
            "和谐家园物业公司",
            "和林格尔县财政局",
            "和美社区",
            "和政县",
        ),
        *("和县人民政府", "及时雨公司", "与时俱进学校"),
    ],
)
def test_a_sign_begins_a_name(name: str) -> None:
    assert begins_name(name[0], name[1:])


@pytest.mark.parametrize(
    "words",
    [
        *(
            "和市财政局",
            "和各镇",
            "和城关镇",
            "和总务处",
            "和乡镇",
            "和社区",
            "和城区分局",
            "和中小学",
            "和总公司",
            "和村委会",
        ),
        *(
            "和平利县政府",
            "和美兰区政府",
            "和田东县",
            "和市场监管局",
            "和农村商业银行",
            "和一中心",
            "和县委办",
        ),
        *("及城关镇", "和平安办", "和美术学院", "与平阳镇", "与县财政局"),
    ],
)
def test_a_sign_joins_two_names(words: str) -> None:
    assert not begins_name(words[0], words[1:], before="县教育局")


def test_the_names_of_the_document_decide() -> None:
    assert begins_name("和", "塘关镇", {"和塘关镇"})
    assert not begins_name("和", "平街道", {"平街道"})


@pytest.mark.parametrize(
    ("before", "is_name"),
    [
        ("", True),
        ("马鞍山市", True),
        ("县教育局", False),
        ("市教育局", False),
        ("设区市", False),
        ("各市", False),
    ],
)
def test_the_county_called_he_is_told_from_a_county_by_what_stands_before(before: str, is_name: bool) -> None:
    assert begins_name("和", "县人民政府", before=before) is is_name
    assert not begins_name("和", "县（市、区）人民政府", before=before)


@pytest.mark.parametrize(
    ("before", "rest", "is_county"),
    [
        ("市城管局、", "县人民政府", True),
        ("由", "县财政局", True),
        ("市城管局", "县人民政府", False),
        ("县城管局、", "县财政局", False),
        ("市城管局、", "县级部门", False),
        ("市城管局、", "市财政局", False),
    ],
)
def test_the_county_called_huitong_is_told_from_with_a_county(
    before: str, rest: str, is_county: bool
) -> None:
    assert begins_county(rest, before) is is_county


def test_a_list_is_without_what_joins_its_pieces() -> None:
    pieces = ["和平区政府", "和市财政局", " 以及各镇", "及和平街道", "和平镇", "并与市税务局"]
    parted = ["和平区政府", "市财政局", "各镇", "和平街道", "和平镇", "市税务局"]
    assert without_joints(pieces) == parted
    assert of_the_county(["市财政局", "县财政局"]) == "县财政局"


def test_the_names_of_a_list_keep_the_signs_that_they_begin_with() -> None:
    assert listed_names("和平区政府、市城管局和和平街道") == ["和平区政府", "市城管局", "和平街道"]
    assert listed_names("市公安局和平分局与市财政局") == ["市公安局和平分局", "市财政局"]
