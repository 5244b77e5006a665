"""Promised numbers: how they read, what was measured, and whether the promise is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import normalize

from qjtask.core.plan.plan import Target
from qjtask.core.problem import Objection

_NUMBER = r"-?[0-9]{1,15}(\.[0-9]{1,15})?"


def target_words(target: Target) -> str:
    """不低于80%, 不超过0.3次."""
    word, number = ("不低于", target.at_least) if target.at_least is not None else ("不超过", target.at_most)
    return f"{target.name}{word}{number}{target.unit}"


def is_met(target: Target, value: str) -> bool:
    """Whether a measured value (decimal text) keeps the promise."""
    from decimal import Decimal  # exact: 0.3 is not 0.30000000000000004

    if target.at_least is not None:
        return Decimal(value) >= Decimal(target.at_least)
    return Decimal(value) <= Decimal(target.at_most or "0")


def measured(typed: Sequence[str], targets: Sequence[Target]) -> dict[str, str]:
    """Typed `name=number` pairs as decimal text by target name.

    A unique part of the name will do, none where there is one target; the unit may follow the
    number. Raises Objection.
    """
    found: dict[str, str] = {}
    for text in typed:
        name, equals, number = normalize("NFKC", text).rpartition("=")
        target = _meant(text, name.strip() if equals else "", targets)
        number = number.strip().removesuffix(normalize("NFKC", target.unit)).rstrip("% ")
        if not re.fullmatch(_NUMBER, number):
            raise Objection(f"实绩“{text}”里没有读得懂的数字", "请写成 指标=数值，如 占比=86")
        if found.setdefault(target.name, number) != number:
            raise Objection(f"{target.name}写了两个实绩：{found[target.name]}和{number}", "请只留一个")
    return found


def _meant(text: str, name: str, targets: Sequence[Target]) -> Target:
    """The target that a typed name means; without a name, the only one."""
    forms = {normalize("NFKC", target.name): target for target in targets}
    meant = [forms[name]] if name in forms else [target for form, target in forms.items() if name in form]
    if len(meant) != 1:
        choices = "、".join(target.name for target in targets)
        fix = f"指标有：{choices}" if choices else "这项工作没有指标"
        raise Objection(f"看不出实绩“{text}”是哪个指标的", fix)
    return meant[0]
