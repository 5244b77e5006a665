"""Secrets by name: from the environment, or from a file that its owner alone can read.

No message of this module repeats a word of the file: what cannot be read may be a secret too.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qjtask.core.letters.contacts import SECRET_PREFIX, Secret
from qjtask.core.problem import Problem, Refused, refuse, system_reason
from qjtask.storage.source import decode
from qjtask.storage.yaml_reader import YamlReader, is_text, mark_of

_LARGEST = 64 * 1024
_FORM = "每行写“名称: '内容'”；邮箱密码写“名称: {host: 邮件服务器, password: '密码'}”"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def load_secrets(path: Path, shown: str, environ: Mapping[str, str]) -> dict[str, Secret]:
    """Every secret of the file at `path`, where there is one, and of the environment, which is preferred.

    Refused when the file is another's, when others can read it, and when it is no YAML mapping.
    """
    found = _read(_checked(path, shown), shown) if os.path.lexists(path) else {}
    for name, text in environ.items():
        if name.startswith(SECRET_PREFIX) and text:
            found[name.removeprefix(SECRET_PREFIX).lower()] = Secret(text)
    return found


def _checked(path: Path, shown: str) -> bytes:
    """The file's bytes; what is checked is the very file that is read."""
    try:
        with path.open("rb") as file:
            if os.name != "nt":
                _check_owner(os.fstat(file.fileno()), shown)
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise refuse(shown, f"打不开秘密文件（{system_reason(error)}）", "请检查路径和读取权限") from error
    if len(data) > _LARGEST:
        raise refuse(shown, "秘密文件超过 64 KiB，不像是一份秘密文件", "请检查是不是选错了文件")
    return data


def _check_owner(found: os.stat_result, shown: str) -> None:
    if found.st_uid != os.geteuid():
        raise refuse(shown, "秘密文件属于别的用户", f"请运行 chown $(id -un) {shown}，再 chmod 600 {shown}")
    if found.st_mode & _OTHERS:
        mode = stat.S_IMODE(found.st_mode)
        raise refuse(shown, f"别的用户也能看到秘密文件（权限 {mode:04o}）", f"请运行 chmod 600 {shown}")


def _read(data: bytes, shown: str) -> dict[str, Secret]:
    yaml = YamlReader(decode(data, shown), shown, private=True)
    found: dict[str, Secret] = {}
    twice: list[Problem] = []

    def mapping(event: object) -> bool:
        for key, value in yaml.pairs(event, "秘密文件"):
            if key.value in found:
                mark = mark_of(key)
                twice.append(Problem(f"{shown}:{mark.line}:{mark.column}", "这个秘密写了两次", "请只留一个"))
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
