"""What a plan keeps when its notice is printed anew: these tests go over the tables of keys."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from qjtask.core.plan.item_keys import ITEM
from qjtask.core.plan.keeping import (
    Prints,
    Promised,
    Reread,
    kept_item,
    kept_plan,
    unsaid_of_items,
)
from qjtask.core.plan.plan import BLANK_WORK, Letterhead, Milestone, Owner, Plan, Rules, Target
from qjtask.core.plan.plan_keys import PLAN
from qjtask.core.time.deadline import DeadlineClass, read_deadline
from qjtask.core.time.span import Span
from tests.core.plans import item, plan

if TYPE_CHECKING:
    from collections.abc import Collection

    from qjtask.core.plan.plan import Item

MINE: dict[str, Any] = {
    "no": "27",
    "work": "做好9.1",
    "lead": ("甲局",),
    "units": ("甲科",),
    "support": ("办公室",),
    "owner": Owner.LEAD,
    "deadline": read_deadline("6月底前", year=2021, issued=None),
    "due": date(2021, 5, 31),
    "milestones": (Milestone(date(2021, 4, 30), "半程"),),
    "targets": (Target("占比", "80"),),
    "report_every": Span(1, "m"),
    "source": "县长批示",
    "settled": ("units",),
    "note": "等批复",
}
THEIRS: dict[str, Any] = {
    "no": "28",
    "lead": ("乙局",),
    "units": ("甲科",),
    "support": ("财务科",),
    "deadline": read_deadline("9月底前", year=2021, issued=None),
    "milestones": (Milestone(date(2021, 8, 31), "又一步"),),
    "targets": (Target("次数", None, "3"),),
    "note": "表内重复",
}
SILENT = item("9.7", work="做好9.1", lead=(), units=("甲科",), deadline="")
"""What a new print says of an item when it prints as little as it can."""


def read_nothing(*_: object) -> Promised:
    """All milestones and targets of a plan are a person's."""
    return Promised((), ())


def prints(unsaid: Collection[str] = (), reread: Reread = read_nothing) -> Prints:
    return Prints(plan(item()), plan(item()), unsaid, reread)


def of(values: dict[str, Any]) -> Item:
    return SILENT._replace(id="9.1", line=0, column=0, **values)


def test_these_tests_know_every_key() -> None:
    assert {key.name for key in ITEM.keys} == {"id", *MINE}
    assert all(key.name in THEIRS for key in ITEM.keys if key.kept == "either")


@pytest.mark.parametrize("key", [key for key in ITEM.keys if key.name in MINE], ids=lambda key: key.name)
def test_a_key_of_an_item_that_the_new_print_does_not_speak_of(key: Any) -> None:
    kept = kept_item(of({key.name: MINE[key.name]}), SILENT, "9.1", prints({key.name})).item
    is_kept = key.kept in {"hand", "either"} or key.name in {"milestones", "targets", "settled"}
    assert getattr(kept, key.name) == (MINE if is_kept else SILENT._asdict())[key.name]


@pytest.mark.parametrize("key", [key for key in ITEM.keys if key.name in THEIRS], ids=lambda key: key.name)
def test_a_key_of_an_item_that_both_speak_of(key: Any) -> None:
    kept = kept_item(
        of({key.name: MINE[key.name]}), SILENT._replace(**{key.name: THEIRS[key.name]}), "9.1", prints()
    ).item
    if key.name in {"milestones", "targets"}:  # a person wrote the one, a column of the print has the other
        assert getattr(kept, key.name) == (*MINE[key.name], *THEIRS[key.name])
    else:
        assert getattr(kept, key.name) == (MINE if key.kept == "hand" else THEIRS)[key.name]


@pytest.mark.parametrize("key", [key for key in ITEM.keys if key.kept == "either"], ids=lambda key: key.name)
def test_what_a_new_print_says_of_other_items_it_says_of_none_it_leaves_out(key: Any) -> None:
    other = SILENT._replace(id="9.8", **{key.name: THEIRS[key.name]})
    silent, speaking = plan(SILENT), plan(SILENT, other)
    assert key.name in unsaid_of_items(silent)
    assert key.name not in unsaid_of_items(speaking)
    kept = kept_item(of({key.name: MINE[key.name]}), SILENT, "9.1", prints(unsaid_of_items(speaking))).item
    assert getattr(kept, key.name) == SILENT._asdict()[key.name]


def test_all_that_a_hand_wrote_is_kept_at_once_under_the_new_number() -> None:
    kept = kept_item(of(MINE), SILENT._replace(work="做好另一件"), "9.9", prints()).item
    by_hand = [key.name for key in ITEM.keys if key.kept == "hand"]
    assert {name: getattr(kept, name) for name in by_hand} == {name: MINE[name] for name in by_hand}
    assert (kept.id, kept.work) == ("9.9", "做好另一件")


def test_a_persons_reading_overrules_the_new_words_too() -> None:
    kept = kept_item(of(MINE), SILENT._replace(deadline=THEIRS["deadline"]), "9.1", prints()).item
    assert (kept.deadline.text, kept.deadline.kind, kept.deadline.date) == (
        "9月底前",
        DeadlineClass.DATE,
        MINE["due"],
    )


def test_a_day_that_a_hand_wrote_in_figures_stays_as_long_as_it_is_printed() -> None:
    old = of({"deadline": read_deadline("2021-06-30", year=2021, issued=None)})
    same, other = (
        SILENT._replace(deadline=read_deadline(text, year=2021, issued=None))
        for text in ("6月底前", "7月底前")
    )
    assert kept_item(old, same, "9.1", prints()).item.deadline.text == "2021-06-30"
    assert kept_item(old, other, "9.1", prints()).item.deadline.text == "7月底前"


def test_a_doubt_stays_settled_as_long_as_the_print_says_the_same() -> None:
    old = of({**MINE, "settled": ("deadline", "units", "lead")})
    again = SILENT._replace(lead=("乙局",), deadline=MINE["deadline"])
    assert kept_item(old, again, "9.1", prints()).item.settled == ("deadline", "units")
    collective = of({"units": ("各镇",), "settled": ("members",)})
    assert kept_item(collective, collective, "9.1", prints()).item.settled == ("members",)
    other = collective._replace(support=("各街道",), settled=())
    assert kept_item(collective, other, "9.1", prints()).item.settled == ()


HEAD: dict[str, tuple[Any, Any]] = {  # mine, and the new print's
    "title": ("我的表", "新表"),
    "document": ("某发〔2021〕1号", "某发〔2021〕9号"),
    "issuer": ("某局", "某某局"),
    "issued": (date(2021, 3, 1), date(2021, 6, 1)),
    "first_issued": (date(2021, 2, 1), None),
    "year": (2021, 2022),
    "letter": (Letterhead("各科室", "张三"), Letterhead()),
    "rules": (Rules(pace=10), Rules(owner=Owner.LEAD)),
    "units": ({"审批科": ("行审批科",)}, {"行审批科": (), "规划科": ()}),
}


@pytest.mark.parametrize("key", [key for key in PLAN.keys if key.name != "groups"], ids=lambda key: key.name)
def test_a_key_of_the_head(key: Any) -> None:
    mine, theirs = HEAD[key.name]
    old, new = plan(item())._replace(**{key.name: mine}), plan(item())._replace(**{key.name: theirs})
    wanted = {"print": theirs, "either": theirs, "plan": mine, "apart": theirs}[key.kept]
    if key.name == "units":
        wanted = {**mine, "规划科": ()}
    elif key.name == "first_issued":
        wanted = mine
    assert getattr(kept_plan(old, new), key.name) == wanted
    if key.kept == "either":
        default = Plan._field_defaults[key.name]
        assert getattr(kept_plan(old, new._replace(**{key.name: default})), key.name) == mine


MARCH, JUNE, JULY = date(2021, 3, 1), date(2021, 6, 1), date(2021, 7, 1)


@pytest.mark.parametrize(
    ("first", "issued", "again", "kept"),
    [
        (None, MARCH, JUNE, MARCH),  # issued again
        (MARCH, JUNE, JULY, MARCH),  # and once more
        (None, MARCH, MARCH, None),  # the same print, read again
        (None, MARCH, None, None),  # one that does not say when
        (None, None, JUNE, None),  # the first that does
        (None, JUNE, MARCH, None),  # a date that was read wrongly, put right
        (JUNE, JULY, MARCH, JUNE),  # what a hand wrote is told by check, and stays
    ],
)
def test_the_first_issue_is_kept_when_the_notice_is_issued_again(
    first: date | None, issued: date | None, again: date | None, kept: date | None
) -> None:
    old = plan(item(), issued=issued)._replace(first_issued=first)
    found = kept_plan(old, plan(item(), issued=again))
    assert found.first_issued == kept
    assert found.in_force_since == (kept or again or issued)


def test_a_print_without_a_title_does_not_take_the_plans() -> None:
    old = plan(item())
    assert kept_plan(old, old._replace(title="工作任务分解表")).title == old.title


def test_rules_that_stand_by_default_are_not_changed_by_a_print() -> None:
    old = plan(item())
    assert kept_plan(old, old._replace(rules=Rules(owner=Owner.ALL))).rules == Rules()


def test_whom_a_collective_name_stands_for_is_kept() -> None:
    old = plan(item(), units={"各镇": ()})._replace(members={"各镇": ("甲镇",)})
    new = plan(item(), units={"各镇": (), "各科室": ()})._replace(
        members={"各镇": ("乙镇",), "各科室": ("甲科",)}
    )
    assert kept_plan(old, new).members == {"各镇": ("甲镇",), "各科室": ("甲科",)}


def test_a_deadline_that_the_work_itself_says_outlives_a_print_issued_after_it() -> None:
    old = of({"work": "4月底前完成设计", "deadline": read_deadline("4月底前", year=2021, issued=None)})
    again = SILENT._replace(work="4月底前完成设计，年内开工")
    assert kept_item(old, again, "9.1", prints()).item.deadline == old.deadline
    assert kept_item(old, SILENT._replace(work="年内开工"), "9.1", prints()).item.deadline.text == ""


def test_words_are_read_by_the_day_of_the_first_issue_and_by_the_new_one_to_tell_columns_apart() -> None:
    asked: list[tuple[int, date | None]] = []

    def reread(_: Item, year: int, issued: date | None) -> Promised:
        asked.append((year, issued))
        is_past = issued == date(2021, 6, 1)
        return Promised(() if is_past else MINE["milestones"], ())

    old, new = plan(item(), issued=date(2021, 5, 1)), plan(item(), issued=date(2021, 6, 1))
    both = Prints(old._replace(first_issued=date(2021, 3, 1)), new, (), reread)
    kept = kept_item(of({"milestones": MINE["milestones"]}), SILENT, "9.1", both).item
    assert asked == [(2021, date(2021, 3, 1)), (2021, date(2021, 6, 1)), (2021, date(2021, 3, 1))]
    assert kept.milestones == MINE["milestones"]


def test_what_a_person_put_where_the_print_is_blank_stays_as_long_as_it_is() -> None:
    old = of({"units": ("养护科",), "deadline": MINE["deadline"], "settled": ("units", "deadline")})
    kept = kept_item(old, SILENT._replace(units=()), "9.1", prints()).item
    assert (kept.units, kept.deadline, kept.settled) == (old.units, old.deadline, old.settled)
    printed = SILENT._replace(units=("乙科",), deadline=THEIRS["deadline"])
    kept = kept_item(old, printed, "9.1", prints()).item
    assert (kept.units, kept.deadline, kept.settled) == (("乙科",), THEIRS["deadline"], ())
    unsettled = old._replace(settled=())
    assert kept_item(unsettled, SILENT._replace(units=()), "9.1", prints()).item.units == ()


def test_what_a_person_wrote_for_a_work_that_is_not_printed_stays_while_it_is_not() -> None:
    blank = SILENT._replace(work=BLANK_WORK)
    written = of({"work": "修路", "settled": ("work",)})
    kept = kept_item(written, blank, "9.1", prints()).item
    assert (kept.work, kept.settled) == ("修路", ("work",))
    printed = blank._replace(work="养护")
    kept = kept_item(written, printed, "9.1", prints()).item
    assert (kept.work, kept.settled) == ("养护", ())
    assert kept_item(written._replace(settled=()), blank, "9.1", prints()).item.work == BLANK_WORK


def test_words_of_a_work_that_are_no_deadline_to_a_person_are_none_in_the_next_print() -> None:
    old = of({"work": "三季度开工", "settled": ("deadline",)})
    said = SILENT._replace(work=old.work, deadline=read_deadline("三季度", year=2021))
    both = prints()._replace(reread=lambda *_: Promised((), (), "三季度"))
    kept = kept_item(old, said, "9.1", both).item
    assert (kept.deadline, kept.settled) == (old.deadline, ("deadline",))
    for other in (
        old._replace(settled=()),
        old._replace(work="三季度动工"),
        old._replace(deadline=THEIRS["deadline"]),
    ):
        assert kept_item(other, said, "9.1", both).item.deadline == said.deadline
    printed = said._replace(deadline=read_deadline("9月底前", year=2021))
    assert kept_item(old, printed, "9.1", both).item.deadline == printed.deadline


def test_what_a_person_says_of_the_prints_names_holds_in_the_plan() -> None:
    old = plan(item(), units={"建管科": ("建管股",), "张三": (), "各镇": ()})
    new = plan(item(), units={"建管股": ("建管课",), "李四科": ("张三",), "各镇": ()})
    kept = kept_plan(old, new._replace(members={"各镇": ("甲镇",)}))
    assert kept.units == {"建管科": ("建管股", "建管课"), "李四科": ("张三",), "各镇": ()}
    assert kept.members == {"各镇": ("甲镇",)}


@pytest.mark.parametrize(
    ("old", "new", "units", "held"),
    [
        (("甲科",), ("甲科", "某某"), ("甲科",), {"units": "甲科、某某"}),
        ((), ("某某",), (), {"units": "某某"}),
        (("甲科",), ("乙科", "某某"), ("乙科", "某某"), {}),
        (("甲科",), ("甲科",), ("甲科",), {}),
        (("甲科", "乙科"), ("甲科",), ("甲科",), {}),
    ],
)
def test_names_that_a_person_took_out_do_not_come_back(
    old: tuple[str, ...], new: tuple[str, ...], units: tuple[str, ...], held: dict[str, str]
) -> None:
    kept = kept_item(
        SILENT._replace(units=old, settled=("units",)), SILENT._replace(units=new), "9.1", prints()
    )
    assert (kept.item.units, kept.held) == (units, held)
    unsettled = kept_item(SILENT._replace(units=old), SILENT._replace(units=new), "9.1", prints())
    assert (unsettled.item.units, unsettled.held) == (new, {})


@pytest.mark.parametrize(
    ("old", "new", "text", "held"),
    [
        ("5月底前", "汛期前后", "5月底前", {"deadline": "汛期前后"}),
        ("5月底前", "6月底前", "6月底前", {}),
        ("汛期前后", "汛期之前", "汛期之前", {}),
    ],
)
def test_words_that_a_person_wrote_for_a_deadline_stay_while_the_print_is_unread(
    old: str, new: str, text: str, held: dict[str, str]
) -> None:
    before = item("9.7", deadline=old)._replace(settled=("deadline",))
    kept = kept_item(before, item("9.7", deadline=new), "9.1", prints())
    assert (kept.item.deadline.text, kept.held) == (text, held)
    assert ("deadline" in kept.item.settled) == bool(held)
    assert kept_item(item("9.7", deadline=old), item("9.7", deadline=new), "9.1", prints()).held == {}
