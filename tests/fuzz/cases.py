"""What is tried: a folder of good files, one of them made bad, and the commands that read or change it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.fuzz.holding import CALLS_PER_BYTE, MOST_CALLS, broken_promises, content_of, run_in
from tests.fuzz.mutating import Mutator
from tests.fuzz.seeds import Seeds

Args = tuple[str, ...]

READERS: tuple[Args, ...] = (
    ("list",),
    ("list", "--format", "json"),
    ("list", "--format", "table", "--unit", "审批科"),
    ("due", "--within", "400d"),
    ("due", "--exit-code", "--format", "csv"),
    ("show", "1", "2.1"),
    ("show", "1.1", "--format", "json"),
    ("check",),
    ("check", "--format", "json"),
    ("check", "--digest", "4CD4C4AF"),
    ("stats", "--by", "unit"),
    ("stats", "--by", "month"),
    ("timeline",),
    ("units",),
    ("log",),
    ("log", "1.1", "--format", "json"),
    ("remind",),
    ("report", "progress"),
    ("report", "bulletin"),
    ("report", "chase"),
    ("report", "evidence"),
)
WRITERS: tuple[Args, ...] = (
    ("done", "1.1", "--unit", "甲镇", "--note", "办结", "--evidence", "a.txt"),
    ("done", "1.2", "2.2", "--by", "王芳"),
    ("note", "2.2", "继续推进", "--percent", "40"),
    ("extend", "2.1", "--to", "2021-10-31", "--reason", "等批复"),
    ("start", "2.1"),
    ("undo", "--yes"),
    ("merge", "副本.yaml", "--yes"),
    ("import", "新表.html", "--update", "--yes"),
    ("import", "新表.html", "--update", "-n"),
)
TAKERS: tuple[Args, ...] = (
    ("collect", "填报.xlsx", "--yes"),
    ("collect", "填报.xlsx", "--yes", "--on", "6-1"),
    ("collect", "填报.xlsx", "-n"),
    ("import", "填报.xlsx", "-n"),
)
IMPORTS: tuple[Args, ...] = (
    ("import", "{}", "-n"),
    ("import", "{}", "-o", "新台账.yaml"),
    ("import", "{}", "-o", "-"),
    ("import", "{}", "--update", "--yes"),
    ("import", "{}", "-o", "新台账.yaml", "--report", "疑点.md", "--year", "2021"),
)


class Case(NamedTuple):
    """Files by name, the bad one's name among them, and the commands in their order."""

    bad: str
    files: Mapping[str, bytes]
    commands: Sequence[Args]


def case_of(number: int, seed: int, seeds: Seeds) -> Case:
    """The case of that number: by turns a plan, a log, a workbook and a notice, always the same one."""
    random = Random(f"{seed}.{number}")
    mutator = Mutator(random)
    files = {
        "tasks.yaml": seeds.plans[0],
        "progress.yaml": seeds.logs[0],
        "a.txt": "甲\n".encode(),
        "副本.yaml": seeds.logs[0],
        "新表.html": seeds.notices["表.html"],
    }
    kind = number % 4
    if kind == 0:
        bad, content = "tasks.yaml", _of_text(random, mutator, seeds.plans)
        commands = [random.choice(READERS), random.choice(READERS), random.choice((*READERS, *WRITERS))]
    elif kind == 1:
        bad, content = random.choice(("progress.yaml", "副本.yaml")), _of_text(random, mutator, seeds.logs)
        commands = [random.choice(READERS), random.choice(WRITERS)]
        if bad == "副本.yaml":
            commands = [("merge", "副本.yaml", "--yes"), ("log",)]
    elif kind == 2:
        bad, content = "填报.xlsx", mutator.package(random.choice(seeds.workbooks))
        commands = [random.choice(TAKERS)]
    else:
        bad = random.choice(sorted(seeds.notices))
        made = seeds.notices[bad]
        content = mutator.package(made) if made.startswith(b"PK") else mutator.data(made)
        commands = [tuple(word.replace("{}", bad) for word in random.choice(IMPORTS))]
    return Case(bad, {**files, bad: content}, commands)


def _of_text(random: Random, mutator: Mutator, good: Sequence[bytes]) -> bytes:
    mutate = random.choice((mutator.data, mutator.mild))
    return mutate(random.choice(good))


def _unreadable(folder: Path, before: Mapping[str, bytes]) -> Iterator[str]:
    """What a command wrote, and the program itself then cannot read."""
    for name, content in content_of(folder).items():
        if content == before.get(name) or not name.endswith(".yaml"):
            continue
        args = ("log",) if name == "progress.yaml" else ("list", "--file", name)
        again = run_in(folder, args)
        if again.code:
            yield f"it wrote {name}, and cannot read it: {again.err}"


def tried(case: Case, folder: Path) -> Iterator[str]:
    """What the commands of a case do not hold, in a folder that is made for it and thrown away."""
    folder.mkdir()
    for name, content in case.files.items():
        (folder / name).write_bytes(content)
    for args in case.commands:
        before = content_of(folder)
        ran = run_in(folder, args, MOST_CALLS + CALLS_PER_BYTE * len(case.files[case.bad]))
        yield from (
            f"{' '.join(args)}: {told}" for told in broken_promises(args, ran, before, content_of(folder))
        )
        if ran.code == 0:
            yield from (f"{' '.join(args)}: {told}" for told in _unreadable(folder, before))
    shutil.rmtree(folder)
