"""The names of offices, and which office a person means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import normalize

from qjtask.core.plan.plan import Plan
from qjtask.core.problem import Refused, refuse


class UnitNames:
    """Every name by which offices go.

    `aliases` maps the name to show to its other names; `seen` adds names met only in the table.
    """

    def __init__(self, aliases: Mapping[str, Iterable[str]], seen: Iterable[str] = ()) -> None:
        self._shown = dict.fromkeys(aliases, "")
        for name, others in aliases.items():
            self._shown[name] = name
            self._shown.update(dict.fromkeys(others, name))
        for name in seen:
            self._shown.setdefault(name, name)
        self._rows: dict[tuple[str, ...], tuple[str, ...]] = {}

    def shown(self) -> list[str]:
        """The names to show, in the plan's order."""
        return list(dict.fromkeys(self._shown.values()))

    def canonical(self, printed: tuple[str, ...]) -> tuple[str, ...]:
        """The names to show for a cell of printed names, each once."""
        known = self._rows.get(printed)
        if known is None:
            known = tuple(dict.fromkeys(self._shown.get(name, name) for name in printed))
            self._rows[printed] = known
        return known

    def find(self, typed: str, where: str = "--unit") -> str:
        """The name to show of the office that `typed` means: a name, an alias, or a unique part of one.

        Raises Refused otherwise, with the closest names. A near miss is never taken for the name:
        区水务局 is not 区商务局.
        """
        wanted = normalize("NFKC", typed).strip()
        by_form = {normalize("NFKC", name): shown for name, shown in self._shown.items()}
        if wanted in by_form:
            return by_form[wanted]
        holding = dict.fromkeys(shown for name, shown in by_form.items() if wanted and wanted in name)
        if len(holding) == 1:
            return next(iter(holding))
        if holding:
            raise refuse(where, f"“{typed}”可以是{'、'.join(holding)}", "请写得更全一些")
        raise self._unknown(typed, wanted, by_form, where)

    @staticmethod
    def _unknown(typed: str, wanted: str, by_form: Mapping[str, str], where: str) -> Refused:
        from difflib import get_close_matches  # needed only to apologise

        near = dict.fromkeys(by_form[form] for form in get_close_matches(wanted, by_form))
        if near:
            return refuse(where, f"没有“{typed}”这个单位", f"最接近的是{'、'.join(near)}")
        return refuse(where, f"没有“{typed}”这个单位", "运行 qjtask units 可看全部名称")


def unit_names(plan: Plan) -> UnitNames:
    """The names of the plan's responsible units."""
    return UnitNames(plan.units, (name for item in plan.items() for name in item.units))


def lead_names(plan: Plan) -> UnitNames:
    """The names of the plan's lead agencies; an alias of the plan holds for them too."""
    printed = {name: None for item in plan.items() for name in item.lead}
    aliases = {
        name: others
        for name, others in plan.units.items()
        if name in printed or not printed.keys().isdisjoint(others)
    }
    return UnitNames(aliases, printed)
