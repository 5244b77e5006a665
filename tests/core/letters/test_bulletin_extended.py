"""What was put off and what was sent back."""

from __future__ import annotations

from qjtask.core.layout.sheet import Sheet, Tone
from qjtask.core.letters.bulletin_extended import extended_blocks, returned_blocks
from qjtask.core.log.entry import Do
from qjtask.core.plan.plan import Rules
from tests.core.bulletin_samples import told
from tests.core.plans import column, entry, item, milestone, plan, standing

TABLE = plan(
    item("1.1", work="建成平台", deadline="2021年4月30日", milestones=(milestone("04-10"),)),
    item("1.2", work="修订清单", deadline="2021年4月30日"),
    item("1.3", deadline="2021年4月30日"),
    item("1.4", deadline="持续推进"),
)


def test_an_extension_says_from_when_to_when_why_who_agreed_and_by_what() -> None:
    log = (
        entry("1.1", Do.EXTEND, "04-20", to="06-15", text="等市级清单。")._replace(
            approved_by="王局长", doc="〔2021〕5号"
        ),
        entry("1.2", Do.EXTEND, "05-02", to="06-30", text="系统没有上线"),
        entry("1.2", Do.EXTEND, "06-01", to="06-20"),
        entry("1.1.1", Do.EXTEND, "04-09", to="05-10", text="方案未定"),
        entry("1.3", Do.EXTEND, "04-09", to="05-10", text="不再办的"),
        entry("1.3", Do.DROP, "04-10"),
        entry("1.4", Do.EXTEND, "04-09", to="12-31", text="定个期限"),
    )
    words, sheet = extended_blocks(standing(TABLE, log))
    assert "共3项工作延期4次，其中逾期后延期1次：" in str(words)
    assert isinstance(sheet, Sheet)
    assert column(sheet, "编号") == ["1.1", "1.1.1", "1.2", "1.4"]
    assert column(sheet, "原定和延至") == [
        "2021年4月30日延至2021年6月15日",
        "2021年4月10日延至2021年5月10日",
        "2021年4月30日延至2021年6月30日（逾期后延期）",
        "定为2021年12月31日",
    ]
    grounds = ["等市级清单；王局长同意；〔2021〕5号", "方案未定", "系统没有上线", "定个期限"]
    assert column(sheet, "原因和依据") == grounds
    assert [line[3].tone for line in sheet.rows] == [Tone.PLAIN, Tone.PLAIN, Tone.RED, Tone.PLAIN]


def test_where_nothing_was_put_off_not_a_word() -> None:
    assert list(extended_blocks(standing(TABLE))) == []
    earlier = entry("1.2", Do.EXTEND, "04-01", to="04-20", text="提早")
    assert list(extended_blocks(standing(TABLE, [earlier]))) == []


def test_what_was_sent_back_says_why_and_by_whom() -> None:
    of = TABLE._replace(rules=Rules(accept=True))
    log = (
        entry("1.1", Do.DONE, "06-01"),
        entry("1.1", Do.RETURN, "06-02", text="佐证不全", by="李四"),
        entry("1.1", Do.DONE, "06-03"),
        entry("1.1", Do.RETURN, "06-04", text="数据不符", by="李四"),
    )
    words, lines = told(returned_blocks(standing(of, log)))
    assert words == "共1项工作报完成后被退回2次："
    assert [line[2:] for line in lines] == [
        ["审批科", "2021-06-02", "佐证不全", "李四"],
        ["审批科", "2021-06-04", "数据不符", "李四"],
    ]
    assert list(returned_blocks(standing(TABLE))) == []
    assert list(returned_blocks(standing(of, (*log, entry("1.1", Do.DROP, "06-05"))))) == []
