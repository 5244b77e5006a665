"""What is answered by an index is what is answered without: byte for byte, whatever happened to the files."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from qjtask.cli import ledgers
from qjtask.cli.main import run
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.index.index_form import Unfit
from qjtask.storage.index.indexed_plan import IndexedPlan
from tests.conftest import Run

PLAN = """\
title: 二〇二一年工作
issuer: 交通局
issued: 2021-03-26
year: 2021
rules: {warn: 2w, review: 1m}
units:
  审批科: [行审批科]
  各镇: {members: [甲镇, 乙镇]}
groups:
- id: "1"
  heading: 审批
  items:
  - id: "1.1"
    work: 梳理清单
    lead: [区府办]
    units: [行审批科, 办公室]
    deadline: 2021年5月31日
  # 以下两项每年都有
  - id: "1.2"
    work: 每月通报
    units: [办公室]
    deadline: 每月25日前
  - id: '1.3'
    work: 长期工作
    units: [审批科]
    support: [办公室]
    deadline: 持续推进
- id: "2"
  heading: 养护
  items:
  - id: "2.1"
    no: "7"
    work: 各镇自查
    lead: [区府办, 审批科]
    units: [各镇]
    owner: units
    deadline: 2021年6月30日
    milestones:
    - {by: 2021-04-30, work: 印发方案}
    - {by: 2021-06-20, work: 阶段总结}
  - id: "2.2"
    work: 写不明白的
    units: [养护科]
    deadline: 择日另行通知
    report_every: 1q
  - id: "2.3"
    work: 办件量
    units: [养护科]
    support: [审批科]
    deadline: 2021-07-15  # 局长定的
    targets:
    - {name: 办件, at_least: 300, unit: 件, cumulative: true}
"""
CLOCK = mock.Mock()
CLOCK.now.return_value.astimezone.return_value = datetime(2021, 6, 1, tzinfo=UTC)
"""It stands still: each mark is written a moment after the one before it."""

OTHER = """\
title: 民政局2021年工作
issuer: 民政局
issued: 2021-04-26
year: 2021
groups:
- id: "1"
  heading: 救助
  items:
  - id: "1.1"
    work: 核查对象
    units: [办公室, 甲镇]
    deadline: 2021年6月20日
  - id: "1.2"
    work: 说不清的
    units: [救助科]
    deadline: 视情况而定
"""

SHARED = """\
title: 全区
plans:
- {file: tasks.yaml, name: 交通}
- {file: 民政/tasks.yaml, office: 区民政局}
shared_units: [办公室]
"""

IDS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.1.1")
DAYS = ("2021-04-15", "2021-05-20", "2021-06-10", "2021-07-01")
QUERIES: tuple[tuple[str, ...], ...] = (
    ("due",),
    ("due", "--exit-code", "--within", "1w"),
    ("due", "--no-overdue", "--format", "json"),
    ("due", "--by", "2021-04-30"),
    ("due", "--unit", "审批科"),
    ("due", "--unit", "甲镇", "--unit", "办公室", "--within", "0d"),
    ("due", "--lead", "区府办", "--format", "csv"),
    ("due", "--unit", "无此单位", "--lead", "审批"),
    ("due", "--file", "."),
    ("due", "--file", ".", "--within", "0d", "--format", "json"),
    ("due", "--file", "tasks.yaml", "--file", "民政/tasks.yaml", "--unit", "办公室"),
    ("due", "--file", ".", "--unit", "办公室", "--lead", "区府办"),
    ("due", "--file", ".", "--unit", "民政·办公室", "--within", "1m"),
    ("due", "--file", "办.ledger.yaml", "--unit", "办公室", "--unit", "甲镇", "--format", "json"),
    ("due", "--file", ".", "--unit", "无此"),
    ("due", "--reports", "--file", "."),
    ("due", "--reports", "--file", "办.ledger.yaml", "--unit", "甲镇"),
    ("list", "--file", ".", "--unit", "办公室"),
    ("list", "--file", ".", "--unit", "各镇", "--format", "csv"),
    ("list", "--file", "办.ledger.yaml", "--lead", "审批", "--sort", "due"),
    ("list", "--file", ".", "--status", "逾期", "--light", "灰"),
    ("list", "--file", ".", "--status", "退回过", "--unit", "养护科"),
    ("list", "--file", ".", "--group", "office:1", "--text", "清单"),
    ("list", "--file", ".", "--group", "二", "--status", "未启动"),
    ("list", "--file", ".", "1.1"),
    ("list", "--file", ".", "民政:1.1", "1.2-2.1", "--format", "json"),
    ("list", "--file", ".", "民政:", "office:第7项"),
    ("list", "--file", ".", "2.1.1"),
    ("list", "--file", ".", "民政:9", "无:1.1", "7.7"),
    ("remind", "--file", "."),
    ("remind", "--file", "办.ledger.yaml", "--unit", "办公室", "--format", "table"),
    ("remind", "--file", ".", "--lead", "区府办", "--within", "1m", "--format", "csv"),
    ("remind", "--file", ".", "--workdays"),
    ("remind", "--file", ".", "--send"),
    ("stats", "--file", ".", "--unit", "办公室", "--by", "office"),
    ("stats", "--file", "办.ledger.yaml", "--unit", "办公室", "--by", "office", "--format", "json"),
    ("list", "--file", ".", "--unit", "民政局"),
    ("stats", "--file", "办.ledger.yaml", "--unit", "办公室", "--by", "unit"),
    ("stats", "--file", ".", "--lead", "区府办", "--since", "2021-05-01"),
    ("list", "--unit", "办公室"),
    ("list", "--unit", "各镇", "--status", "推进中", "--format", "json"),
    ("list", "--lead", "审批科", "--sort", "due"),
    ("list", "1.1", "2.3"),
    ("list", "2.1", "--group", "2"),
    ("list", "9.9", "1"),
    ("list", "第7项", "--light", "红"),
    ("list", "1.1-2.2", "--text", "清单"),
    ("list", "1-no7", "--unit", "甲镇"),
    ("list", "2.1.1", "2.1.3"),
    ("list", "--group", "二", "--group", "9"),
    ("list", "--group", "1", "--status", "未启动"),
    ("list", "--status", "逾期", "--status", "时限读不懂"),
    ("list", "--status", "久无进展", "--lead", "区府办"),
    ("list", "--status", "按原时限逾期", "--status", "待销号", "--format", "json"),
    ("list", "--status", "延过期", "--light", "黄"),
    ("list", "--light", "灰", "--light", "红", "--sort", "light"),
    ("due", "--reports"),
    ("due", "--reports", "--unit", "甲镇", "--format", "json"),
    ("due", "--reports", "--lead", "审批科"),
    ("remind",),
    ("remind", "--format", "csv"),
    ("remind", "--unit", "办公室", "--within", "1m", "--format", "table"),
    ("remind", "--unit", "甲镇", "--lead", "区府办"),
    ("remind", "--lead", "审批科", "--format", "json"),
    ("remind", "--workdays"),
    ("remind", "--send", "--dry-run"),
    ("stats", "--unit", "审批科", "--by", "unit"),
    ("stats", "--lead", "区府办", "--by", "group", "--format", "json"),
    ("stats", "--unit", "甲镇", "--since", "2021-05-01"),
)
MARKS: tuple[tuple[str, ...], ...] = (
    ("done", "{id}"),
    ("done", "{id}", "--unit", "审批科"),
    ("done", "{id}", "--unit", "甲镇"),
    ("done", "{id}", "1.3", "--on", "2021-04-20"),
    ("note", "{id}", "进展", "--percent", "40"),
    ("note", "{id}", "进展", "--unit", "行审"),
    ("note", "2.3", "进展", "--value", "120"),
    ("start", "{id}"),
    ("hold", "{id}", "--reason", "等文件"),
    ("drop", "{id}", "--reason", "并入"),
    ("reopen", "{id}"),
    ("extend", "{id}", "2021-08-31", "--reason", "洪水"),
    ("done", "9.9"),
    ("note", "民政:1.2", "催问", "--file", "."),
    ("done", "民政:1.1", "--file", ".", "--unit", "甲镇"),
    ("undo", "{id}", "--yes"),
    ("done", "{id}", "--by", "张三"),
    ("accept", "{id}", "--by", "李四"),
    ("return", "{id}", "--note", "补材料", "--by", "李四"),
    ("note", "第7项", "进展"),
    ("done", "no3"),
)


def _line(name: str, item: str, do: str, on: str, more: str = "") -> str:
    """A line that another program, or a hand, writes."""
    at = f"2021-05-02T08:00:0{name[-1]}+08:00"
    return f'- {{"id": "{name}", "item": "{item}", "do": "{do}", "on": "{on}", "at": "{at}"{more}}}\n'


BY_HAND = (
    _line("h1", "1.1", "note", "2021-05-02"),
    _line("h2", "2.1", "note", "2021-06-25"),
    _line("h3", "8.8", "done", "2021-05-02"),
    _line("h4", "1.2", "done", "2021-05-02", ', "unit": "养护科"'),
    _line("h5", "1.1", "undo", "2021-07-02", ', "undoes": "h1"'),
    _line("h6", "1.1", "praise", "2021-05-02"),
    _line("h7", "2.2", "chase", "2021-05-02", ', "text": "督〔1〕号", "to": "2021-05-09"'),
    "- item: '1.3'\n  do: note\n  on: 2021-05-04\n  at: 2021-05-04T08:00:00+08:00\n  text: 手写\n",
    "  text: 接着写\n",
    "- {not json\n",
    "# 注\n\n",
    _line("k1", "1.1", "done", "2021-05-03", ', "by": "张三"')
    + _line("k2", "1.1", "accept", "2021-05-04", ', "by": "张三"'),
    '- {"id": "h8", "item": "1.3"',
)
EDITS = (
    ("5月31日", "5月30日"),
    ("6月30日", "9月30日"),
    ("养护科", "公路科"),
    ("[行审批科]", "[行审批科, 行审]"),
    ("review: 1m", "review: 9m"),
    ("review: 1m}", "review: 1m, accept: true}"),
    ("rules: {", "rules: {owner: lead, "),
    ('"1.3"', '"1.4"'),
    ("    support: [办公室]\n", ""),
    ("\n", "\r\n"),
    ("groups:", "groups: # 表\n"),
    ("- {by: 2021-04-30, work: 印发方案}", "- by: 2021-04-30\n      work: >-\n        印发\n        方案"),
    ("deadline: 持续推进", "deadlin: 持续推进"),
    ("梳理清单", "梳理\t清单"),
    (
        '  - id: "1.2"\n    work: 每月通报\n    units: [办公室]\n    deadline: 每月25日前\n',
        '  - {id: "1.2", work: 每月通报, units: [办公室],\n     deadline: 每月25日前} # 每月\n',
    ),
    ("work: 长期工作", "work: |\n      长期\n      工作"),
    ("cumulative: true}\n", "cumulative: true}\ndocument: 〔2021〕9号\n"),
    ("  heading: 养护\n  items:", "  items:"),
    ("work: 核查对象", "wrok: 核查对象"),
    ("deadline: 视情况而定\n", "deadline: 视情况而定\nrules: {warn: 1m}\n"),
    ("[办公室, 甲镇]", "[民政办]"),
    ("year: 2021\ngroups", "year: 2021\nunits: {民政办: [办公室]}\nrules: {owner: all, review: 1w}\ngroups"),
)


class Twins:
    """Two copies of a ledger to which the same happens: the first is read by an index, the other is not."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "cache"
        self.homes = [folder / "with" / "office", folder / "without" / "office"]
        for home in self.homes:
            home.mkdir(parents=True)
            (home / "tasks.yaml").write_text(PLAN, "utf-8")
            (home / "民政").mkdir()
            (home / "民政" / "tasks.yaml").write_text(OTHER, "utf-8")
            (home / "办.ledger.yaml").write_text(SHARED, "utf-8")
        self.shift = 0
        self.marks = 0

    def asked(self, *words: str) -> tuple[int, str, str]:
        """The answer of both, which is one."""
        found = [self._answer(home, words, large=home == self.homes[0]) for home in self.homes]
        assert found[0] == found[1], words
        return found[0]

    def changed(self, name: str, change: Callable[[bytes], bytes]) -> None:
        """Change a file of both by hand; the times of it are not looked at."""
        for home in self.homes:
            path = home / name
            path.write_bytes(change(path.read_bytes() if path.exists() else b""))

    def _answer(self, home: Path, words: Sequence[str], *, large: bool) -> tuple[int, str, str]:
        self.marks += large
        ids = (f"{self.marks:08x}{number:08x}" for number in count())
        out, err = io.BytesIO(), io.BytesIO()
        streams = [io.TextIOWrapper(one, "utf-8", write_through=True) for one in (out, err)]
        before = Path.cwd()
        os.chdir(home)
        try:
            with (
                mock.patch.object(ledgers, "_LARGE", 0 if large else 1 << 60),
                mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.cache)}),
                mock.patch("qjtask.cli.marks.new_id", side_effect=ids),
                mock.patch("qjtask.cli.commands.undo.new_id", side_effect=ids),
                mock.patch("time.time_ns", return_value=time.time_ns() + self.shift),
                mock.patch("qjtask.cli.writing.datetime", CLOCK),
                redirect_stdout(streams[0]),
                redirect_stderr(streams[1]),
            ):
                code = run(words)
        finally:
            os.chdir(before)
        return code, out.getvalue().decode(), err.getvalue().decode()


def _flipped(data: bytes, at: int) -> bytes:
    at %= max(len(data), 1)
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :] if data else data


def _corrected(log: bytes, at: int) -> bytes:
    """A log in whose middle a hand changes a day, or an item's number, to one of the same length."""
    lines = log.split(b"\n")
    one = at % len(lines)
    line = lines[one]
    lines[one] = line.replace(b"2021-04", b"2021-03") if at % 2 else line.replace(b'"1.1"', b'"1.3"')
    return b"\n".join(lines)


def _happens(twins: Twins, draw: st.DataObject) -> None:
    """Something happens to the files, or to the index."""
    number = st.integers(0, 10_000)
    kind = draw.draw(st.sampled_from(("mark", "mark", "mark", "log", "plan", "log edit", "index", "clock")))
    day = ["--today", draw.draw(st.sampled_from(DAYS))]
    if kind == "mark":
        words = [
            word.format(id=draw.draw(st.sampled_from(IDS))) for word in draw.draw(st.sampled_from(MARKS))
        ]
        twins.asked(*words, *day)
    elif kind == "log":
        line = draw.draw(st.sampled_from(BY_HAND)).encode()
        twins.changed("progress.yaml", lambda data: data + line)
    elif kind == "plan":
        old, new = draw.draw(st.sampled_from(EDITS))
        name = draw.draw(st.sampled_from(("tasks.yaml", "tasks.yaml", "民政/tasks.yaml")))
        twins.changed(name, lambda data: data.replace(old.encode(), new.encode()))
    elif kind == "log edit":
        at = draw.draw(number)
        twins.changed("progress.yaml", lambda data: _corrected(data, at))
    elif kind == "index":
        _damage(
            twins.cache, draw.draw(number), draw.draw(st.sampled_from(("flip", "cut", "old", "no folder")))
        )
    else:
        twins.shift = draw.draw(st.sampled_from((0, -3_600_000_000_000, 0)))


def _damage(cache: Path, at: int, how: str) -> None:
    if how == "no folder":
        shutil.rmtree(cache, ignore_errors=True)
        cache.write_bytes(b"")
        return
    if cache.is_file():
        cache.unlink()
    for path in cache.glob("qjtask/*"):
        data = path.read_bytes()
        damaged = {"flip": _flipped(data, at), "cut": data[: at % max(len(data), 1)], "old": data[7:]}
        path.write_bytes(damaged[how])


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])  # to shrink one takes minutes
@given(st.data())
def test_an_index_changes_no_answer(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        twins = Twins(Path(folder))
        for _ in range(data.draw(st.integers(1, 6))):
            for _ in range(data.draw(st.integers(0, 3))):
                _happens(twins, data)
            day = data.draw(st.sampled_from(DAYS))
            for query in data.draw(st.lists(st.sampled_from(QUERIES), min_size=1, max_size=3)):
                twins.asked(*query, "--today", day)


# What is read ---------------------------------------------------------------------------------------


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every ledger is a large one."""
    monkeypatch.setattr(ledgers, "_LARGE", 0)


def _never(*_: object) -> None:
    raise AssertionError("all of it was read")


SMALL_ASKS = (
    ("due",),
    ("due", "--unit", "审批科"),
    ("due", "--reports", "--unit", "审批科"),
    ("list", "--unit", "办公室"),
    ("list", "9.2", "9.4"),
    ("list", "9.1-9.4"),
    ("list", "no3"),
    ("list", "--group", "九"),
    ("list", "--status", "逾期", "--light", "红"),
    ("remind",),
    ("remind", "--unit", "审批科", "--format", "table"),
    ("stats", "--unit", "审批科", "--by", "unit"),
)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("words", SMALL_ASKS)
def test_no_more_is_read_than_is_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    first = run(*words)
    monkeypatch.setattr(FileLedger, "read", _never)
    assert run(*words) == first
    assert first.code == 0


@pytest.mark.usefixtures("large")
def test_where_the_index_turns_out_not_to_fit_all_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def unfit(_: object) -> None:
        raise Unfit

    first = run("due", "--exit-code")
    monkeypatch.setattr(IndexedPlan, "check", unfit)
    assert run("due", "--exit-code") == first


def test_a_small_ledger_has_no_index(run: Run) -> None:
    run("due")
    run("done", "9.2")
    assert not list(Path.home().glob(".cache/**/*.index"))


@pytest.mark.usefixtures("large")
def test_a_day_written_ahead_is_told_until_it_comes(run: Run, ledger: Path) -> None:
    line = _line("h2", "9.2", "note", "2021-06-25")
    (ledger / "data" / "progress.yaml").write_text(line, "utf-8")
    for day, told in (("2021-06-10", 1), ("2021-06-25", 0), ("2021-06-10", 1)):
        assert run("due", "--today", day).err.count("到那天才计入") == told


# What only some histories bring up --------------------------------------------------------------------

CLAIMED = _line("k1", "1.1", "done", "2021-05-03", ', "by": "张三"')
OWN = _line("k2", "1.1", "accept", "2021-05-20", ', "by": "张三"')


def test_what_waits_for_its_acceptance_is_wanted_of_nobody(tmp_path: Path) -> None:
    twins = Twins(tmp_path)
    twins.changed("tasks.yaml", lambda data: data.replace(b"review: 1m}", b"review: 1w, accept: true}"))
    twins.changed("progress.yaml", lambda _: CLAIMED.encode())
    for _ in range(2):
        twins.asked("due", "--unit", "审批科", "--today", "2021-07-01")
        twins.asked("list", "--status", "待销号", "--today", "2021-07-01")


def test_an_acceptance_by_who_claimed_is_told_from_its_day_on(tmp_path: Path) -> None:
    twins = Twins(tmp_path)
    twins.changed("tasks.yaml", lambda data: data.replace(b"review: 1m}", b"review: 1m, accept: true}"))
    twins.changed("progress.yaml", lambda _: f"{CLAIMED}{OWN}".encode())
    for day, told in (("2021-06-10", True), ("2021-05-10", False), ("2021-06-10", True)):
        assert ("自己报的完成" in twins.asked("due", "--today", day)[2]) == told
    twins.changed("progress.yaml", lambda data: data + BY_HAND[2].encode())
    twins.asked("due", "--today", "2021-06-10")


def test_works_in_braces_are_read_in_part(tmp_path: Path) -> None:
    twins = Twins(tmp_path)
    old, new = next((old, new) for old, new in EDITS if new.startswith("  - {id"))
    twins.changed("tasks.yaml", lambda data: data.replace(old.encode(), new.encode()))
    first = twins.asked("due", "--today", "2021-06-10")
    with mock.patch.object(FileLedger, "read", _never):
        assert twins._answer(twins.homes[0], ["due", "--today", "2021-06-10"], large=True) == first


def test_the_last_line_of_a_plan_may_be_about_all_of_it(tmp_path: Path) -> None:
    twins = Twins(tmp_path)
    rules = b"rules: {warn: 2w, review: 1m}\n"
    twins.changed("tasks.yaml", lambda data: data.replace(rules, b"") + rules)
    for _ in range(2):
        twins.asked("remind", "--unit", "办公室", "--today", "2021-06-10")


@pytest.mark.parametrize("way", [".", "办.ledger.yaml"])
def test_what_is_read_in_part_names_the_plan_that_is_not_counted_too(tmp_path: Path, way: str) -> None:
    twins = Twins(tmp_path)
    twins.changed("民政/tasks.yaml", lambda _: b"x: [")
    for _ in range(2):
        code, out, _ = twins.asked("remind", "--file", way, "--today", "2021-06-10")
        assert (code, "（未计入民政）" in out.splitlines()[0]) == (1, True)
    for query in (one for one in QUERIES if way in one):
        twins.asked(*query, "--today", "2021-06-10")
