"""A label of a document's own for who does its works: 组织部门：, 举办科室：, where no usual one says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qjtask.core.text.patterns import HAN, compiled
from qjtask.importing.cells.names import Vocabulary
from qjtask.importing.clauses.clause_names import names_only
from qjtask.importing.clauses.clause_words import LABEL
from qjtask.importing.lines.paragraphs import Passage
from qjtask.importing.words.column_roles import Role

_DOES = (
    r"(?:组织|组织实施|组织开展|组织落实|统筹|协调|推进|推动|开展|举办|筹办|操办|经办|办理|执行|操作|制作)"
)
_SEES_DONE = "(?:挂牌|整改)?(?:督办|督导|监管)"  # 督办责任单位：, where a letter names nobody else
_OWN = (
    r"(?:^|(?<=[，,；;。、.\s）)〕】\]—-]))"
    rf"(?P<word>(?:(?:活动|工作|任务|项目|具体|主要)?{_DOES}(?:责任)?|{_SEES_DONE}责任)"
    r"(?:单位|部门|科室|处室|股室))\s*[：:]"
)
_NAMES = r"\s*([^。；;：:\s]*)"
_FEWEST = 2  # works; over one alone it says who runs an event
_DOERS = (Role.LEAD, Role.UNITS)
_USUAL = "责任单位："


def with_own_labels(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages, such a label as 责任单位： where it stands with several works, and always before offices.

    Beside 责任单位： or 牵头单位： it says something else, or the same twice.
    """
    words = Counter(word for passage in passages for word in _own_words(passage.text))
    word, times = words.most_common(1)[0] if words else ("", 0)
    if times < _FEWEST or any(_has_doer(passage.text) for passage in passages):
        return passages
    label = compiled(rf"(?<!{HAN}){word}\s*[：:]\s*")
    if not all(_stands_before_names(passage.text, word) for passage in passages):
        return passages
    return [passage._replace(text=label.sub(_USUAL, passage.text)) for passage in passages]


def _own_words(text: str) -> list[str]:
    """The words of such labels in a paragraph."""
    return [found["word"] for found in compiled(_OWN).finditer(text)] if "：" in text or ":" in text else []


def _has_doer(text: str) -> bool:
    """Whether a usual label says in a paragraph who does a work."""
    return any(Role[found.lastgroup or ""] in _DOERS for found in LABEL.finditer(text))


def _stands_before_names(text: str, word: str) -> bool:
    """Whether offices and nothing else follow the label wherever a paragraph has it."""
    listed = compiled(rf"(?<!{HAN}){word}\s*[：:]{_NAMES}").findall(text) if word in text else []
    return all(names_only(names, Vocabulary(())) for names in listed)
