"""contacts.yaml, beside the plan: who is told, and by which way. Every fault with its line and column.

It holds no secret: a password, a robot's address and its signing key are named here, and stand in
the environment or in the secrets file. A value that is no name is never repeated in a message.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qjtask.core.contacts import Address, Contacts, Kind, MailServer, Robot, Security
from qjtask.core.problem import Refused, refuse
from qjtask.core.units import UnitNames
from qjtask.storage.plan_fields import Fields, value_of
from qjtask.storage.source import read_text
from qjtask.storage.yaml_reader import FieldReader, Node, is_text, mark_of, quoted

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"  # RFC 5322 3.2.3
_LABEL = r"[A-Za-z0-9-]{1,63}"
_MAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")
_SENDER = re.compile(r"(?:(?P<name>[^<>]*?)\s*<(?P<within>[^<>\s]+)>|(?P<bare>[^<>\s]+))")
_HOST = rf"{_LABEL}(?:\.{_LABEL})*|[0-9A-Fa-f:]{{2,39}}"
_SECRET = re.compile(r"[a-z][a-z0-9_]{0,30}")
_ROBOTS = tuple(kind for kind in Kind if kind is not Kind.MAIL)


def load_contacts(path: Path, shown: str, names: UnitNames) -> Contacts:
    """Read the contacts at `path`; `names` are the plan's units. Raises Refused with every fault."""
    if not path.exists():
        told = "还没有通讯录，不知道该发给谁"
        raise refuse(shown, told, "请新建这个文件，写法见 README 的“发送提醒”")
    return parse_contacts(read_text(path, shown), shown, names)


def parse_contacts(text: str, shown: str, names: UnitNames) -> Contacts:
    """Read contacts from their YAML text. Raises Refused with every fault."""
    reader = _ContactsReader(text, shown, names)
    contacts = reader.contacts()
    if contacts is None or reader.yaml.problems:
        raise Refused(sorted(reader.yaml.problems, key=lambda problem: _place(problem.where)))
    return contacts


def _place(where: str) -> tuple[int, int]:
    _, line, column = where.rsplit(":", 2)
    return int(line), int(column)


class _ContactsReader(Fields):
    """The file's keys. Addresses are understood at the end, since robots may be named before them."""

    def __init__(self, text: str, shown: str, names: UnitNames) -> None:
        super().__init__(text, shown)
        self._names = names
        self._robots: dict[str, Robot] = {}
        self._server: MailServer | None = None
        self._has_mail = False
        self._fields: dict[str, FieldReader] = {
            "mail": self.required(self.server),
            "robots": self.robots,
            "units": self.units,
            "everyone": self.several(self.name),
        }
        self._server_fields: dict[str, FieldReader] = {
            "host": self.host,
            "port": self.port,
            "security": self.security,
            "from": self.sender,
            "user": self.filled,
            "password": self.secret,
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
        return Contacts(units, everyone, self._server, self._robots)

    # The mail server -------------------------------------------------------------------------

    def server(self, event: Any) -> None:
        self._has_mail = True
        node = self.yaml.mapping(event, self._server_fields, "mail")
        if node is None or not self.has(node, ("host", "from"), "mail"):
            return
        security: Security = value_of(node, "security") or Security.STARTTLS
        user, password = value_of(node, "user"), value_of(node, "password")
        if bool(user) != bool(password) and ("user" in node.value) != ("password" in node.value):
            self.yaml.fault(mark_of(node), "user 和 password 要么都写，要么都不写", "请补上缺的一个")
        if user and security is Security.NONE:
            told = "不加密的连接不能登录，密码会明文传出"
            self.yaml.fault(mark_of(node.value["user"]), told, "请改用 security: starttls 或 tls")
        sender, sender_name = value_of(node, "from")
        port = (
            value_of(node, "port") or {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}[security]
        )
        self._server = MailServer(
            value_of(node, "host"), port, security, sender, sender_name, user or "", password or ""
        )

    def host(self, event: Any) -> Any:
        return self._formed(event, _HOST, "服务器", "请只写主机名，如 smtp.example.gov.cn")

    def port(self, event: Any) -> Node | None:
        node = self._formed(event, "[0-9]{1,5}", "端口", "请写 1 到 65535 的数字")
        if node is not None and not 0 < int(node.value) < 2**16:
            self.yaml.fault(mark_of(node), f"端口{quoted(node.value)}不对", "请写 1 到 65535 的数字")
            return None
        return node and Node(int(node.value), node.start_mark)

    def security(self, event: Any) -> Node | None:
        node = self._formed(event, "|".join(Security), "加密方式", f"请写 {'、'.join(Security)} 之一")
        return node and Node(Security(node.value), node.start_mark)

    def sender(self, event: Any) -> Node | None:
        """`督查室 <a@b.cn>` or a bare address."""
        node = self.filled(event)
        if node is None:
            return None
        found = _SENDER.fullmatch(node.value.strip())
        address: str = (found["within"] or found["bare"]) if found else ""
        if not found or not _MAIL.fullmatch(address) or not (found["name"] or "").isprintable():
            told = f"发件人{quoted(node.value)}写法不对"
            self.yaml.fault(mark_of(node), told, "请写成 督查室 <duchashi@example.gov.cn>")
            return None
        return Node((address, (found["name"] or "").strip('" ')), node.start_mark)

    def secret(self, event: Any) -> Any:
        """The name of a secret. What is no name may be the secret itself, and is not repeated."""
        if is_text(event) and _SECRET.fullmatch(event.value):
            return event
        told = "这里要写秘密的名称（小写字母、数字和下划线），不是秘密本身"
        self.yaml.fault(mark_of(event), told, "请把内容放进环境变量或秘密文件，这里只写名称")
        self.yaml.skip(event)
        return None

    # Robots ----------------------------------------------------------------------------------

    def robots(self, event: Any) -> None:
        for key, value in self.yaml.pairs(event, "robots"):
            name = key.value.strip()
            robot = self._robot(name, value)
            if not name or "@" in name or not name.isprintable():
                told = f"机器人的名称{quoted(name)}不对"
                self.yaml.fault(mark_of(key), told, "请起一个没有 @ 的名称，如 审批科群")
            elif name in self._robots:
                self.yaml.fault(mark_of(key), f"机器人{quoted(name)}写了两次", "请只留一个")
            else:
                self._robots[name] = robot

    def _robot(self, name: str, event: Any) -> Robot:
        node = self.required(lambda inner: self.yaml.mapping(inner, self._robot_fields, "机器人"))(event)
        if node is None or not self.has(node, ("kind", "webhook"), "机器人"):
            return Robot(name, Kind.WECOM, "")  # a stand-in, so that its users are not told of it too
        kind: Kind = value_of(node, "kind")
        if kind is Kind.WECOM and "sign" in node.value:
            self.yaml.fault(mark_of(node), "企业微信的机器人没有签名", "请删去 sign")
        return Robot(name, kind, value_of(node, "webhook"), value_of(node, "sign") or "")

    def kind(self, event: Any) -> Node | None:
        node = self._formed(event, "|".join(_ROBOTS), "机器人的种类", f"请写 {'、'.join(_ROBOTS)} 之一")
        return node and Node(Kind(node.value), node.start_mark)

    # Units and addresses ---------------------------------------------------------------------

    def units(self, event: Any) -> Node | None:
        found: dict[str, list[Node]] = {}
        for key, value in self.yaml.pairs(event, "units"):
            unit = self._unit(key)
            node = self.several(self.name)(value)
            if unit in found:
                told = f"单位{quoted(unit)}写了两次（{quoted(key.value)}）"
                self.yaml.fault(mark_of(key), told, "请合并成一行")
            elif node is None and self.yaml.is_null(value):
                self.yaml.fault(mark_of(key), f"没有写{quoted(key.value)}的地址", "不另发的单位请写 []")
            if unit is not None and node is not None:
                found.setdefault(unit, node.value)
        return None if self.yaml.is_null(event) else Node(found, event.start_mark)

    def _unit(self, key: Any) -> str | None:
        """The plan's name to show. Only a whole name or alias will do: a part may fit two units one day."""
        name = key.value.strip()
        shown = self._names.canonical((name,))[0]
        if shown in self._names.shown():
            return shown
        mark = mark_of(key)
        try:
            nearest = self._names.find(name)
        except Refused as refused:
            self.yaml.fault(mark, refused.problems[0].what, refused.problems[0].fix)
        else:
            self.yaml.fault(mark, f"没有{quoted(name)}这个单位", f"最接近的是{nearest}")
        return None

    def _addresses(self, names: list[Node]) -> tuple[Address, ...]:
        return tuple(address for name in names if (address := self._address(name)))

    def _address(self, node: Node) -> Address | None:
        text = node.value
        if "://" in text:  # a robot's, and the secret in it
            told = "这里不能写网址，机器人的网址是秘密"
            self.yaml.fault(mark_of(node), told, "请在 robots 里写好机器人，这里写它的名称")
            return None
        if "@" in text:
            if not _MAIL.fullmatch(text):
                self.yaml.fault(mark_of(node), f"邮箱{quoted(text)}写法不对", "请写成 name@example.gov.cn")
            elif not self._has_mail:
                self.yaml.fault(
                    mark_of(node), "要发邮件，但没有写邮件服务器", "请补上 mail: {host: …, from: …}"
                )
                self._has_mail = True  # told once
            return Address(Kind.MAIL, text)
        if text not in self._robots:
            from difflib import get_close_matches  # needed only to apologise

            near = get_close_matches(text, self._robots, n=1)
            fix = f"是不是 {near[0]}？" if near else "请写邮箱，或先在 robots 里写好这个机器人"
            self.yaml.fault(mark_of(node), f"没有{quoted(text)}这个机器人", fix)
            return None
        return Address(self._robots[text].kind, text)
