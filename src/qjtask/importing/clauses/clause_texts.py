"""What a clause says beside its names, by role: by when, what is to be done, what is to be reached."""

from __future__ import annotations

import re

from qjtask.importing.clauses.clause_words import is_time
from qjtask.importing.words.column_roles import Role

_VAGUE_TIMES = re.compile("[^0-9，；]{4,16}")
_DITTO = re.compile(r"[，,；;、]下同$|[（(]下同[)）]$")
_MAY_HAVE_TIME = re.compile(r"(?:人|员|领导|单位|部门|科室|处室|电话|联系方式)$")


class ClauseTexts:
    """Gathers what the parts of one clause say; `goes_on` where a time holds for the works after it, too."""

    def __init__(self) -> None:
        self._texts: dict[Role, list[str]] = {}
        self._ends_with_time = False
        self.goes_on = False

    @property
    def are_said(self) -> bool:
        """Whether there is any text."""
        return bool(self._texts)

    def said(self, role: Role) -> str:
        """All texts of a role in one; "" for none."""
        return "；".join(self._texts.get(role, ()))

    def say(self, role: Role, text: str) -> None:
        """Keep a text of a role."""
        self._texts.setdefault(role, []).append(text)

    def say_time(self, time: str) -> None:
        """Keep a part of a time, with the one right before it: 立行立改，长期坚持 is one."""
        said = self._texts.get(Role.DEADLINE, [])
        if self._ends_with_time and said and _VAGUE_TIMES.fullmatch(said[-1] + time):
            time = f"{said.pop()}，{time}"
        self.say(Role.DEADLINE, time)
        self._ends_with_time = True

    def end_time(self, *, is_ditto: bool) -> None:
        """Note that a part follows which is no time, and whether it is 下同."""
        self._ends_with_time = False
        self.goes_on = self.goes_on or is_ditto

    def without_ditto(self, time: str) -> str:
        """6月底前，下同 without what holds for the works after it, too."""
        plain, ditto = _DITTO.subn("", time)
        self.goes_on = self.goes_on or bool(ditto)
        return plain

    def without_time(self, label: str, value: str) -> str:
        """责任人：李祥祥，3月8日前完成 without the time that ends it, which is the work's deadline."""
        parts = re.split(r"([，,；;])", value)
        while len(parts) > 1 and _MAY_HAVE_TIME.search(label) and is_time(last := closed(parts[-1].strip())):
            self.say(Role.DEADLINE, re.sub(r"^并|(?<=[)）])完成$", "", last))
            del parts[-2:]
        return "".join(parts)


def closed(text: str) -> str:
    """A value without the end of a bracket in which its label stood."""
    return text if re.search("[（(]", text) else text.rstrip("）)")
