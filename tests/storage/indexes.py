"""A ledger of files with its index, for the tests of what stands between them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.files.ledger_index import LedgerIndex
from qjtask.storage.index.indexed_plan import IndexedPlan

TODAY = date(2021, 6, 10)
PLAN = """\
title: 二〇二一年工作
issued: 2021-03-26
year: 2021
units:
  审批科: [行审批科]
groups:
- id: "1"
  heading: 审批
  items:
  - id: "1.1"
    work: 梳理清单
    lead: [区府办]
    units: [行审批科, 办公室]
    deadline: 2021年5月31日
  - id: "1.2"
    work: 长期工作
    units: [办公室]
    deadline: 持续推进
- id: "2"
  heading: 养护
  items:
  - id: "2.1"
    work: 写不明白的
    units: [养护科]
    support: [审批科]
    deadline: 择日另行通知
"""


def entry(name: str, item: str, do: str, on: str, more: str = "") -> str:
    """A line of the log."""
    at = f"{on}T09:00:00+08:00"
    return f'- {{"id": "{name}", "item": "{item}", "do": "{do}", "on": "{on}", "at": "{at}"{more}}}\n'


LOG = (
    entry("a1", "1.1", "note", "2021-04-10")
    + entry("a2", "2.1", "note", "2021-04-12")
    + entry("a3", "1.1", "done", "2021-05-02", ', "unit": "办公室"')
    + entry("a4", "7.7", "note", "2021-05-03")
)


def ledger_at(folder: Path, plan: str = PLAN, log: str = LOG) -> FileLedger:
    """A ledger of files in a folder."""
    (folder / "tasks.yaml").write_bytes(plan.encode())
    if log:
        (folder / "progress.yaml").write_bytes(log.encode())
    return FileLedger(folder / "tasks.yaml", folder)


def learnt(ledger: FileLedger) -> IndexedPlan | None:
    """The ledger opened by an index that was made of all of it."""
    index = LedgerIndex(ledger)
    assert index.open(TODAY) is None
    index.learn(ledger.read())
    index.save()
    return LedgerIndex(ledger).open(TODAY)
