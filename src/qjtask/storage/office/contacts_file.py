"""contacts.yaml, beside the plan: who is told, and by which way. Every fault with its line and column.

It holds no secret: a password, a robot's address and its signing key are named here, and stand in
the environment or in the secrets file. One that stands here all the same, in whatever place, is not
repeated in a message: a fault is told by its place, and quoted are only names that are known elsewhere.
"""

from __future__ import annotations

from typing import Any

from qjtask.core.letters.contacts import ROBOT_SERVICES, Address, Channel, Contacts, MailServer, Robot
from qjtask.core.plan.unit_names import UnitNames
from qjtask.core.problem import Place, Refused, refuse
from qjtask.core.text.quoting import quoted
from qjtask.storage.ledger import Side
from qjtask.storage.office.contact_fields import MAIL, ContactFields
from qjtask.storage.office.mail_server import MailServerReader
from qjtask.storage.texts.field_values import value_of
from qjtask.storage.texts.source import decode
from qjtask.storage.texts.yaml_reader import FieldReader, Node, mark_of

_PERSON = r"1[0-9]{10}|ou_[0-9A-Za-z_-]{1,64}"
_MOST_PEOPLE = 20
_NO_NAME = "/:="
"""What a robot's address has and its name may not have: it stands in messages and in the log."""


def load_contacts(side: Side, names: UnitNames) -> Contacts:
    """Read the contacts; `names` are the plan's units. Raises Refused with every fault."""
    data = side.read()
    if data is None:
        told = "还没有通讯录，不知道该发给谁"
        raise refuse(side.shown, told, "请新建这个文件，写法见 README 的“发送提醒”")
    return parse_contacts(decode(data, side.shown), side.shown, names)._replace(is_guarded=side.is_guarded)


def parse_contacts(text: str, shown: str, names: UnitNames) -> Contacts:
    """Read contacts from their YAML text. Raises Refused with every fault."""
    reader = _ContactsReader(text, shown, names)
    contacts = reader.contacts()
    if contacts is None or reader.yaml.problems:
        raise reader.yaml.refused()
    return contacts


class _ContactsReader(ContactFields):
    """The file's keys. Addresses are understood at the end, since robots may be named before them."""

    def __init__(self, text: str, shown: str, names: UnitNames) -> None:
        super().__init__(text, shown)
        self._shown = shown
        self._names = names
        self._robots: dict[str, Robot] = {}
        self._server: MailServer | None = None
        self._has_mail = False
        self._fields: dict[str, FieldReader] = {
            "mail": self.required(self.mail),
            "robots": self.robots,
            "units": self.units,
            "people": self.people,
            "everyone": self.several(self.name),
        }
        self._robot_fields: dict[str, FieldReader] = {
            "kind": self.kind,
            "webhook": self.secret,
            "sign": self.secret,
        }

    def contacts(self) -> Contacts | None:
        root = self.yaml.read(lambda event: self.yaml.mapping(event, self._fields, "通讯录"))
        if root is None:
            return None
        units: dict[str, tuple[Address, ...]] = {
            unit: self._addresses(names) for unit, names in (value_of(root, "units") or {}).items()
        }
        everyone = self._addresses(value_of(root, "everyone") or [])
        if not units and not everyone and not self.yaml.problems:
            self.yaml.fault(mark_of(root), "通讯录里没有一个地址", "请写 units 或 everyone")
        places = {name: Place(self._shown, *mark) for name, mark in self.secret_marks.items()}
        people = {
            unit: tuple(one.value for one in found)
            for unit, found in (value_of(root, "people") or {}).items()
        }
        found = Contacts(units, everyone, self._server, self._robots, people, places)
        return found.reaching(self._names.members)

    def mail(self, event: Any) -> None:
        self._has_mail = True
        self._server = MailServerReader(self).read(event)

    # Robots ----------------------------------------------------------------------------------

    def robots(self, event: Any) -> None:
        for key, value in self.yaml.pairs(event, "robots"):
            name = key.value.strip()
            robot = self._robot(name, value)
            if not name or not name.isprintable() or not set(name).isdisjoint({"@", *_NO_NAME}):
                fix = "请起一个没有 @ / : = 的名称，如 审批科群；网址是秘密，不写在这里"
                self.yaml.fault(mark_of(key), "机器人的名称不对", fix)
            elif name in self._robots:
                self.yaml.fault(mark_of(key), "这个名称的机器人写了两次", "请只留一个")
            else:
                self._robots[name] = robot

    def _robot(self, name: str, event: Any) -> Robot:
        node = self.required(lambda inner: self.yaml.mapping(inner, self._robot_fields, "机器人"))(event)
        if node is None or not self.has(node, ("kind", "webhook"), "机器人"):
            return Robot(name, Channel.WECOM, "")  # a stand-in, so that its users are not told of it too
        kind: Channel = value_of(node, "kind")
        service = ROBOT_SERVICES[kind]
        if "sign" in node.value and not service.has_sign:
            self.yaml.fault(mark_of(node), f"{service.shown}的机器人没有签名", "请删去 sign")
        return Robot(name, kind, value_of(node, "webhook"), value_of(node, "sign") or "")

    def kind(self, event: Any) -> Node | None:
        fix = f"请写 {'、'.join(ROBOT_SERVICES)} 之一"
        node = self.shaped(event, "|".join(ROBOT_SERVICES), "机器人的种类写法不对", fix)
        return node and Node(Channel(node.value), node.start_mark)

    # Units and addresses ---------------------------------------------------------------------

    def units(self, event: Any) -> Node | None:
        return self._by_unit(event, "units", self.name, "地址", "不另发的单位请写 []")

    def people(self, event: Any) -> Node | None:
        """Who is called by name in a unit's message."""
        node = self._by_unit(event, "people", self.person, "人", "请写手机号，或删去这一行")
        for found in node.value.values() if node else ():
            if len(found) > _MOST_PEOPLE:
                self.yaml.fault(mark_of(found[_MOST_PEOPLE]), f"一个单位最多写{_MOST_PEOPLE}人", "请删去几个")
        return node

    def person(self, event: Any) -> Any:
        fix = "企业微信和钉钉写 11 位手机号，飞书写 ou_ 开头的 open_id"
        return self.shaped(event, _PERSON, "这里写的不是手机号，也不是飞书的 open_id", fix)

    def _by_unit(self, event: Any, key_name: str, one: FieldReader, what: str, fix: str) -> Node | None:
        """Lists by the unit's name to show; `what` is in them, `fix` what to write where there is none."""
        found: dict[str, list[Node]] = {}
        for key, value in self.yaml.pairs(event, key_name):
            unit = self._unit(key)
            node = self.several(one)(value)
            if unit in found:
                self.yaml.fault(mark_of(key), f"单位{quoted(unit)}写了两次", "请合并成一行")
            elif node is None and self.yaml.is_null(value):
                self.yaml.fault(mark_of(key), f"没有写{quoted(unit) + '的' if unit else ''}{what}", fix)
            if unit is not None and node is not None:
                found.setdefault(unit, node.value)
        return None if self.yaml.is_null(event) else Node(found, event.start_mark)

    def _unit(self, key: Any) -> str | None:
        """The plan's name to show. Only a whole name or alias will do: a part may fit two units one day."""
        name = key.value.strip()
        shown = self._names.canonical((name,))[0]
        if shown in self._names.shown():
            return shown
        try:
            fix = f"最接近的是{self._names.find(name)}"
        except Refused as refused:
            fix = refused.problems[0].fix
        self.yaml.fault(mark_of(key), "这里写的不是计划里一个单位的全名或别名", fix)
        return None

    def _addresses(self, names: list[Node]) -> tuple[Address, ...]:
        return tuple(address for name in names if (address := self._address(name)))

    def _address(self, node: Node) -> Address | None:
        text: str = node.value
        if "@" in text and "://" not in text:
            return self._mail_address(node)
        if not set(text).isdisjoint(_NO_NAME):  # a robot's address, and the secret in it
            told = "这里不能写网址，机器人的网址是秘密"
            self.yaml.fault(mark_of(node), told, "请在 robots 里写好机器人，这里写它的名称")
            return None
        if text not in self._robots:
            from difflib import get_close_matches  # needed only to apologise

            near = get_close_matches(text, self._robots, n=1)
            fix = f"是不是 {near[0]}？" if near else "请写邮箱，或先在 robots 里写好机器人，这里写它的名称"
            self.yaml.fault(mark_of(node), "这里写的不是邮箱，也不是 robots 里的机器人", fix)
            return None
        return Address(self._robots[text].kind, text)

    def _mail_address(self, node: Node) -> Address:
        if not MAIL.fullmatch(node.value):
            self.yaml.fault(mark_of(node), "邮箱写法不对", "请写成 name@example.gov.cn")
        elif not self._has_mail:
            told = "要发邮件，但没有写邮件服务器"
            self.yaml.fault(mark_of(node), told, "请补上 mail: {host: …, from: …}")
            self._has_mail = True  # told once
        return Address(Channel.MAIL, node.value)
