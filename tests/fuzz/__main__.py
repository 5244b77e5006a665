"""`python -m tests.fuzz [--cases 10000] [--first 0] [--seed 1] [--keep FOLDER]`: the long run.

What breaks a promise is told with the case's number; with --keep its files are left in the folder.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import sys
import tempfile
from pathlib import Path

from tests.fuzz.cases import case_of, tried
from tests.fuzz.seeds import make_seeds

_STUCK = 300
"""Seconds after which a case that makes no calls, in a pattern say, is ended with its place in the code."""


def main() -> int:
    """Try the cases; 1 if any of them broke a promise."""
    wanted = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    wanted.add_argument("--cases", type=int, default=10_000)
    wanted.add_argument("--first", type=int, default=0)
    wanted.add_argument("--seed", type=int, default=1)
    wanted.add_argument("--keep", type=Path)
    asked = wanted.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        _apart(folder / "home")
        (folder / "seeds").mkdir()
        seeds = make_seeds(folder / "seeds")
        for number in range(asked.first, asked.first + asked.cases):
            if number % 500 == 0:
                print(f"case {number}", file=sys.stderr)
            faulthandler.dump_traceback_later(_STUCK, exit=True)
            case = case_of(number, asked.seed, seeds)
            for told in tried(case, folder / "case"):
                broken += 1
                print(f"case {number} ({case.bad}): {told}", flush=True)
                if asked.keep:
                    kept = asked.keep / str(number)
                    kept.mkdir(parents=True, exist_ok=True)
                    for name, content in case.files.items():
                        (kept / name).write_bytes(content)
        faulthandler.cancel_dump_traceback_later()
    print(f"{asked.cases} cases, {broken} broken promises")
    return 1 if broken else 0


def _apart(home: Path) -> None:
    """An environment of its own: no real home folder, no real settings, one day."""
    home.mkdir()
    for name in [name for name in os.environ if name.startswith(("QJTASK_", "XDG_"))]:
        del os.environ[name]
    os.environ |= {"HOME": str(home), "USERPROFILE": str(home), "QJTASK_TODAY": "2021-06-10"}
    os.environ |= dict.fromkeys(("LOGNAME", "USER", "USERNAME"), "zhangsan")


if __name__ == "__main__":
    sys.exit(main())
