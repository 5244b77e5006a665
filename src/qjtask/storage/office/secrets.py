"""Secrets by name: from the environment, or from a file that its owner alone can read.

No message of this module repeats a word of the file: what cannot be read may be a secret too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qjtask.core.letters.contacts import SECRET_PREFIX, Secret
from qjtask.core.problem import Place, Problem, Refused
from qjtask.storage.ledger import Side
from qjtask.storage.texts.source import decode
from qjtask.storage.texts.yaml_reader import YamlReader, is_text, mark_of

_FORM = "每行写“名称: '内容'”；邮箱密码写“名称: {host: 邮件服务器, password: '密码'}”"


def load_secrets(side: Side, environ: Mapping[str, str]) -> dict[str, Secret]:
    """Every secret of the file, where there is one, and of the environment, which is preferred.

    Refused when the file is another's, when others can read it, and when it is no YAML mapping.
    """
    data = side.read_private()
    found = {} if data is None else _read(data, side.shown)
    for name, text in environ.items():
        if name.startswith(SECRET_PREFIX) and text:
            found[name.removeprefix(SECRET_PREFIX).lower()] = Secret(text)
    return found


def _read(data: bytes, shown: str) -> dict[str, Secret]:
    yaml = YamlReader(decode(data, shown), shown, private=True)
    found: dict[str, Secret] = {}
    twice: list[Problem] = []

    def mapping(event: object) -> bool:
        for key, value in yaml.pairs(event, "秘密文件"):
            if key.value in found:
                twice.append(Problem(Place(shown, *mark_of(key)), "这个秘密写了两次", "请只留一个"))
            secret = _secret(yaml, value)
            if secret:
                found[key.value] = secret
        return True

    yaml.read(mapping)
    faults = [Problem(problem.where, "这里读不懂", _FORM) for problem in yaml.problems]
    if faults or twice:
        raise Refused([*dict.fromkeys(faults), *twice])
    return found


def _secret(yaml: YamlReader, event: Any) -> Secret | None:
    """A secret as a text, or as a password with the host that it is for; None where it is neither."""
    if is_text(event):
        return Secret(event.value)
    if yaml.is_null(event):
        return None
    fields = {"host": yaml.scalar, "password": yaml.scalar}
    node = yaml.mapping(event, fields, "秘密")
    if node is None:
        return None
    host, password = (node.value.get(key) for key in ("host", "password"))
    if host is None or password is None:
        yaml.fault(mark_of(node), "缺少 host 或 password")
        return None
    return Secret(password.value, host.value.strip())
