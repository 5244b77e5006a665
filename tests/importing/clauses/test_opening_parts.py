"""What a part of a sentence that begins with an office says of it."""

from __future__ import annotations

import pytest

from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.opening_parts import (
    begun_by_many,
    is_of_many,
    read_deed,
    read_part,
    read_told,
)

NOBODY = Vocabulary(())


@pytest.mark.parametrize(
    ("part", "rest", "names", "is_strong"),
    [
        ("县水利局负责清理河道", "", ("县水利局",), True),
        ("教务处5月3日前排表", "", ("教务处",), True),
        ("县住建局牵头", "县住建局牵头，尽快制定方案", ("县住建局",), True),
        ("县公安局加强巡逻", "", ("县公安局",), False),
        ("县公安局要配合县交通局修路", "", ("县交通局", "县公安局"), True),
    ],
)
def test_reads_who_owes_a_work(part: str, rest: str, names: tuple[str, ...], is_strong: bool) -> None:
    opening = read_part(part, rest, NOBODY)
    assert opening is not None
    assert (opening.clause.names, opening.is_strong) == (names, is_strong)


def test_an_office_without_a_work_owes_none_but_behind_it() -> None:
    assert read_part("县住建局负责", "", NOBODY) is None
    assert read_part("县住建局负责", "", NOBODY, is_behind=True) is not None


def test_a_wish_to_all_of_a_kind_is_a_work_only_where_they_are_told_to() -> None:
    assert read_part("各单位要密切配合", "", NOBODY) is None
    opening = read_part("各单位要密切配合", "", NOBODY, may_be_many=True)
    assert opening is not None
    assert is_of_many(opening.clause)


def test_whoever_is_told_to_do_something_has_it_to_do() -> None:
    opening = read_told("县交通局修路3公里", NOBODY)
    assert opening is not None
    assert opening.clause.units == ("县交通局",)
    assert read_told("各单位修路3公里", NOBODY) is None


@pytest.mark.parametrize(
    "part",
    [
        *("周三教务处负责期中考试", "周三下午教务处要检查作业"),
        *("5点到6点教务处负责布置考场", "当天上午8:30教务处负责收卷", "活动当天教务处负责签到"),
    ],
)
def test_an_office_behind_a_weekday_keeps_its_own_name(part: str) -> None:
    opening = read_part(part, "", NOBODY)
    assert opening is not None
    assert opening.clause.units == ("教务处",)


def test_how_offices_help_is_no_part_of_their_name() -> None:
    opening = read_part("县财政局、县审计局共同配合县交通局修路", "", NOBODY)
    assert opening is not None
    assert (opening.clause.units, opening.clause.support) == (("县交通局",), ("县财政局", "县审计局"))


@pytest.mark.parametrize(
    "name", ["经信局", "将乐县住建局", "向阳镇", "对外办", "督查室", "县联合会", "继续教育处", "同心县财政局"]
)
def test_names_that_begin_as_a_phrase_does(name: str) -> None:
    own = read_part(f"{name}严格审核材料", "", Vocabulary(()))
    assert own is not None
    assert own.clause.units == (name,)


@pytest.mark.parametrize(
    "part",
    [
        *("对辖市指导村庄整治", "配合市住建局组织培训", "将款项转入供电公司按期支付", "向市住建局及时上报"),
        *("与县电信局协调杂间拆迁", "同县电力公司协调电杆迁移"),
    ],
)
def test_what_is_done_to_or_with_an_office_is_no_office(part: str) -> None:
    assert read_part(part, "", Vocabulary(())) is None


@pytest.mark.parametrize("part", ["其他工作要同步进行", "有关事项要抓紧办理", "相关手续要尽快补齐"])
def test_other_matters_are_no_offices(part: str) -> None:
    assert read_part(part, "", Vocabulary(()), may_be_many=True) is None


@pytest.mark.parametrize(
    ("part", "units"),
    [
        ("各车间开展自查自纠", ("各车间",)),
        ("各教研组组织评课", ("各教研组",)),
        ("各班主任组织学生", ("各班主任",)),
        ("护林员每天巡山", ("护林员",)),
        ("计生专干负责入户随访", ("计生专干",)),
    ],
)
def test_all_of_a_kind_and_holders_of_a_post_begin_a_point(part: str, units: tuple[str, ...]) -> None:
    own = begun_by_many(part, Vocabulary(()))
    assert own is not None
    assert own.clause.units == units


@pytest.mark.parametrize(
    "part",
    [
        *("校长讲话", "做好人员安排", "各项任务按期完成", "各系学生队伍入场安排", "教师的培训"),
        "各系学生队伍、教师代表队入场安排（引导队站位）学生处负责",
    ],
)
def test_other_words_at_its_head_name_nobody(part: str) -> None:
    assert begun_by_many(part, Vocabulary(())) is None


@pytest.mark.parametrize("part", ["当前集镇脏乱差问题突出", "目前集镇道路破损严重", "近期乡镇会议较多"])
def test_how_things_stand_is_no_office(part: str) -> None:
    assert read_deed(part, NOBODY) is None
