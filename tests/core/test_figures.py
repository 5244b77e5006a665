"""On any day list, stats, bulletin, board, progress table and JSON agree on every figure."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qjtask.core.layout.sheet import Sheet
from qjtask.core.letters.bulletin import bulletin, overall_words
from qjtask.core.letters.bulletin_changes import change_words
from qjtask.core.letters.progress_table import progress_report
from qjtask.core.log.entry import Do, Entry
from qjtask.core.plan.plan import Rules
from qjtask.core.sheets.board_content import board
from qjtask.core.sheets.diff_sheet import diff_sheet
from qjtask.core.sheets.list_sheets import list_sheet
from qjtask.core.sheets.stats_sheets import by_sheet, total_sheet
from qjtask.core.standing.asides import Aside
from qjtask.core.standing.changes import row_changes
from qjtask.core.standing.counts import Category, StatsBy, tallies, tally
from qjtask.core.standing.words import STATUS_WORDS
from qjtask.render.json_changes import changes_object, lines_object
from qjtask.render.json_objects import tally_object
from qjtask.render.json_text import row_object
from tests.core.accepting import AMOUNT, RATE
from tests.core.plans import column, day, entry, item, milestone, past, plan, span, standing, texts

if TYPE_CHECKING:
    from qjtask.core.standing.row import Row

PLAN = plan(
    item("1.1", units=("审批科", "建管科"), targets=(RATE,), report_every=None),
    item("1.2", units=("建管科",), targets=(AMOUNT,), deadline="2021年5月31日", report_every=None),
    item("1.3", units=("审批科",), deadline="每季度末", milestones=(milestone("04-30"),)),
    item("1.4", units=("养护科",), deadline="持续推进", targets=(RATE, AMOUNT)),
    item("1.5", units=("养护科",), deadline="待上级明确后办理"),
)
IDS = ["1.1", "1.2", "1.3", "1.3.1", "1.4", "1.5"]
MARKS = st.builds(
    lambda marked, do, unit, on, by, measured, to: entry(
        marked,
        do,
        str(on),
        unit=unit,
        by=by,
        to=str(to) if do is Do.EXTEND else None,
        values=dict(zip(("占比", "办件"), measured, strict=False)) if do in (Do.DONE, Do.NOTE) else None,
    ),
    st.sampled_from(IDS),
    st.sampled_from([Do.DONE] * 4 + [Do.ACCEPT, Do.ACCEPT, *(do for do in Do if do is not Do.UNDO)]),
    st.sampled_from([None, None, "审批科", "建管科"]),
    st.dates(day("03-26"), day("08-31")),
    st.sampled_from(["王芳", "李明"]),
    st.lists(st.sampled_from(["30", "79.5", "80", "120"]), max_size=2),
    st.dates(day("05-01"), day("12-31")),
)
LOGS = st.lists(MARKS, max_size=20)
RULES = st.sampled_from([Rules(accept=True), Rules(accept=True), Rules()])


def counted(text: str, names: type[Category | Aside]) -> dict[str, int]:
    """The figures of a sentence: 已完成2项，占40%；延过期1项."""
    found = re.findall(rf"({'|'.join(sorted(names, key=len, reverse=True))})([0-9]+)项", text)
    return {name: int(count) for name, count in found}


def by_hand(items: list[dict[str, Any]], today: date) -> Counter[str]:
    """What stands beside the counts, from the JSON of the items alone."""
    found: Counter[str] = Counter()
    for one in items:
        done, is_over = one["status"] == "done", one["status"] in ("done", "dropped")
        printed = one["original_due"]
        late = "overdue" in one["reasons"] or bool(printed and date.fromisoformat(printed) < today)
        met = [target["met"] for target in one["targets"]]
        for aside, holds in {
            Aside.OVERDUE_AS_PRINTED: late and not is_over,
            Aside.EXTENDED: bool(one["extensions"]) and one["status"] != "dropped",
            Aside.UNREAD: "unread" in one["reasons"],
            Aside.SILENT: "silent" in one["reasons"],
            Aside.BEHIND: "behind" in one["reasons"],
            Aside.TARGETS_MISSED: done and False in met,
            Aside.TARGETS_UNMEASURED: done and None in met,
            Aside.ACCEPTED: one["accepted"] is not None,
            Aside.RETURNED: bool(one["returns"]) and one["status"] != "dropped",
        }.items():
            found[aside.value] += holds
    return +found


@settings(max_examples=80)
@given(LOGS, RULES, st.dates(day("03-26"), day("12-31")))
def test_all_who_tell_a_figure_tell_the_same(log: list[Entry], rules: Rules, today: date) -> None:
    of = PLAN._replace(rules=rules)
    rows = standing(of, log, str(today))
    items = [row_object(row) for row in rows]
    whole = tally_object(tally("合计", rows))
    counts = {kind.value: whole[kind.name.lower()] for kind in Category if whole[kind.name.lower()]}
    beside = {aside.value: whole[aside.name.lower()] for aside in Aside if whole[aside.name.lower()]}
    assert sum(counts.values()) == whole["total"] == len(rows)

    assert beside == by_hand(items, today)
    assert counts.get("逾期", 0) == sum("overdue" in one["reasons"] for one in items)
    for word, code in (("已完成", "done"), ("待销号", "reported"), ("取消", "dropped")):
        assert counts.get(word, 0) == sum(one["status"] == code for one in items)
    stands = column(list_sheet(rows, len(rows), in_sections=True), "状态")
    assert [text.startswith(STATUS_WORDS[row.status]) for text, row in zip(stands, rows, strict=True)] == [
        True
    ] * len(rows)

    stats = total_sheet(rows)
    assert {name: int(count) for name, count, *_ in texts(stats)[:-1] if count != "0"} == counts
    assert counted("".join(stats.notes), Aside) == beside
    overall = overall_words(rows, today)
    assert counted(overall.partition("其中")[0].partition("已完成的工作中")[0], Category) == counts
    assert counted(overall.partition("其中")[2], Aside) == beside

    seen = board(of, rows, today)
    assert {one.category.value: one.items for one in seen.figures if one.items} == counts
    assert Counter(one.category.value for one in seen.items) == counts
    assert counted(seen.besides, Aside) == beside

    part = progress_report(of, rows, past(log, str(today)), today).parts[0]
    head = next(line for line in part.head if line.startswith("共"))
    assert counted(head.partition("；其中")[0], Category) == counts
    assert counted(head.partition("；其中")[2], Aside) == beside
    (table,) = (block for block in part.blocks if isinstance(block, Sheet))
    begins = Counter(re.split("[（，0-9]", text)[0] for text in column(table, "完成状态"))
    assert begins == counts


@settings(max_examples=80)
@given(LOGS, RULES, st.dates(day("04-01"), day("12-31")), st.integers(0, 120))
def test_changes_add_up_and_are_those_of_the_works(
    log: list[Entry], rules: Rules, today: date, days: int
) -> None:
    of, since = PLAN._replace(rules=rules), today - timedelta(days=days)
    now, then = standing(of, log, str(today)), standing(of, log, str(max(since, day("03-26"))))
    for by in StatsBy:
        before = {line.name: tally_object(line) for line in tallies(then, by)}
        for line in lines_object(tallies(now, by), tallies(then, by)):
            change = line["change"]
            was = before.get(line["name"], {})
            assert {key: line[key] - was.get(key, 0) for key in change} == change
            assert sum(change[kind.name.lower()] for kind in Category) == change["total"]
    (whole,) = lines_object([tally("", now)], [tally("", then)])
    words = change_words(then, now, since)
    told = re.findall(r"([^，；与]+?)(增加|减少)([0-9]+)项", words.replace("此外，", ""))
    signed = {name: int(count) * (1 if grown == "增加" else -1) for name, grown, count in told}
    names = {one.value: one.name.lower() for one in (*Category, *Aside)}
    assert {names[name]: change for name, change in signed.items()} == {
        key: change for key, change in whole["change"].items() if change
    }
    assert words in str(bulletin(of, now, today, since, span("30d"), changes=words))

    changes = row_changes(then, now)
    told_of = {one["id"]: one for one in changes_object(changes, since)["changes"]}
    for old, row in zip(then, now, strict=True):
        a, b = row_object(old), row_object(row)
        moved = {
            *(["status"] if a["status"] != b["status"] else []),
            *(["light"] if a["light"] != b["light"] else []),
            *(["date"] if _dates(a, old) != _dates(b, row) else []),
        }
        found = told_of.get(row.item.id)
        assert moved == ({facet.replace("gone", "status") for facet in found["changed"]} if found else set())
    assert len(diff_sheet(changes, since, len(now)).rows) == len(told_of)


def _dates(content: dict[str, Any], row: Row) -> tuple[Any, ...]:
    day_held_to = content["deadline"]["date"] if row.deadline else None
    return day_held_to, *(one["by"] for one in content["milestones"])


@pytest.mark.parametrize("only", ["审批科", "养护科"])
def test_what_is_told_of_one_unit_is_one_figure_too(only: str) -> None:
    log = [entry("1.1", unit="审批科"), entry("1.4", values={"占比": "30"}), entry("1.3.1")]
    rows = [row for row in standing(PLAN, log, "08-01") if only in row.owners]
    beside = tally("", rows, {only}).beside
    expected = {aside.value: count for aside, count in beside.items() if count}
    assert counted("".join(total_sheet(rows, {only}).notes), Aside) == expected
    assert counted(board(PLAN, rows, day("08-01"), {only}).besides, Aside) == expected
    told = overall_words(rows, day("08-01"), {only}).rpartition("其中")[2] if expected else ""
    assert counted(told, Aside) == expected


def test_the_lines_by_unit_show_each_change() -> None:
    now, then = standing(PLAN, [entry("1.2", on="06-01")], "06-10"), standing(PLAN, (), "05-20")
    sheet = by_sheet(now, StatsBy.UNIT, then=then)
    assert column(sheet, "已完成") == ["0", "1（+1）", "0"]
    assert column(sheet, "共") == ["2", "2", "2"]
