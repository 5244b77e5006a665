"""What a list of names prints once for several of them."""

from __future__ import annotations

from collections import Counter

import pytest

from qjtask.importing.words.elided_parts import whole_names, with_region
from qjtask.importing.words.name_breaks import Known, Told

KNOWN = Known(
    Counter(
        ["市水利局", "水利局", "市财政局", "财政局", "农业局", "市市场监管局", "市场监管局", "市民之家办"]
    ),
    {"市水利局", "财政局"},
)


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        (["市发展改革委", "水利局"], ["市发展改革委", "市水利局"]),
        (["市发展改革委", "各县政府", "水利局"], ["市发展改革委", "各县政府", "市水利局"]),
        (["市发展改革委", "农业局"], ["市发展改革委", "农业局"]),
        (["市发展改革委", "财政局"], ["市发展改革委", "财政局"]),
        (["水利局", "市发展改革委"], ["水利局", "市发展改革委"]),
        (["市发展改革委", "市场监管局"], ["市发展改革委", "市市场监管局"]),
        (["市市场监管局", "水利局"], ["市市场监管局", "市水利局"]),
        (["市发展改革委", "市民之家办"], ["市发展改革委", "市民之家办"]),
        (["县发展改革委", "水利局"], ["县发展改革委", "水利局"]),
    ],
)
def test_a_region_belongs_to_the_names_after_it_that_stand_so_elsewhere(
    names: list[str], whole: list[str]
) -> None:
    assert list(with_region(names, KNOWN)) == whole


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        ("柯城区、衢江区政府", "柯城区政府、衢江区政府"),
        ("县水利局、张湾镇、李家坪镇人民政府", "县水利局、张湾镇人民政府、李家坪镇人民政府"),
        ("龙泉镇、红星街道、高坪乡党委", "龙泉镇、红星街道、高坪乡党委"),
        ("红星街道、东湖街道办事处", "红星街道办事处、东湖街道办事处"),
        ("张湾镇、李家坪镇党委、政府", "张湾镇党委、政府、李家坪镇党委、政府"),
        ("南山社区、北山社区居委会", "南山社区居委会、北山社区居委会"),
        ("高新区、经济开发区管委会", "高新区管委会、经济开发区管委会"),
        ("高新区、衢江区政府", "高新区、衢江区政府"),
        ("阳光小区、衢江区政府", "阳光小区、衢江区政府"),
        ("柯城区、高新区管委会", "柯城区、高新区管委会"),
        ("各镇、李家坪镇人民政府", "各镇、李家坪镇人民政府"),
        ("张湾镇、各镇人民政府", "张湾镇、各镇人民政府"),
        ("张湾镇、县人民政府", "张湾镇、县人民政府"),
        ("张湾镇、李家坪镇", "张湾镇、李家坪镇"),
        ("县教育局、李家坪镇人民政府", "县教育局、李家坪镇人民政府"),
    ],
)
def test_a_body_belongs_to_the_places_before_it(names: str, whole: str) -> None:
    told: Told = []
    listed = names.replace("党委、", "党委；").split("、")
    assert "、".join(whole_names([one.replace("；", "、") for one in listed], KNOWN, told)) == whole
    assert not told


@pytest.mark.parametrize(
    ("names", "whole"),
    [
        ("城东、城西街道办事处、县公安局", "城东街道办事处、城西街道办事处、县公安局"),
        ("沙河、曙光、友好街道", "沙河街道、曙光街道、友好街道"),
        ("人民大垸、荒湖管理区", "人民大垸管理区、荒湖管理区"),
        ("城东、城西派出所", "城东派出所、城西派出所"),
        ("市第一、第二人民医院", "市第一人民医院、第二人民医院"),
    ],
)
def test_a_name_without_its_kind_of_place_has_that_of_the_next_and_is_told(names: str, whole: str) -> None:
    told: Told = []
    assert "、".join(whole_names(names.split("、"), KNOWN, told)) == whole
    assert {one.other for one in told} < {*names.split("、")}
    assert all(one.about in whole for one in told)
