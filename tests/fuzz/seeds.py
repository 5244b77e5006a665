"""The good files that are made bad: a plan with every key, a log of every kind, workbooks, notices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import GOLDEN, ROOT, SHIPPED_PLAN
from tests.filling import report
from tests.fuzz.holding import run_in
from tests.importing.packed_pdf import pdf_of

SAMPLES = ROOT / "tests" / "importing" / "samples"

PLAN = """\
title: 2021年某区重点工作任务分解   # 照原文
document: 某政办〔2021〕5号
issuer: 某区政府办公室
issued: 2021-06-01
first_issued: 2021-01-10
year: 2021
letter: {to: 各科室, contact: 张三}
rules: {warn: 30d, review: 1m, pace: 20, owner: all, accept: false, report_every: 1q}

units:
  审批科: [行审批科, 行政审批科]
  各镇（街道）: {members: [甲镇, 乙镇], aliases: [各镇街]}
  规划科: []

groups:
- id: "1"
  heading: 深化改革
  printed: 一、
  items:
  - id: "1.1"
    no: "1"
    work: 完善机制，全程网办占比不低于80%。
    lead: [区行政服务中心]
    units: [审批科, 各镇（街道）]
    support: [规划科]
    owner: units
    deadline: 2021年6月底前
    due: 2021-06-30
    milestones:
    - {by: 2021-04-30, work: 拿出方案}
    targets:
    - {name: 网办占比, at_least: 80, unit: "%"}
    - {name: 办件数, at_least: 100, unit: 件, cumulative: true}
    report_every: 1m
    source: 县长批示〔1〕号
    settled: [deadline]
    note: 原表重复
  - id: "1.2"
    work: 报送督查月报。
    units: [审批科]
    deadline: 每月5日前
- id: "2"
  heading: 服务
  items:
  - {id: "2.1", work: "5月底前动工", units: [规划科], deadline: 5月底前动工}
  - id: "2.2"
    work: 优化服务。
    units: [甲镇]
    deadline: 持续推进
"""

_ENTRIES: tuple[dict[str, Any], ...] = (
    {"id": "a1", "item": "1.1", "do": "start", "on": "2021-02-01", "by": "王芳"},
    {"id": "a2", "item": "1.1.1", "do": "done", "on": "2021-04-20", "text": "方案"},
    {
        "id": "a3",
        "item": "1.1",
        "do": "note",
        "on": "2021-05-01",
        "percent": 60,
        "unit": "审批科",
        "evidence": ["a.txt"],
        "sha256": {"a.txt": sha256("甲\n".encode()).hexdigest()},
        "batch": "b1",
    },
    {
        "id": "a4",
        "item": "1.1",
        "do": "note",
        "on": "2021-05-02",
        "values": {"办件数": "12.5"},
        "batch": "b1",
    },
    {"id": "a5", "item": "1.2", "do": "done", "on": "2021-02-04", "period": "2021-02-05"},
    {
        "id": "a6",
        "item": "2.1",
        "do": "extend",
        "on": "2021-05-20",
        "to": "2021-09-30",
        "text": "x",
        "approved_by": "y",
        "doc": "z",
    },
    {"id": "a7", "item": "2.2", "do": "hold", "on": "2021-05-21"},
    {"id": "a8", "item": "", "do": "undo", "on": "2021-05-22", "undoes": "a7"},
    {
        "id": "a9",
        "item": "1.2",
        "do": "chase",
        "on": "2021-06-01",
        "unit": "审批科",
        "to": "2021-06-08",
        "text": "督催〔2021〕第1号",
    },
)
LOG = "".join(
    f"- {json.dumps({**entry, 'at': entry['on'] + 'T09:00:00+08:00'}, ensure_ascii=False)}\n"
    for entry in _ENTRIES
)
LOG += "- {id: b1, item: 2.2, do: note, on: 2021-06-02}\n"  # by hand

TABLE = """\
<p>某区政府办公室关于印发2021年重点工作任务分解的通知</p><p>某政办〔2021〕5号</p><p>2021年3月1日</p>
<table><tr><th>序号</th><th>重点任务</th><th>具体工作</th><th>牵头单位</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td>1</td><td rowspan="2">（一）深化改革</td><td>完善机制，占比不低于80%。</td><td>区行政服务中心</td>
<td>审批科、规划科</td><td>2021年6月底前</td></tr>
<tr><td>2</td><td>报送月报；4月底前拿出方案。</td><td>办公室</td><td>审批科</td><td>每月5日前</td></tr>
<tr><td colspan="6">（二）服务</td></tr>
<tr><td>3</td><td></td><td>优化服务。</td><td></td><td>规划科<br>养护科</td><td>持续推进</td></tr></table>
"""

CSV = """\
重点任务,具体工作,责任单位,完成时限
（一）改革,1.完善机制。,审批科,6月底前
,2.优化。,规划科,持续推进
"""


class Seeds(NamedTuple):
    """Good files by name: `logs` and `plans` as bytes, `workbooks` filled in, `notices` of every form."""

    plans: tuple[bytes, ...]
    logs: tuple[bytes, ...]
    workbooks: tuple[bytes, ...]
    notices: Mapping[str, bytes]


def make_seeds(folder: Path) -> Seeds:
    """The seeds; those that the program writes itself are made in `folder`."""
    plans = (PLAN.encode(), PLAN.encode(), SHIPPED_PLAN.read_bytes())
    logs = (LOG.encode(), (GOLDEN / "progress.yaml").read_bytes())
    (folder / "tasks.yaml").write_bytes(plans[0])
    for kind, output in (("pack", "packs"), ("progress", "a.docx"), ("progress", "a.xlsx")):
        ran = run_in(folder, ("report", kind, "-o", output))
        assert ran.code == 0, ran
    packs = [(folder / "packs" / f"{unit}.xlsx").read_bytes() for unit in ("审批科", "规划科")]
    workbooks = (
        report(packs[0], "1.2", 进展="完成了一半", 百分比=50, 佐证="a.txt；b.txt"),
        report(packs[1], "2.1", 进展="办结", 是否完成="是", 完成日期=44350),
    )
    lines = (ROOT / "tests" / "data" / "notice.txt").read_bytes()
    lists = {path.name: path.read_bytes() for path in sorted((SAMPLES / "lists").glob("*.txt"))}
    notices = {
        "表.html": TABLE.encode(),
        "表.docx": (folder / "a.docx").read_bytes(),
        "表.xlsx": (folder / "a.xlsx").read_bytes(),
        "表.csv": CSV.encode(),
        "表.pdf": pdf_of(b"BT /A 12 Tf 72 700 Td (1. 2021) Tj ET 72 72 200 200 re S"),
        "通知.txt": lines[: len(lines) // 3],
        **lists,
    }
    return Seeds(plans, logs, workbooks, notices)
