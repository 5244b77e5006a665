"""The part `mail` of contacts.yaml: the server that takes the mails, and who they are from."""

from __future__ import annotations

import re
from typing import Any

from qjtask.core.letters.contacts import MailServer, Security
from qjtask.storage.office.contact_fields import LABEL, MAIL, ContactFields
from qjtask.storage.texts.field_values import value_of
from qjtask.storage.texts.yaml_reader import FieldReader, Node, mark_of

_HOST = rf"{LABEL}(?:\.{LABEL})*|[0-9A-Fa-f:]{{2,39}}"
_SENDER = re.compile(r"(?:(?P<name>[^<>]*?)\s*<(?P<within>[^<>\s]+)>|(?P<bare>[^<>\s]+))")
_USER = r"[!-~](?:[ -~]*[!-~])?"  # smtplib logs in with ASCII only
_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


class MailServerReader:
    """Reads the mapping, its values by means of `fields`, which keeps the faults."""

    def __init__(self, fields: ContactFields) -> None:
        self._fields = fields
        self._yaml = fields.yaml
        self._readers: dict[str, FieldReader] = {
            "host": self._host,
            "port": self._port,
            "security": self._security,
            "from": self._sender,
            "user": self._user,
            "password": fields.secret,
        }

    def read(self, event: Any) -> MailServer | None:
        """The server; None when something that it needs is missing or at fault, which is told."""
        node = self._yaml.mapping(event, self._readers, "mail")
        if node is None or not self._fields.has(node, ("host", "from"), "mail"):
            return None
        security: Security = value_of(node, "security") or Security.STARTTLS
        user, password = value_of(node, "user") or "", value_of(node, "password") or ""
        if ("user" in node.value) != ("password" in node.value):
            self._yaml.fault(mark_of(node), "user 和 password 要么都写，要么都不写", "请补上缺的一个")
        if user and security is Security.NONE:
            told = "不加密的连接不能登录，密码会明文传出"
            self._yaml.fault(mark_of(node.value["user"]), told, "请改用 security: starttls 或 tls")
        host, port = value_of(node, "host"), value_of(node, "port") or _PORTS[security]
        sender, sender_name = value_of(node, "from")
        return MailServer(host, port, security, sender, sender_name, user, password)

    def _host(self, event: Any) -> Any:
        return self._fields.shaped(event, _HOST, "服务器写法不对", "请只写主机名，如 smtp.example.gov.cn")

    def _port(self, event: Any) -> Node | None:
        if self._yaml.is_null(event):
            return None
        told, fix = "端口写法不对", "请写 1 到 65535 的数字"
        node = self._fields.shaped(event, "[0-9]{1,5}", told, fix)
        if node is not None and not 0 < int(node.value) < 2**16:
            self._yaml.fault(mark_of(node), told, fix)
            return None
        return node and Node(int(node.value), node.start_mark)

    def _security(self, event: Any) -> Node | None:
        if self._yaml.is_null(event):
            return None
        fix = f"请写 {'、'.join(Security)} 之一"
        node = self._fields.shaped(event, "|".join(Security), "加密方式写法不对", fix)
        return node and Node(Security(node.value), node.start_mark)

    def _sender(self, event: Any) -> Node | None:
        """`督查室 <a@b.cn>` or a bare address: the address, and the name or ""."""
        told, fix = "发件人写法不对", "请写成 督查室 <duchashi@example.gov.cn>"
        node = self._fields.shaped(event, rf"\s*{_SENDER.pattern}\s*", told, fix)
        if node is None:
            return None
        found = _SENDER.fullmatch(node.value.strip())
        address, name = (found["within"] or found["bare"], found["name"] or "") if found else ("", "")
        if not MAIL.fullmatch(address) or not name.isprintable():
            self._yaml.fault(mark_of(node), told, fix)
            return None
        return Node((address, name.strip('" ')), node.start_mark)

    def _user(self, event: Any) -> Any:
        told = "用户名写法不对，邮件服务器只接受英文字母、数字和符号"
        return self._fields.shaped(event, _USER, told, "请照邮箱的设置页填写")
