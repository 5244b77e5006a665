"""How long a unit has been silent itself, whatever others say."""

from __future__ import annotations

from qjtask.core.letters.chases import chases
from qjtask.core.letters.reminder import reminder
from qjtask.core.log.entry import Do, Entry
from qjtask.core.standing.shares import Share
from tests.core.plans import day, entry, item, past, plan, row, span, standing

TODAY = day("06-10")
PLAN = plan(
    item("9.1", units=("办公室", "建管科"), deadline="持续推进"),
    item("9.2", deadline="6月30日"),
    item("9.3", units=(), deadline="持续推进"),
)


def note(on: str, unit: str | None, item_id: str = "9.1") -> Entry:
    return entry(item_id, Do.NOTE, on, unit=unit, text="走访企业12家")


def silent(*log: Entry, unit: str = "办公室", item_id: str = "9.1") -> int | None:
    return Share(row(PLAN, log, item_id=item_id), (unit,)).too_silent


def test_silence_counts_from_the_notice_until_somebody_reports() -> None:
    assert silent() == 76
    assert silent(note("04-12", None)) == 59


def test_silence_counts_from_the_latest_day_whenever_it_was_written() -> None:
    """The report of 9 June, then one of March that was forgotten."""
    assert silent(note("06-09", "办公室"), note("03-30", "办公室")) is None


def test_a_unit_is_silent_though_another_reports() -> None:
    log = (note("04-12", "办公室"), note("06-10", "建管科"))
    assert silent(*log) == 59
    assert silent(*log, unit="建管科") is None


def test_what_is_said_for_nobody_in_particular_is_said_for_each() -> None:
    assert silent(note("06-01", None)) is None
    assert silent(note("06-01", None), unit="建管科") is None


def test_the_review_rhythm_is_the_plans() -> None:
    """Thirty days ago is no silence yet."""
    assert silent(note("05-11", "办公室")) is None
    assert silent(note("05-10", "办公室")) == 31


def test_dated_work_is_not_silent() -> None:
    assert silent(item_id="9.2") is None


def test_work_of_nobody_is_silent_as_a_whole() -> None:
    assert silent(unit="（未写责任单位）", item_id="9.3") == 76
    assert silent(note("06-01", "办公室", "9.3"), unit="（未写责任单位）", item_id="9.3") is None


def test_a_units_letters_go_by_its_own_silence() -> None:
    """Two workbooks collected in either order: who reported is not asked again, who did not is."""
    for log in (
        (note("04-12", "建管科"), note("06-10", "办公室")),
        (note("06-10", "办公室"), note("04-12", "建管科")),
    ):
        rows = standing(PLAN, log)
        weekly = {section.unit: section.parts for section in reminder(PLAN, rows, TODAY, span("7d")).sections}
        assert "办公室" not in weekly
        assert [line.days for line in weekly["建管科"][0].lines] == ["静默59天"]
        asked = {one.unit: one.asked for one in chases(PLAN, rows, past(log, "06-10"), log, TODAY, TODAY)}
        assert "办公室" not in asked
        assert [one.silent for one in asked["建管科"]] == [59]


def test_a_chase_is_not_settled_by_a_report_of_an_earlier_day() -> None:
    def times(*log: Entry) -> int:
        found = chases(PLAN, standing(PLAN, log), past(log, "06-10"), log, TODAY, TODAY, ("建管科",))
        return found[0].times

    chased = entry("9.1", Do.CHASE, "05-20", unit="建管科", text="催办〔2021〕第1号", to="05-27")
    assert times(chased) == 2
    assert times(chased, note("03-30", "建管科")) == 2
