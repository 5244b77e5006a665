"""Who would not be told, and what is missing to tell them."""

from __future__ import annotations

from qjtask.core.letters.contact_doubts import contact_doubts
from qjtask.core.letters.contacts import Address, Channel, Contacts, MailServer, Robot, Security
from qjtask.core.problem import Place

MAIL = Address(Channel.MAIL, "a@b.cn")
GROUP = Address(Channel.DINGTALK, "群")
CONTACTS = Contacts(
    {"审批科": (MAIL, GROUP), "法规科": ()},
    server=MailServer("h", 587, Security.STARTTLS, "a@b.cn", user="u", password="mail"),  # noqa: S106 - a name
    robots={"群": Robot("群", Channel.DINGTALK, "url", "key")},
    secret_places={
        "mail": Place("contacts.yaml", 3, 13),
        "url": Place("contacts.yaml", 5, 9),
        "key": Place("contacts.yaml", 5, 20),
    },
)


def told(contacts: Contacts, secrets: set[str] | None, *units: str) -> list[tuple[str, bool]]:
    return [
        (problem.what, problem.is_warning)
        for problem in contact_doubts(contacts, units, secrets, "contacts.yaml")
    ]


def test_nothing_is_wrong() -> None:
    assert told(CONTACTS, {"mail", "url", "key", "more"}, "审批科", "法规科") == []


def test_a_unit_without_a_line_is_told_and_an_empty_one_is_meant() -> None:
    assert told(CONTACTS, {"mail", "url", "key"}, "法规科", "建管科") == [("“建管科”没有地址", False)]


def test_each_missing_secret_is_told_once_by_its_place_alone() -> None:
    """A mail's code is made of small letters too: what stands for a name may be the secret itself."""
    found = contact_doubts(CONTACTS, (), {"url", "mial"}, "contacts.yaml")
    assert [(str(problem.where), problem.what) for problem in found] == [
        ("contacts.yaml:5:20", "没有通讯录里这个名称的秘密"),
        ("contacts.yaml:3:13", "没有通讯录里这个名称的秘密"),
    ]
    assert [problem.fix for problem in found] == [
        "请设环境变量 QJTASK_SECRET_名称（大写），或写进秘密文件",
        "是不是 mial？",
    ]
    assert told(CONTACTS, None) == []


def test_secrets_of_ways_that_nobody_uses_are_not_missed() -> None:
    assert told(CONTACTS._replace(units={"审批科": ()}), set()) == [("没有单位用机器人“群”", True)]


def test_mail_without_login_needs_no_secret() -> None:
    assert CONTACTS.server
    server = CONTACTS.server._replace(user="", password="")
    assert told(CONTACTS._replace(server=server), {"url", "key"}) == []
