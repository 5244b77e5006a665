"""Lay a ledger that is measured, and its year's log: python bench/lay.py qjtask 10000 FOLDER.

Or the same works and the same year for another program (`taskwarrior 10000 FOLDER`), or many plans
(`offices 400 FOLDER`). In a process of its own: a child's peak memory is never below that of the process it
came from.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generate import SEED, Item, items, write_plan
from history import pasts, write_log
from peer import Peer, tasks
from peers import PEERS

SHIPPED = Path(__file__).resolve().parents[1] / "data" / "tasks.yaml"
SHIPPED_SIZE = 45
_MARKED = 40


class Laid(NamedTuple):
    """What was laid: the works, the lines of the log, and works to mark, by number and by their place."""

    works: int
    lines: int
    open_ids: Sequence[str]
    open_places: Sequence[int]


def lay(what: str, size: int, folder: Path) -> Laid:
    """Lay it in a process of its own; `what` is qjtask, offices, or another program's name."""
    words = [sys.executable, str(Path(__file__).resolve()), what, str(size), str(folder)]
    return Laid(*json.loads(subprocess.run(words, check=True, capture_output=True).stdout))


def works_of(size: int) -> Iterator[Item]:
    """So many works: the shipped plan's, or generated ones."""
    return shipped_works() if size == SHIPPED_SIZE else items(size)


def shipped_works() -> Iterator[Item]:
    """The shipped plan's works as the program reads them."""
    from qjtask.storage.plans.plan_file import load_plan

    for item in load_plan(SHIPPED, SHIPPED.name).items():
        milestone = next(((one.by, one.work) for one in item.milestones), None)
        day, text = item.deadline.date, item.deadline.text
        yield Item(item.id, item.work, item.lead, item.units, text, day, milestone, None)


def _lay_qjtask(size: int, folder: Path) -> Laid:
    plan = folder / "tasks.yaml"
    if size == SHIPPED_SIZE:
        shutil.copy(SHIPPED, plan)
    else:
        _write(plan, size, SEED)
    works = list(works_of(size))
    return _laid(works, write_log(works, plan))


def _lay_offices(count: int, folder: Path) -> Laid:
    lines, marked = 0, []
    for number in range(count):
        plan = folder / f"office{number:03}" / "tasks.yaml"
        plan.parent.mkdir()
        _write(plan, SHIPPED_SIZE, number)
        works = list(items(SHIPPED_SIZE, number))
        lines += write_log(works, plan, number)
        if number < _MARKED:
            marked.append(f"{plan.parent.name}:{_laid(works, 0, number).open_ids[0]}")
    return Laid(count * SHIPPED_SIZE, lines, marked, [])


def _lay_peer(peer: Peer, size: int, folder: Path) -> Laid:
    works = list(works_of(size))
    peer.write(folder, tasks(pasts(works)))
    return _laid(works, sum(len(past.told) for past in pasts(works)))


def _write(plan: Path, size: int, seed: int) -> None:
    with plan.open("w", encoding="utf-8", newline="\n") as out:
        write_plan(size, out, seed)


def _laid(works: Sequence[Item], lines: int, seed: int = SEED) -> Laid:
    """Works to mark are taken from all over the plan: open ones with a date, which one line can finish."""
    found = [
        (place, past.item.id) for place, past in enumerate(pasts(works, seed)) if past.day and not past.done
    ]
    chosen = found[:: max(1, len(found) // _MARKED)][:_MARKED]
    return Laid(len(works), lines, [marked for _, marked in chosen], [place for place, _ in chosen])


def main() -> None:
    """Lay what is asked for, and print what it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["qjtask", "offices", *(peer.name for peer in PEERS)])
    parser.add_argument("size", type=int, help="how many works, or offices")
    parser.add_argument("folder", type=Path, help="a new folder for it")
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True)
    if wanted.what == "qjtask":
        laid = _lay_qjtask(wanted.size, wanted.folder)
    elif wanted.what == "offices":
        laid = _lay_offices(wanted.size, wanted.folder)
    else:
        laid = _lay_peer(next(peer for peer in PEERS if peer.name == wanted.what), wanted.size, wanted.folder)
    print(json.dumps(laid))


if __name__ == "__main__":
    main()
