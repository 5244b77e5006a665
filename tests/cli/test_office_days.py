"""remind --workdays: a letter on working days only, and no day that falls between two letters."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

PLAN = """\
title: 2021年工作
year: 2021
issued: 2021-03-26
groups:
- id: "1"
  heading: 报送
  items:
  - {id: "1.1", work: 报表, units: [办公室], deadline: 2021年10月3日}
  - {id: "1.2", work: 总结, units: [办公室], deadline: 2021年10月9日}
"""


@pytest.fixture
def october(ledger: Path) -> Path:
    """The folder of a plan with two dates about the holidays of October 1st to 7th."""
    (ledger / "data" / "tasks.yaml").write_text(PLAN, encoding="utf-8")
    return ledger / "data"


def test_no_letter_on_a_day_off(run: Run) -> None:
    outcome = run("remind", "--workdays", "--today", "2021-10-04")
    assert outcome == (0, "", "2021-10-04 不是工作日，不出提醒函；下一个工作日是 2021-10-08\n")
    assert run("remind", "--workdays", "--today", "2021-10-04", "--format", "json").out == ""


@pytest.mark.parametrize("today", ["2021-10-08", "2021-10-09", "2021-09-26"])
def test_a_letter_on_working_days_and_made_up_ones(run: Run, today: str) -> None:
    outcome = run("remind", "--workdays", "--today", today)
    assert outcome.out.startswith("2021年重庆市黔江区")
    assert outcome.err == ""


def test_what_falls_on_a_day_off_is_told_before_it(run: Run, october: Path) -> None:
    assert october.is_dir()
    lines = run("remind", "--workdays", "--today", "2021-09-27").out.splitlines()
    assert lines[1] == "2021-09-27（2021年第39周），提醒范围至 2021-10-11"
    assert "  10月11日前到期（2项）" in lines
    assert "  - 1.1  2021-10-03  剩6天（休息日，之前最后一个工作日是9月30日）" in lines
    assert "  - 1.2  2021-10-09  剩12天" in lines  # a Saturday, made up


def test_without_the_option_nothing_of_it(run: Run, october: Path) -> None:
    (october / "holidays.yaml").write_text("off: [乱写]")
    outcome = run("remind", "--today", "2021-10-02")
    assert outcome.err == ""
    assert "  - 1.1  2021-10-03  剩1天" in outcome.out.splitlines()
    assert "提醒范围至 2021-10-09" in outcome.out


def test_the_other_formats_tell_it_too(run: Run, october: Path) -> None:
    assert october.is_dir()
    letter = json.loads(run("remind", "--workdays", "--today", "2021-09-27", "--format", "json").out)
    line = letter["units"][0]["parts"][0]["lines"][0]
    assert (letter["until"], line["by"]) == ("2021-10-11", "2021-10-03")
    assert line["days"] == "剩6天（休息日，之前最后一个工作日是9月30日）"


def test_the_offices_own_days(run: Run, october: Path) -> None:
    (october / "holidays.yaml").write_text("off: [2021-06-10]\non: [2021-06-12]\n")
    assert "下一个工作日是 2021-06-11" in run("remind", "--workdays").err
    assert run("remind", "--workdays", "--today", "2021-06-12").out != ""


def test_a_plan_of_another_name_has_holidays_of_that_name(run: Run, october: Path) -> None:
    (october / "tasks.yaml").rename(october / "局.yaml")
    (october / "局.holidays.yaml").write_text("off: [2021-06-10]\n")
    assert "不是工作日" in run("--file", "data/局.yaml", "remind", "--workdays").err


def test_faults_of_the_file_stop_the_letter(run: Run, october: Path) -> None:
    (october / "holidays.yaml").write_text("off: [2027-02-30]\non: [明天]\n")
    outcome = run("remind", "--workdays")
    assert (outcome.code, outcome.out) == (1, "")
    assert [line.split(": ")[0] for line in outcome.err.splitlines()] == [
        "data/holidays.yaml:1:7",
        "data/holidays.yaml:2:6",
    ]


def test_a_year_that_is_not_announced_gives_a_notice(run: Run, october: Path) -> None:
    args = ("remind", "--workdays", "--today", "2998-06-05")
    outcome = run(*args)
    assert outcome.code == 0
    assert outcome.out
    assert outcome.err == (
        "2998年的放假安排还不知道，暂按周一至周五算工作日；公布后请写进 data/holidays.yaml\n"
    )
    (october / "holidays.yaml").write_text("off: [2998-10-01..2998-10-07]\n")
    assert run(*args).err == ""


# No gap -----------------------------------------------------------------------------------------

STRETCHES = [
    (date(2021, 9, 20), date(2021, 10, 31)),  # 中秋, 国庆
    (date(2021, 1, 25), date(2021, 3, 7)),  # 春节
    (date(2020, 1, 13), date(2020, 2, 29)),  # 春节, made longer in that year
    (date(2021, 12, 20), date(2022, 2, 20)),  # 元旦, 春节
]


@pytest.mark.parametrize(("first", "last"), STRETCHES)
@pytest.mark.parametrize("weekday", [None, 0, 1, 4])
def test_every_day_of_a_stretch_is_in_a_letter_before_it(
    run: Run, ledger: Path, first: date, last: date, weekday: int | None
) -> None:
    """Cron runs daily, or on one weekday only: each day is within the reach of a letter not later than it."""
    assert ledger.is_dir()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    asked = [day for day in days if weekday is None or day.weekday() == weekday]
    reached = None
    for day in asked:
        out = run("remind", "--workdays", "--format", "json", "--today", str(day)).out
        if out:
            assert reached is None or day <= reached
            reached = date.fromisoformat(json.loads(out)["until"])
    assert reached
    assert reached >= asked[-1]


@pytest.mark.parametrize(("first", "last"), STRETCHES)
def test_a_letter_on_the_first_working_day_of_each_week_leaves_no_gap(
    run: Run, ledger: Path, first: date, last: date
) -> None:
    """As `--send` does, which runs daily and sends once a week."""
    assert ledger.is_dir()
    sent: dict[tuple[int, int], date] = {}
    reached = None
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        week = day.isocalendar()[:2]
        out = "" if week in sent else run("remind", "--workdays", "--format", "json", "--today", str(day)).out
        if out:
            assert reached is None or day <= reached
            sent[week], reached = day, date.fromisoformat(json.loads(out)["until"])
    assert len(sent) >= 4


# With --send ------------------------------------------------------------------------------------

CONTACTS = """\
mail: {host: smtp.example.cn, from: office@example.cn}
units:
  办公室: [office@example.cn]
"""


def test_what_is_sent_keeps_to_working_days_too(run: Run, october: Path) -> None:
    (october / "contacts.yaml").write_text(CONTACTS, encoding="utf-8")
    sent = run("remind", "--send", "--dry-run", "--workdays", "--today", "2021-09-27")
    assert "  - 1.1  2021-10-03  剩6天（休息日，之前最后一个工作日是9月30日）" in sent.out
    assert "提醒范围至 2021-10-11" in sent.out
    off = run("remind", "--send", "--workdays", "--today", "2021-10-04")
    assert off == (0, "", "2021-10-04 不是工作日，不出提醒函；下一个工作日是 2021-10-08\n")


def test_the_check_of_contacts_knows_no_days(run: Run) -> None:
    assert run("remind", "--check-contacts", "--workdays").code == 2
