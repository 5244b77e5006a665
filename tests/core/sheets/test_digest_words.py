"""What the ledger says to a letter that is held against it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from qjtask.core.log.digest import Comparison, LogLine
from qjtask.core.sheets.digest_words import comparison_words, digest_line, sign_words

DAY = date(2021, 6, 10)


def told(found: Comparison) -> list[str]:
    return list(comparison_words(found, DAY, "00C0FFEE"))


def line(number: int) -> LogLine:
    return LogLine(f"id-{number}", DAY, datetime(2021, 6, 10, tzinfo=UTC), b"")


def test_the_line_under_a_letter() -> None:
    assert digest_line("4CD4C4AF") == "台账校验码：4CD4C4AF"


def test_the_line_under_a_check() -> None:
    assert sign_words("4CD4C4AF", DAY).startswith("台账校验码：4CD4C4AF（截至 2021-06-10）；")


def test_a_letter_that_agrees() -> None:
    assert told(Comparison(agrees=True)) == ["对得上：出函时的记录一条也没有改动（截至 2021-06-10）"]


def test_what_was_entered_since_is_told_with_its_numbers_of_many_the_first() -> None:
    assert told(Comparison(agrees=True, since=(line(1), line(2))))[1] == (
        "出函以后又登记了2条 2021-06-10 及以前的事：id-1、id-2，见 qjtask log"
    )
    many = told(Comparison(agrees=True, since=tuple(map(line, range(11)))))[1]
    assert many.startswith("出函以后又登记了11条")
    assert "id-9等，" in many
    assert "id-10" not in many


def test_a_letter_that_does_not_agree() -> None:
    first, second = told(Comparison(agrees=False))
    assert first.startswith("对不上：出函以后，2021-06-10 及以前的记录被改过、删过")
    assert second.startswith("现在的校验码是 00C0FFEE；")
