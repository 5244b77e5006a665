"""What lies beside a plan in a database: deliveries once each over a cut, secrets never there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qjtask.core.problem import Refused
from qjtask.storage.ledger import SideKind
from qjtask.storage.postgres import statements
from qjtask.storage.postgres.connection import Connection
from qjtask.storage.postgres.database_ledger import DatabaseLedger, ledger_at
from tests.cutting_proxy import Cut, CuttingProxy
from tests.database_office import DatabaseOffice
from tests.storage.ledger_contract import BY, nobody, whole


@pytest.fixture
def cut(request: pytest.FixtureRequest, office: DatabaseOffice) -> Iterator[DatabaseLedger]:
    """The ledger behind a proxy that cuts the first append as the parameter says."""
    cuts = iter([request.param])
    proxy = CuttingProxy(office.server, lambda: next(cuts, Cut.NOWHERE))
    yield ledger_at(proxy.address(office.name, BY))
    proxy.close()


@pytest.mark.parametrize("cut", [Cut.BEFORE, Cut.AFTER], indirect=True)
def test_a_delivery_is_written_once_over_a_cut(cut: DatabaseLedger, office: DatabaseOffice) -> None:
    with cut.side(SideKind.DELIVERIES).writing(nobody) as book:
        book.append(b"- 1\n", whole)
        book.append(b"- 2\n", whole)
    assert office.open().side(SideKind.DELIVERIES).read() == b"- 1\n- 2\n"


def test_a_notice_beside_the_answer_means_once_more(
    office: DatabaseOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned = iter([True, True])
    with office.open().side(SideKind.DELIVERIES).writing(nobody) as book:
        monkeypatch.setattr(Connection, "was_warned", property(lambda _: next(warned, False)))
        book.append(b"- 1\n", whole)
        monkeypatch.setattr(Connection, "was_warned", property(lambda _: True))
        with pytest.raises(Refused, match="不知道这一条记下了没有"):
            book.append(b"- 2\n", whole)
    monkeypatch.undo()
    assert office.open().side(SideKind.DELIVERIES).read() == b"- 1\n- 2\n"


def test_what_another_delivered_meanwhile_is_not_written_over(office: DatabaseOffice) -> None:
    connection = office.connection(BY)
    with office.open().side(SideKind.DELIVERIES).writing(nobody) as book:
        assert connection.rows(statements.DELIVER, (1, 1, b"- x\n")) == [(True,)]
        with pytest.raises(Refused, match="这一条没有记下"):
            book.append(b"- 1\n", whole)
    assert office.open().side(SideKind.DELIVERIES).read() == b"- x\n"


def test_a_torn_last_delivery_is_fenced_off(office: DatabaseOffice) -> None:
    office.lay(SideKind.DELIVERIES, b'- 1\n- {"week')
    with office.open().side(SideKind.DELIVERIES).writing(nobody) as book:
        book.append(b"- 2\n", lambda _: False)
    content = office.open().side(SideKind.DELIVERIES).read()
    assert content == '- 1\n- {"week # 未写完\n- 2\n'.encode()


def test_asking_whether_it_can_be_written_writes_nothing(office: DatabaseOffice) -> None:
    with office.open().side(SideKind.DELIVERIES).writing(nobody) as book:
        book.append(b"", whole)
    assert office.open().side(SideKind.DELIVERIES).read() is None


def test_secrets_are_a_file_of_ones_own(office: DatabaseOffice) -> None:
    side = office.open().side(SideKind.SECRETS)
    assert Path(side.shown).name == "secrets.yaml"
    office.lay(SideKind.SECRETS, b"mail: hunter2\n")
    assert side.read_private() == b"mail: hunter2\n"
    Path(side.shown).chmod(0o644)
    with pytest.raises(Refused, match="别的用户也能看到秘密文件"):
        side.read_private()
    assert office.sql("SELECT count(*) FROM qjtask.sides") == [(0,)]
    refused = "INSERT INTO qjtask.sides VALUES (1, 'secrets', 1, '交通局', 'x')"
    with pytest.raises(Exception, match="sides_kind_check"):
        office.sql(refused)


def test_contacts_of_a_database_are_no_place_for_a_password_without_a_host(office: DatabaseOffice) -> None:
    assert not office.open().side(SideKind.CONTACTS).is_guarded


def test_contacts_are_brought_by_load_and_not_appended_to(office: DatabaseOffice) -> None:
    with pytest.raises(RuntimeError), office.open().side(SideKind.CONTACTS).writing(nobody):
        pytest.fail("it was locked")
