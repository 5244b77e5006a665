"""Times in running text: where they stand, and what they are there for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qjtask.core.time.mentions import read_mentions
from qjtask.core.time.senses import Sense

WITHOUT_A_DAY = {Sense.RECURRING, Sense.COUNTED, Sense.IMPOSSIBLE}


def found(text: str) -> list[tuple[str, str, Sense]]:
    return [(one.words, str(one.day or ""), one.sense) for one in read_mentions(text, year=2021)]


@pytest.mark.parametrize(
    ("text", "words", "day", "sense"),
    [
        ("4月底前完成摸排", "4月底前", "2021-04-30", Sense.ASKED),
        ("于5月份开展检查", "5月份", "2021-05-31", Sense.ASKED),
        ("（5月至8月）", "5月至8月", "2021-08-31", Sense.ASKED),
        ("“十四五”末，占比达到80%", "“十四五”末", "2025-12-31", Sense.ASKED),
        ("到2026年推出60条线路", "2026年", "2026-12-31", Sense.ASKED),
        ("2021.09.30前完工", "2021.09.30前", "2021-09-30", Sense.ASKED),
        ("6月18日（星期五）下午5点前报送", "6月18日（星期五）下午5点前", "2021-06-18", Sense.ASKED),
        ("市里要求2021年底实现的事项", "2021年底", "2021-12-31", Sense.ASKED),
        ("整理1-9月份招商项目资料", "1-9月份", "2021-09-30", Sense.NAMED),
        ("同意关于1-9月份财政预算执行情况的意见", "1-9月份", "2021-09-30", Sense.NAMED),
        ("做好1-9月份经济指标通报", "1-9月份", "2021-09-30", Sense.NAMED),
        ("对上报的1-6月份数据", "1-6月份", "2021-06-30", Sense.ASKED),
        ("完成1-6月份招商任务", "1-6月份", "2021-06-30", Sense.ASKED),
        ("县统计局1-9月份收集企业数据", "1-9月份", "2021-09-30", Sense.ASKED),
        ("每年2月底前报送", "每年2月底前", "", Sense.RECURRING),
        ("每月25日前报送", "每月25日前", "", Sense.RECURRING),
        ("7月1日起施行", "7月1日", "2021-07-01", Sense.STARTING),
        ("自2021年7月执行", "2021年7月", "2021-07-31", Sense.STARTING),
        ("较2021年底提高5个百分点", "2021年底", "2021-12-31", Sense.COMPARED),
        ("截至6月底仍未整改", "6月底", "2021-06-30", Sense.COMPARED),
        ("有效期至2026年5月31日", "2026年5月31日", "2026-05-31", Sense.VALID),
        ("实施期限至2021年12月31日", "2021年12月31日", "2021-12-31", Sense.VALID),
        ("减征政策继续执行至2021年6月30日", "2021年6月30日", "2021-06-30", Sense.VALID),
        ("门票减免延续至2022年4月30日", "2022年4月30日", "2022-04-30", Sense.VALID),
        ("将减征政策期限延长至2022年4月30日", "2022年4月30日", "2022-04-30", Sense.VALID),
        ("2021年5月至2022年4月继续实施减征一半的政策", "2021年5月至2022年4月", "2022-04-30", Sense.VALID),
        ("5月至8月实施天桥改造", "5月至8月", "2021-08-31", Sense.ASKED),
        ("2021年6月30日前注册的企业", "2021年6月30日前", "2021-06-30", Sense.LIMITING),
        ("将2021年底前到期的合同续签", "2021年底前", "2021-12-31", Sense.LIMITING),
        ("6月底前未完成整改的，一律停产", "6月底前", "2021-06-30", Sense.LIMITING),
        ("2月底前已完成摸排", "2月底前", "2021-02-28", Sense.PAST),
        ("2021年以来新增企业", "2021年", "2021-12-31", Sense.PAST),
        ("2021年版清单", "2021年", "2021-12-31", Sense.NAMED),
        ("《2021年12月底前清单》", "2021年12月底前", "2021-12-31", Sense.NAMED),
        ("年末人口自然增长率", "年末", "2021-12-31", Sense.NAMED),
        ("年底绩效考核", "年底", "2021-12-31", Sense.NAMED),
        ("明年春节前交付", "明年", "2022-12-31", Sense.NAMED),
        ("待6月专项债下达后开工", "6月", "2021-06-30", Sense.UNCLEAR),
        ("三年内建成平台", "三年内", "", Sense.COUNTED),
        ("2月30日前完成", "2月30日", "", Sense.IMPOSSIBLE),
    ],
)
def test_what_a_time_is_there_for(text: str, words: str, day: str, sense: Sense) -> None:
    assert found(text) == [(words, day, sense)]


@pytest.mark.parametrize(
    "text",
    [
        "15年内不得转让",
        "近年内发生事故",
        "增长7.5%",
        "下降10-15%",
        "版本2021.6",
        "“6·26”禁毒日",
        "全年完成5项",
        "年度中央投资完成95%",
        "四季如春",
        "第3季",
        "组织高三月考",
        "初三月考成绩",
        "电话12345678",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert [one for one in found(text) if one[2] is not Sense.NAMED] == []


def test_a_list_shares_the_sense_of_its_last_or_of_its_recurrence() -> None:
    assert [one[2] for one in found("6月、9月、12月底前完成")] == [Sense.ASKED] * 3
    assert [one[2] for one in found("每年5月底前、11月20日前报送")] == [Sense.RECURRING] * 2


def test_a_year_holds_for_its_sentence() -> None:
    days = [day for _, day, _ in found("2022年3月底前开工，9月底前完工。10月底前总结。")]
    assert days == ["2022-03-31", "2022-09-30", "2021-10-31"]
    assert found("2021年度任务12月底前完成，2022年度计划11月底前编制。")[-1][1] == "2021-11-30"


PIECES = st.sampled_from(
    [
        *"年月日底前末内至起后、，。（）“”《》的已较自每各0123456789 ",
        "季度",
        "上半年",
        "完成",
        "截至",
        "有效期",
        "十四五",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=30).map("".join), st.integers(1, 9998))
def test_mentions_stand_where_they_say_in_order_and_apart(text: str, year: int) -> None:
    end = 0
    for one in read_mentions(text, year=year):
        assert text[one.start : one.end] == one.words
        assert end <= one.start < one.end
        assert (one.day is None) == (one.sense in WITHOUT_A_DAY)
        assert one.day is None or isinstance(one.day, date)
        end = one.end


@pytest.mark.parametrize(
    "piece", ["“年", "一", "6月、", "每年", "年底，", "（1", "《2021年", "1、", "6月1日至", "十"]
)
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    read_mentions(piece * 10_000, year=2021)


def test_a_bracket_that_was_opened_before_a_time_is_none_of_its_words() -> None:
    words = [
        one.words for one in read_mentions("汛期前（4月15日前）排查，整治（6月底（含）前）完成。", year=2021)
    ]
    assert words[0] == "4月15日前"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("制定2016年中考工作细则", None),
        ("召开2016年中小学招生会议", None),
        ("开展2016年内部审计", None),
        ("清查2016年底数", None),
        ("2016年终身学习活动", None),
        ("2016年中完成", date(2016, 6, 30)),
        ("2016年内部署到位", date(2016, 12, 31)),
        ("6月初步建成", date(2016, 6, 30)),
        ("6月初建成", date(2016, 6, 5)),
        ("3月底数核查", date(2016, 3, 31)),
        ("6月中旬建成", date(2016, 6, 20)),
    ],
)
def test_a_part_of_a_year_or_a_month_is_not_cut_from_a_longer_word(text: str, day: date | None) -> None:
    assert [one.day for one in read_mentions(text, year=2016)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("issued", "year"), [(date(2015, 12, 27), 2016), (date(2016, 1, 5), 2017), (None, 2017)]
)
def test_next_year_is_the_plan_s_where_the_notice_was_issued_before_it(
    issued: date | None, year: int
) -> None:
    one, other = read_mentions("明年上半年完成征地，来年10月底前建成。", year=2016, issued=issued)
    assert (one.words, one.day) == ("明年上半年", date(year, 6, 30))
    assert (other.words, other.day) == ("来年10月底前", date(year, 10, 31))
