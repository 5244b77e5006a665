"""rules.yaml: a table of points, every fault told at once with its place."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from qjtask.core.letters.score_rules import EVENT_WORDS, ScoreEvent
from qjtask.core.problem import Refused
from qjtask.core.standing.roles import OfficeRole
from qjtask.storage.files.side_file import SideFile
from qjtask.storage.office.score_file import load_score_rules, parse_score_rules

EXAMPLE = "points: [{event: 按期完成, points: 2}, {event: 逾期, points: -2, role: lead}]"


def faults(text: str) -> list[str]:
    with pytest.raises(Refused) as refusal:
        parse_score_rules(text, "rules.yaml")
    return list(map(str, refusal.value.problems))


def load(path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        load_score_rules(SideFile(path, "rules.yaml"))
    return str(refusal.value)


def test_events_and_roles_by_their_words_and_their_codes() -> None:
    rules = parse_score_rules(
        "points:\n"
        "- {event: 按期完成, points: +2}\n"
        "- {event: overdue, points: -3, role: lead}\n"
        "- {event: 逾期, points: -0.5, role: 配合}\n"
        '- {event: 久无进展, points: "-1"}\n',
        "rules.yaml",
    )
    assert rules.points == {
        ScoreEvent.DONE_IN_TIME: {OfficeRole.OWNER: Decimal(2)},
        ScoreEvent.OVERDUE: {OfficeRole.LEAD: Decimal(-3), OfficeRole.SUPPORT: Decimal("-0.5")},
        ScoreEvent.SILENT: {OfficeRole.OWNER: Decimal(-1)},
    }
    every = "".join(f"- {{event: {word}, points: 1}}\n" for word in EVENT_WORDS.values())
    assert set(parse_score_rules(f"points:\n{every}", "rules.yaml").points) == set(ScoreEvent)


def test_the_example_that_a_refusal_gives_can_be_read() -> None:
    assert parse_score_rules(EXAMPLE, "rules.yaml").words == "按期完成+2；逾期：牵头-2"


def test_without_a_file_one_line_says_what_to_write(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    assert load(path) == f"rules.yaml: 没有这个文件，不知道怎样计分；请写 {EXAMPLE}"
    path.write_text("# 还没有定\n---\n", "utf-8")
    assert load(path) == f"rules.yaml: 文件里还没有写，不知道怎样计分；请写 {EXAMPLE}"
    path.write_bytes("# 计分办法计分办法\npoints: []".encode("gbk"))
    assert "GBK" in load(path)
    path.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.encode())
    assert load_score_rules(SideFile(path, "rules.yaml")).words == "按期完成+2；逾期：牵头-2"


def test_every_fault_is_told_at_once_with_its_place() -> None:
    known = "、".join(EVENT_WORDS.values())
    roles = "请写 lead（牵头）、units（责任）或 support（配合），不写的计给承办单位"
    assert faults(
        "points:\n"
        "- {event: 按时完成, points: 两分}\n"
        "- {event: 逾期, points: -2, role: 领导}\n"
        "- {event: 逾期}\n"
        "- {event: 久无进展, points: -1, role: }\n"
        "- {evnt: 逾期, points: 1}\n"
        "- 逾期\n"
    ) == [
        f"rules.yaml:2:11: 没有“按时完成”这种事件；可用的有{known}",
        "rules.yaml:2:25: 分值“两分”写法不对；请写数字，如 2、-1、0.5",
        f"rules.yaml:3:33: 没有“领导”这种角色；{roles}",
        "rules.yaml:4:3: 一条计分缺少“points”；请补上 points:",
        "rules.yaml:5:35: 这里是空的；请写出内容",
        "rules.yaml:6:3: 一条计分缺少“event”；请补上 event:",
        "rules.yaml:6:4: 一条计分里没有“evnt”这个键；是不是 event？",
        "rules.yaml:7:3: 这里应当是一条计分（“键: 值”的形式）；请检查缩进和冒号",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("points: []", "rules.yaml:1:9: 一条计分也没有写；请至少写一项"),
        ("points:", "rules.yaml:1:8: 这里是空的；请写出内容"),
        ("{}", "rules.yaml:1:1: 计分办法缺少“points”；请补上 points:"),
        ("- 逾期", "rules.yaml:1:1: 这里应当是计分办法（“键: 值”的形式）；请检查缩进和冒号"),
        (
            "points:\n- {event: 逾期, points: 1}\n- {event: overdue, points: 2}",
            "rules.yaml:3:3: “逾期”的分值写了两次；请只留一个",
        ),
        (
            "points:\n- {event: 逾期, points: 1}\n- {event: 逾期, points: 2, role: lead}",
            "rules.yaml:3:3: “逾期”有的写了 role，有的没有写；请每条都写 role，或只留不写 role 的一条",
        ),
        (
            "points:\n- {event: 逾期, points: 1, role: lead}\n- {event: 逾期, points: 2}",
            "rules.yaml:3:3: “逾期”有的写了 role，有的没有写；请每条都写 role，或只留不写 role 的一条",
        ),
    ],
)
def test_what_makes_no_table_is_told(text: str, told: str) -> None:
    assert faults(text) == [told]


@pytest.mark.parametrize("points", ["1e9", "1,5", "9999999", "nan", "1.2345", "- 1", "１"])
def test_points_are_plain_short_numbers(points: str) -> None:
    (told,) = faults(f"points: [{{event: 逾期, points: '{points}'}}]")
    assert "写法不对；请写数字，如 2、-1、0.5" in told
