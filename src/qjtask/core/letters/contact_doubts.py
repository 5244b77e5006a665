"""What keeps somebody from being told, in contacts that read without fault."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from qjtask.core.letters.contacts import SECRET_PREFIX, Contacts
from qjtask.core.problem import Problem


def contact_doubts(
    contacts: Contacts, units: Iterable[str], secrets: Collection[str] | None, shown: str
) -> list[Problem]:
    """Units without an address, secrets that are missing, and, as doubts, robots that nobody uses.

    `secrets` are the names of those there are; None when they could not be read, which is told by
    who read them. `shown` names the contacts' file.
    """
    addresses = list(contacts.addresses())
    wanted = {name for address in addresses for name in contacts.secrets(address)}
    missing = sorted(wanted.difference(secrets)) if secrets is not None else ()
    used = {address.name for address in addresses}
    return [
        *(Problem(shown, *without_address(unit)) for unit in units if unit not in contacts.units),
        *(Problem(contacts.secret_places[name], *without_secret(name, secrets or ())) for name in missing),
        *(
            Problem(shown, f"没有单位用机器人“{name}”", "不用的请删去", is_warning=True)
            for name in contacts.robots
            if name not in used
        ),
    ]


def without_address(unit: str) -> tuple[str, str]:
    """That a unit's addresses are not written, and what to do about it."""
    return f"“{unit}”没有地址", "请在 units 里补上；不必另发的写 []"


def without_secret(name: str, known: Collection[str]) -> tuple[str, str]:
    """That there is no secret of a name, and what to do about it; `known` are the names of those there are.

    The name is not repeated: a mail's code is made of small letters too, and may stand in its place.
    """
    from difflib import get_close_matches  # needed only to suggest

    near = get_close_matches(name, known, n=1)
    told = "没有通讯录里这个名称的秘密"
    if near:
        return told, f"是不是 {near[0]}？"
    return told, f"请设环境变量 {SECRET_PREFIX}名称（大写），或写进秘密文件"
