"""Secrets by name: from the environment, or from a file that its owner alone can read.

No message of this module repeats a word of the file: what cannot be read may be a secret too.
"""

from __future__ import annotations

from collections.abc import Mapping

from qjtask.core.letters.contacts import SECRET_PREFIX, Secret
from qjtask.core.problem import Place, Problem, Refused
from qjtask.storage.ledger import Side
from qjtask.storage.source import decode
from qjtask.storage.yaml_reader import YamlReader, is_text, mark_of


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
    yaml = YamlReader(decode(data, shown), shown)
    found: dict[str, Secret] = {}
    twice: list[Problem] = []

    def mapping(event: object) -> bool:
        for key, value in yaml.pairs(event, "秘密文件"):
            if key.value in found:
                twice.append(Problem(Place(shown, *mark_of(key)), "这个秘密写了两次", "请只留一个"))
            if is_text(value):
                found[key.value] = Secret(value.value)
            else:
                yaml.scalar(value)
        return True

    yaml.read(mapping)
    faults = [
        Problem(problem.where, "这里读不懂", "每行写“名称: '内容'”，内容放在单引号里")
        for problem in yaml.problems
    ]
    if faults or twice:
        raise Refused([*dict.fromkeys(faults), *twice])
    return found
