"""The values that contacts.yaml writes in several places. A value at fault is told by its place alone.

It may be a secret in the wrong place: a webhook's address as a robot's name, a password in a host's.
"""

from __future__ import annotations

import re
from typing import Any

from qjtask.storage.texts.field_values import Fields
from qjtask.storage.texts.yaml_reader import Mark, is_text, mark_of

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}"  # RFC 5322 3.2.3
LABEL = r"[A-Za-z0-9-]{1,63}"
MAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{LABEL}(?:\.{LABEL})*")
"""A mail address. One in Chinese is none: few servers take it (RFC 6531)."""

_SECRET = r"[a-z][a-z0-9_]{0,30}"  # noqa: S105 - how a secret's name is written


class ContactFields(Fields):
    """Readers of single values that never repeat what they refuse.

    `secret_marks` keeps where each secret is first named: one that is missing is told by its place.
    """

    def __init__(self, text: str, shown: str) -> None:
        super().__init__(text, shown, private=True)
        self.secret_marks: dict[str, Mark] = {}

    def shaped(self, event: Any, form: str, told: str, fix: str) -> Any:
        """A text of a form. Anything else, anchors and the like too, is passed over and told by its place."""
        if is_text(event) and re.fullmatch(form, event.value):
            return event
        self.yaml.fault(mark_of(event), told, fix)
        self.yaml.skip(event)
        return None

    def secret(self, event: Any) -> Any:
        """The name of a secret."""
        told = "这里要写秘密的名称（小写字母、数字和下划线），不是秘密本身"
        node = self.shaped(event, _SECRET, told, "请把内容放进环境变量或秘密文件，这里只写名称")
        if node is not None:
            self.secret_marks.setdefault(node.value, mark_of(node))
        return node
