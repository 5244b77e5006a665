"""A new ledger's first plan: small, commented, and without fault."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from qjtask.core.problem import refuse, system_reason

_TEMPLATE = """\
# 任务分解表，照文件的附件逐项录入。填好后运行 qjtask check 检查，再用 qjtask list 查看。
# 编号照原表：（一）的第 2 项就是 1.2，办结后也不改号。办理进展不写在这里，用命令登记，如 qjtask done 1.2。
# 前面有“# ”的键可以不写，用得着时删去“# ”。
title: {year}年重点工作任务分解
document: ""            # 文号，如 某某发〔{year}〕1号
issuer: ""              # 发文单位
issued: {year}-01-01      # 发文日期；“印发后30日内”从这天算起
year: {year}              # 没有写年份的期限都算这一年的
# letter: {{to: 各科室, contact: 张三 023-12345678}}   # 函件和通报的称呼、联系人

# 提前多久亮黄灯；多久没有进展亮黄灯；落后序时进度多少个百分点亮黄灯；
# 由谁承办：units 责任单位，lead 牵头单位，all 两者都是。
# rules: {{warn: 30d, review: 30d, pace: 20, owner: units}}

units:                  # 显示用的名称: [文件里的其他写法]
  综合科: []
  业务科: [业务一科]
  # 各科室: {{members: [综合科, 业务科], aliases: [机关各科室]}}   # 合称: 所指的单位和其他写法

groups:
- id: "1"
  heading: 第一项重点任务          # 不带（一）
  items:
  - id: "1.1"
    # no: "1"                     # 原表印的序号，与编号不同时才写
    work: 第一项具体工作，照原文全文抄录
    lead: []                      # 牵头单位
    units: [综合科, 业务科]        # 责任单位，照原文
    # support: [业务科]            # 配合单位
    # owner: lead                 # 这一项由谁承办，与 rules 里不同时才写
    deadline: {year}年6月底前       # 完成时限，照原文；三季度末、每月25日前、持续推进都读得懂
    # due: {year}-06-30            # 人工认定的日期：程序读不懂或读错了完成时限时写，原文不动
    milestones:                   # 正文里说到的时间节点，没有就删去
    - {{by: {year}-03-31, work: 拿出方案}}
    targets:                      # 正文里承诺的数字，没有就删去
    - {{name: 办结率, at_least: 90, unit: "%"}}
    # - {{name: 差评, at_most: 3, unit: 件}}                        # 不超过
    # - {{name: 办件数, at_least: 100, unit: 件, cumulative: true}}   # 各次报的数相加
    # source: 县长批示〔1〕号       # 不是出自本通知的工作，写明来源
    # report_every: 1m            # 多久报一次进展，与 rules 里的 review 不同时才写
    # settled: [deadline]         # 这些键的疑问已经核对过，qjtask check 不再提示
    # note: 读表人应当知道的事，如原表的错漏
  - id: "1.2"
    work: 第二项具体工作
    units: [业务科]
    deadline: 持续推进
"""


def write_template(folder: Path, year: int) -> Path:
    """Write `tasks.yaml` into `folder`, which is made where it is missing; the plan's path.

    Refused when there is one already, or the folder takes no file.
    """
    path = folder / "tasks.yaml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:  # a file of that name, too
        raise refuse(
            str(folder), f"建不了文件夹（{system_reason(error)}）", "请检查路径和写入权限"
        ) from error
    try:
        with path.open("xb") as file:
            _fill(file, path, _TEMPLATE.format(year=year).encode())
    except FileExistsError as error:
        raise refuse(str(path), "这里已经有了，没有改动", "请换一个文件夹，或先把它移走") from error
    except OSError as error:
        raise refuse(
            str(path), f"建不了文件（{system_reason(error)}）", "请检查写入权限和磁盘空间"
        ) from error
    return path


def _fill(file: BinaryIO, path: Path, data: bytes) -> None:
    """Write all of it down to the disk, or leave no file."""
    try:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    except OSError:
        path.unlink()
        raise
