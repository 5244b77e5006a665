from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.standing.what_to_read import UNDATED, UNREAD
from qjtask.storage.files.ledger_index import LedgerIndex
from tests.storage.indexes import LOG, PLAN, TODAY, entry, learnt, ledger_at


def test_the_index_says_when_and_of_whom_something_is_wanted(tmp_path: Path) -> None:
    found = learnt(ledger_at(tmp_path))
    assert found is not None
    outlooks = found.index.outlooks()
    assert [bool(kind & UNDATED) for kind in outlooks.kind] == [False, True, False]
    assert [bool(kind & UNREAD) for kind in outlooks.kind] == [False, False, True]
    assert {name: list(works) for name, works in outlooks.owners.items()} == {
        "审批科": [0],
        "办公室": [0, 1],
        "养护科": [2],
    }
    assert {name: list(works) for name, works in outlooks.others.items()} == {"区府办": [0], "审批科": [2]}
    assert {name: list(works) for name, works in outlooks.finished.items()} == {"办公室": [0]}
    assert [one.line for one in found.index.head.told] == [4]


APPENDED = (
    entry("b1", "1.2", "note", "2021-05-05"),
    entry("b1", "1.1", "done", "2021-05-05", ', "unit": "审批科"'),
    entry("b1", "2.1", "note", "2021-05-05") + entry("b2", "2.1", "drop", "2021-05-06", ', "text": "并入"'),
    entry("b1", "9.9", "note", "2021-05-05"),
    entry("b1", "1.1", "note", "2021-12-05"),
    entry("b1", "1.2", "note", "2021-04-01"),
    entry("a0", "1.2", "note", "2021-05-03"),
    entry("b1", "1.2", "note", "2021-05-03"),
)


@pytest.mark.parametrize("appended", APPENDED)
def test_an_index_that_grew_is_the_one_made_anew(tmp_path: Path, appended: str) -> None:
    learnt(ledger_at(tmp_path))
    with (tmp_path / "progress.yaml").open("a", encoding="utf-8") as log:
        log.write(appended)
    grown = LedgerIndex(ledger_at(tmp_path, log="")).open(TODAY)
    assert grown is not None
    anew = tmp_path / "anew"
    anew.mkdir()
    made = learnt(ledger_at(anew, log=LOG + appended))
    assert made is not None
    assert grown.index.outlooks() == made.index.outlooks()
    assert grown.index.head.told == made.index.head.told
    assert grown.index.head.lines == made.index.head.lines
    assert grown.newest() == made.newest()
    assert grown.part([0, 1, 2]) == made.part([0, 1, 2])


FAR_REACHING = (
    entry("b1", "1.1", "undo", "2021-05-05", ', "undoes": "a1"'),
    entry("a1", "1.1", "note", "2021-04-10"),
    entry("b1", "1.1", "chase", "2021-05-05", ', "text": "督1号", "to": "2021-05-09"'),
    entry("b1", "1.1", "praise", "2021-05-05"),
    "- item: '1.2'\n  do: note\n  on: 2021-05-04\n  at: 2021-05-04T08:00:00+08:00\n",
    "  text: 接着写\n",
    '- {"id": "b1"',
)


@pytest.mark.parametrize("appended", FAR_REACHING)
def test_what_says_something_of_other_lines_is_no_growth(tmp_path: Path, appended: str) -> None:
    learnt(ledger_at(tmp_path))
    with (tmp_path / "progress.yaml").open("a", encoding="utf-8") as log:
        log.write(appended)
    assert LedgerIndex(ledger_at(tmp_path, log="")).open(TODAY) is None


def test_a_hand_correction_of_the_same_length_is_seen(tmp_path: Path) -> None:
    assert learnt(ledger_at(tmp_path)) is not None
    ledger = ledger_at(tmp_path, log=LOG.replace("2021-04-12", "2021-04-13"))
    assert LedgerIndex(ledger).open(TODAY) is None


def test_with_the_clock_set_back_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 10**18)
    assert learnt(ledger_at(tmp_path)) is not None
    ledger = ledger_at(tmp_path, plan=PLAN.replace("5月31日", "5月30日"))
    assert LedgerIndex(ledger).open(TODAY) is None


def test_a_log_that_went_is_no_empty_log(tmp_path: Path) -> None:
    learnt(ledger_at(tmp_path))
    (tmp_path / "progress.yaml").unlink()
    assert LedgerIndex(ledger_at(tmp_path, log="")).open(TODAY) is None


def test_an_update_that_was_begun_is_read_in_full(tmp_path: Path) -> None:
    ledger = ledger_at(tmp_path)
    learnt(ledger)
    ledger.files.going_with_it.write_bytes(b"# replaces \n")
    assert LedgerIndex(ledger).open(TODAY) is None


def test_no_index_is_made_of_what_changed_while_it_was_read(tmp_path: Path) -> None:
    ledger = ledger_at(tmp_path)
    index = LedgerIndex(ledger)
    index.open(TODAY)
    snapshot = ledger.read()
    ledger_at(tmp_path, plan=PLAN.replace("5月31日", "5月3日"))
    index.learn(snapshot)
    index.save()
    assert LedgerIndex(ledger).open(TODAY) is None


UNFIT = (
    (PLAN, LOG + '- {"id": "b1"'),
    (PLAN, "  " + LOG),
    (PLAN.replace("work: 长期工作", "work: >-\n      长期\n      工作"), LOG),
    (PLAN.replace('- id: "1.2"\n    work: 长期工作', '- work: 长期工作\n    id: "1.2"'), LOG),
)


@pytest.mark.parametrize(("plan", "log"), UNFIT)
def test_odd_forms_have_no_index_or_one_that_leads_right(tmp_path: Path, plan: str, log: str) -> None:
    ledger = ledger_at(tmp_path, plan, log)
    found = learnt(ledger)
    if found is not None:
        assert [item.id for item in found.part([0, 2]).plan.items()] == ["1.1", "2.1"]
