"""How what is told of a plan's works can be typed back."""

from qjtask.core.named_tuple import NamedTuple


class PlanAddress(NamedTuple):
    """What stands before the ids of a plan, as 交通:, and behind a command for it, as " --file 全区".

    Both are "" where commands find the plan by themselves.
    """

    tag: str = ""
    file: str = ""

    def id(self, marked: str) -> str:
        """An id or a record's number of the plan, as it is typed."""
        return f"{self.tag}{marked}"

    def command(self, words: str) -> str:
        """A command for the plan, as it is typed."""
        return f"qjtask {words}{self.file}"


HERE = PlanAddress()
"""Of the plan that commands find by themselves."""
