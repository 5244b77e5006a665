"""A short run of the fuzz; `python -m tests.fuzz` is the long one. What it finds gets a test of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.cases import Case, case_of, tried
from tests.fuzz.holding import Ran, broken_promises, content_of, run_in
from tests.fuzz.seeds import Seeds, make_seeds

CASES, PARTS = 240, 12
SEED = 20210610


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QJTASK_TODAY", "2021-06-10")
        return make_seeds(tmp_path_factory.mktemp("seeds"))


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QJTASK_TODAY", "2021-06-10")


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_bad_files_break_no_promise(part: int, seeds: Seeds, tmp_path: Path) -> None:
    for number in range(part, CASES, PARTS):
        assert [*tried(case_of(number, SEED, seeds), tmp_path / "case")] == [], f"case {number}"


def test_the_good_files_are_good(seeds: Seeds, tmp_path: Path) -> None:
    """Else nothing that is made of them gets far."""
    files = {"tasks.yaml": seeds.plans[0], "progress.yaml": seeds.logs[0], "副本.yaml": seeds.logs[0]}
    files |= {"填报.xlsx": seeds.workbooks[0], "表.html": seeds.notices["表.html"], "a.txt": "甲\n".encode()}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    for args in (
        ["check"],
        ["collect", "填报.xlsx", "--yes"],
        ["import", "表.html", "-o", "新.yaml"],
        ["list"],
    ):
        ran = run_in(tmp_path, args)
        assert (ran.code, ran.failure) == (0, ""), (args, ran)


# The measure itself: what cannot find anything finds nothing --------------------------------------


def told(ran: Ran, *args: str, wrote: bool = False) -> list[str]:
    return list(broken_promises(args or ("list",), ran, {}, {"progress.yaml": b"x"} if wrote else {}))


FINE = Ran(0, "1.1\n", "", "", 10)


@pytest.mark.parametrize(
    ("ran", "args", "wrote", "word"),
    [
        (FINE._replace(failure="Traceback"), (), False, "it raised: Traceback"),
        (FINE._replace(code=-1), (), False, "exit code -1"),
        (FINE._replace(code=1), (), False, "without a word"),
        (FINE._replace(code=1, err="表: 读不懂\n\n"), (), False, "no line of its own"),
        (FINE._replace(code=1, err="Error: no such file\n"), (), False, "no Chinese"),
        (FINE._replace(code=1, err="表: 读\x1b[2J不懂\n"), (), False, "no line of its own"),
        (FINE._replace(code=1, err="表: 写不出结果\n"), (), False, "a fault of the program"),
        (
            FINE._replace(code=1, err="表: 读不懂\n"),
            ("done", "1.1"),
            True,
            "and yet it wrote ['progress.yaml']",
        ),
        (FINE, ("list",), True, "and yet it wrote ['progress.yaml']"),
    ],
)
def test_a_broken_promise_is_found(ran: Ran, args: tuple[str, ...], wrote: bool, word: str) -> None:
    found = told(ran._replace(out="" if "without" in word else ran.out), *args, wrote=wrote)
    assert any(word in one for one in found), found


def test_what_holds_is_not_told() -> None:
    assert told(FINE) == told(FINE._replace(code=3)) == told(FINE, "done", "1.1", wrote=True) == []
    assert told(FINE._replace(code=2, err="--on: 读不懂\u3000“x”\n")) == []


def test_a_command_that_calls_too_much_is_ended(seeds: Seeds, tmp_path: Path) -> None:
    (tmp_path / "tasks.yaml").write_bytes(seeds.plans[0])
    needed = run_in(tmp_path, ["list"])
    assert needed.failure == ""
    assert "TooMany" in run_in(tmp_path, ["list"], needed.calls // 2).failure


def test_what_is_written_and_cannot_be_read_is_found(
    seeds: Seeds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qjtask.storage.plans.plan_writer.yaml_lines", lambda *_: ["title: 只有标题\n"])
    files = {"表.html": seeds.notices["表.html"]}
    found = [*tried(Case("表.html", files, [("import", "表.html", "-o", "新.yaml")]), tmp_path / "case")]
    assert [one.partition(": ")[0] for one in found] == ["import 表.html -o 新.yaml"]
    assert "it wrote 新.yaml, and cannot read it" in found[0]


def test_a_case_is_always_the_same_and_its_folder_is_thrown_away(seeds: Seeds, tmp_path: Path) -> None:
    assert case_of(7, 1, seeds) == case_of(7, 1, seeds) != case_of(7, 2, seeds)
    case = Case("a.txt", {"tasks.yaml": seeds.plans[0], "a.txt": b""}, [("list",)])
    assert [*tried(case, tmp_path / "case")] == []
    assert content_of(tmp_path) == {}
