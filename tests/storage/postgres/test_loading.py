"""Load, then dump: the same files, byte for byte. Dump, then load: the same answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.files.file_ledger import FileLedger
from qjtask.storage.ledger import SideKind
from qjtask.storage.postgres.database_ledger import ledger_at
from qjtask.storage.postgres.dumping import dump
from qjtask.storage.postgres.loading import Loaded, load
from qjtask.storage.postgres.verifying import verify
from tests.database_office import OFFICE, OTHER_OFFICE, DatabaseOffice
from tests.database_server import OWNER
from tests.storage.ledger_contract import BY, MOMENT, PLAN, RENUMBERED, nobody, note

ENTRY = (
    '- {"id": "%s", "item": "1.1", "do": "note", "on": "2021-06-09", "at": "2021-06-09T09:00:00+08:00",'
    ' "by": "王芳", "unit": null, "text": "进展", "evidence": []}'
)
BLOCK = "- id: h1\n  item: '1.2'\n  do: start\n  on: 2021-06-10\n  at: 2021-06-10T09:00:00+08:00\n"
NEWER = ENTRY.replace('"note"', '"teleport"') % "n"
LOGS = {
    "none": b"",
    "lines": (ENTRY % "a" + "\n" + ENTRY % "b" + "\n").encode(),
    "CRLF, a mark, blank lines, comments": (
        "\ufeff# 记录\r\n\r\n" + ENTRY % "a" + "\r\n  \r\n" + ENTRY % "b" + "\r\n"
    ).encode(),
    "CR alone": (ENTRY % "a" + "\r" + ENTRY % "b" + "\r").encode(),
    "by hand": (ENTRY % "a" + "\n" + BLOCK + "# 备注\n" + ENTRY % "b" + "\n").encode(),
    "twice": (ENTRY % "a" + "\n" + ENTRY % "b" + "\n" + ENTRY % "a" + "\n").encode(),
    "from a later version": (ENTRY % "a" + "\n" + NEWER + "\n").encode(),
    "without its last end": (ENTRY % "a" + "\n" + ENTRY % "b").encode(),
    "torn": (ENTRY % "a" + '\n- {"id": "x", "text": "工').encode()[:-1],
    "fenced": (ENTRY % "a" + '\n- {"id": "x # 未写完\n').encode(),
    "no UTF-8 in a line": (ENTRY % "a" + "\n").encode() + b"- \xff\xfe\n" + (ENTRY % "b" + "\n").encode(),
}
PLANS = {"usual": PLAN.encode(), "CRLF and a mark": b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where plans to load lie."""
    made = tmp_path / "计划"
    made.mkdir()
    return made


def lay(folder: Path, file: str, content: bytes) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def loaded(office: DatabaseOffice, folder: Path, name: str | None = None) -> list[Loaded]:
    connection = office.connection()
    try:
        return load(connection, folder, name, str(folder))
    finally:
        connection.close()


def dumped(office: DatabaseOffice, folder: Path, login: str = OWNER) -> dict[str, bytes]:
    connection = office.connection(login)
    dump(connection, folder, "p")
    connection.close()
    return contents(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


# Both ways --------------------------------------------------------------------------------------


def test_load_then_dump_gives_the_same_files(office: DatabaseOffice, folder: Path, tmp_path: Path) -> None:
    for number, log in enumerate(LOGS.values()):
        for kind, text in enumerate(PLANS.values()):
            lay(folder, f"局{number}/甲{kind}.yaml", text)
            if log:
                lay(folder, f"局{number}/甲{kind}.progress.yaml", log)
    lay(folder, "水利局/2021/tasks.yaml", PLAN.encode())
    lay(folder, "水利局/2021/progress.yaml", LOGS["lines"])
    lay(folder, "水利局/2021/contacts.yaml", b"units: {}\n# \xff\n")
    lay(folder, "水利局/2021/holidays.yaml", b"off: []\r\n")
    lay(folder, "水利局/2021/deliveries.yaml", b"- {}\n- x")
    before = contents(folder)
    loaded(office, folder)
    after = dumped(office, tmp_path / "备份")
    assert {file: content for file, content in after.items() if file in before} == before
    others = {f"{name}/tasks.yaml": PLAN.encode() for name in (OFFICE, OTHER_OFFICE)}
    assert {file: content for file, content in after.items() if file not in before} == others


@pytest.mark.parametrize("name", LOGS)
def test_both_ledgers_give_the_same_answers_and_go_on_alike(
    name: str, office: DatabaseOffice, folder: Path, tmp_path: Path
) -> None:
    """The digest too: it is of the log's lines."""
    lay(folder, "甲/tasks.yaml", PLAN.encode())
    lay(folder, "甲/progress.yaml", LOGS[name])
    loaded(office, folder)
    files = FileLedger(folder / "甲" / "tasks.yaml", folder)
    database = ledger_at(office.address(OWNER) + "&plan=甲")
    assert database.plan() == files.plan()
    for entries in ([note("x"), note("y")], [note("z")]):
        for ledger in (files, database):
            with ledger.writing(nobody) as book:
                assert book.log == ledger.log()
                book.append(entries)
        assert database.log().data == files.log().data
        assert database.log().entries == files.log().entries
        assert database.log().lines() == files.log().lines()
        assert [one.what for one in database.log().problems] == [one.what for one in files.log().problems]
    assert dumped(office, tmp_path / "备份")["甲/progress.yaml"] == files.log().data


def test_dump_then_load_is_the_same_ledger(office: DatabaseOffice, tmp_path: Path) -> None:
    with office.open().writing(nobody) as book:
        book.append([note("a")])
        book.replace_plan(RENUMBERED, [note("b", "1.3")])
    first = dumped(office, tmp_path / "a")
    connection = office.connection()
    states, problems = verify(connection, MOMENT.date(), tmp_path / "a", "p")
    assert ([(one.records, one.since) for one in states], problems) == ([(2, 0), (0, 0)], [])
    connection.close()
    office.sql("DROP SCHEMA qjtask CASCADE")
    office.install()
    loaded(office, tmp_path / "a")
    assert dumped(office, tmp_path / "b") == first


# Loading ----------------------------------------------------------------------------------------


def test_a_plan_is_its_folders_or_whom_its_name_says(office: DatabaseOffice, folder: Path) -> None:
    for file in ("水利局/tasks.yaml", "水利局/2020/旧.yaml", "林业局.yaml"):
        lay(folder, file, PLAN.encode())
    assert loaded(office, folder) == [
        Loaded("林业局.yaml", "林业局", is_new=True),
        Loaded("水利局/tasks.yaml", "水利局", is_new=True),
        Loaded("水利局/2020/旧.yaml", "水利局", is_new=True),
    ]
    lay(folder, "tasks.yaml", PLAN.encode())
    with pytest.raises(
        Refused, match="不知道这份计划是哪个单位的；请把它放进以单位命名的文件夹，或加 --office"
    ):
        loaded(office, folder)
    assert loaded(office, folder, "县府办")[-1] == Loaded("水利局/2020/旧.yaml", "水利局", is_new=False)
    assert office.sql("SELECT office FROM qjtask.plans WHERE file = 'tasks.yaml'") == [("县府办",)]


def test_a_list_of_plans_says_whose_they_are(office: DatabaseOffice, folder: Path) -> None:
    for file in ("a/tasks.yaml", "b.yaml", "c.yaml"):
        lay(folder, file, PLAN.encode())
    lay(folder, "ledger.yaml", "plans:\n- {file: a/tasks.yaml, office: 水利局}\n- {file: b.yaml}\n".encode())
    assert [(one.file, one.office) for one in loaded(office, folder)] == [
        ("b.yaml", "b"),
        ("c.yaml", "c"),
        ("a/tasks.yaml", "水利局"),
    ]
    lay(folder, "ledger.yaml", b"plans:\n- {flie: b.yaml}\n")
    with pytest.raises(Refused, match=r"ledger\.yaml:2"):
        loaded(office, folder)


def test_every_fault_is_told_at_once_and_nothing_is_loaded(office: DatabaseOffice, folder: Path) -> None:
    lay(folder, "好/tasks.yaml", PLAN.encode())
    lay(folder, "坏/tasks.yaml", b"title: x\nyaer: 2021\n")
    lay(folder, "乱/tasks.yaml", PLAN.encode())
    lay(folder, "乱/progress.yaml", "进展".encode("gbk") * 9)
    lay(folder, "tasks.yaml", PLAN.encode())
    with pytest.raises(Refused) as refused:
        loaded(office, folder)
    told = {str(problem.where).split(":")[0] for problem in refused.value.problems}
    assert told == {"坏/tasks.yaml", "乱/progress.yaml", "tasks.yaml"}
    assert office.sql("SELECT count(*) FROM qjtask.plans") == [(2,)]


def test_an_update_that_is_not_finished_is_finished_first(office: DatabaseOffice, folder: Path) -> None:
    lay(folder, "甲/tasks.yaml", PLAN.encode())
    lay(folder, "甲/.tasks.yaml.new.log", b"# replaces x\n")
    with pytest.raises(Refused, match="上次的更新还没有写完"):
        loaded(office, folder)


def test_what_is_no_plan_is_not_loaded(office: DatabaseOffice, folder: Path) -> None:
    lay(folder, "甲/tasks.yaml", PLAN.encode())
    for file in (
        "secrets.yaml",
        "甲.secrets.yaml",
        "contacts.yaml",
        "甲/progress.yaml",
        ".git/x.yaml",
        ".x.yaml",
    ):
        lay(folder, file, b"")
    lay(folder, "甲/secrets.yaml", b"mail: hunter2\n")
    assert [one.file for one in loaded(office, folder)] == ["甲/tasks.yaml"]
    assert office.sql("SELECT count(*) FROM qjtask.sides") == [(0,)]


@pytest.mark.parametrize(("name", "words"), [("没有", "没有这个文件夹"), ("", "文件夹里没有计划")])
def test_a_folder_without_plans_is_told(name: str, words: str, office: DatabaseOffice, folder: Path) -> None:
    with pytest.raises(Refused, match=words):
        loaded(office, folder / name)


def test_loading_again_changes_nothing_but_contacts_and_holidays(
    office: DatabaseOffice, folder: Path
) -> None:
    lay(folder, "甲/tasks.yaml", PLAN.encode())
    lay(folder, "甲/progress.yaml", LOGS["lines"])
    lay(folder, "甲/contacts.yaml", b"1")
    lay(folder, "甲/deliveries.yaml", b"- 1\n")
    loaded(office, folder)
    ledger = ledger_at(office.address(OWNER) + "&plan=甲")
    with ledger.writing(nobody) as book:
        book.append([note("x")])
    with ledger.side(SideKind.DELIVERIES).writing(nobody) as side:
        side.append(b"- 2\n", lambda _: True)
    lay(folder, "甲/contacts.yaml", b"2")
    lay(folder, "甲/holidays.yaml", b"off: []\n")
    assert loaded(office, folder) == [Loaded("甲/tasks.yaml", "甲", is_new=False)]
    assert len(ledger.log().entries) == 3
    found = [ledger.side(kind).read() for kind in (SideKind.CONTACTS, SideKind.HOLIDAYS, SideKind.DELIVERIES)]
    assert found == [b"2", b"off: []\n", b"- 1\n- 2\n"]


@pytest.mark.parametrize(
    ("file", "content"),
    [("甲/tasks.yaml", RENUMBERED.encode()), ("甲/progress.yaml", LOGS["lines"] + LOGS["lines"][:-1])],
)
def test_what_differs_is_not_loaded_over(
    file: str, content: bytes, office: DatabaseOffice, folder: Path
) -> None:
    lay(folder, "甲/tasks.yaml", PLAN.encode())
    lay(folder, "甲/progress.yaml", LOGS["lines"])
    loaded(office, folder)
    lay(folder, file, content)
    with pytest.raises(Refused, match="数据库里已有这份计划，内容不同"):
        loaded(office, folder)


def test_a_clerk_loads_nothing(office: DatabaseOffice, folder: Path) -> None:
    lay(folder, "甲/tasks.yaml", PLAN.encode())
    connection = office.connection(BY)
    with pytest.raises(Refused, match="没有这样的权限"):
        load(connection, folder, None, "p")
    assert office.sql("SELECT count(*) FROM qjtask.plans") == [(2,)]


# Dumping ----------------------------------------------------------------------------------------


def test_a_clerk_dumps_what_it_sees(office: DatabaseOffice, tmp_path: Path) -> None:
    assert list(dumped(office, tmp_path / "备份", BY)) == [f"{OFFICE}/tasks.yaml"]


def test_a_folder_with_something_in_it_is_left_alone(office: DatabaseOffice, tmp_path: Path) -> None:
    lay(tmp_path, "备份/x", b"")
    with pytest.raises(Refused, match="这个文件夹里已经有东西，没有改动"):
        dumped(office, tmp_path / "备份")
    (tmp_path / "备份" / "x").unlink()
    assert dumped(office, tmp_path / "备份")
    assert [path.name for path in tmp_path.iterdir()] == ["备份"]


@pytest.mark.parametrize(
    "file", ["../x.yaml", "/x.yaml", "a/../../x.yaml", "a\\x.yaml", "a:x.yaml", "a\x1b.yaml"]
)
def test_a_path_that_leads_out_of_the_folder_is_not_written(
    file: str, office: DatabaseOffice, tmp_path: Path
) -> None:
    """Whoever owns the database does not own the machine that dumps it."""
    connection = office.connection()
    connection.rows("INSERT INTO qjtask.plans VALUES (9, %s, %s, 1, 0)", (file, OFFICE))
    connection.rows("INSERT INTO qjtask.texts VALUES (9, 1, %s, %s)", (OFFICE, b"x"))
    with pytest.raises(Refused, match="走出了文件夹"):
        dumped(office, tmp_path / "备份")
    assert not any(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(office: DatabaseOffice, tmp_path: Path) -> None:
    lay(tmp_path, "x", b"")
    with pytest.raises(Refused, match="没有导出"):
        dumped(office, tmp_path / "x" / "备份")
