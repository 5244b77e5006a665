"""Good files made bad: signs, lines and numbers moved, doubled, lost, replaced; packed files inside too."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

NASTY = (
    "", " ", "\u3000", "\n", "\r", "\r\n\r", "\t", "\x00", "\x1b[2J", "\x85", "\u2028", "\u202e",
    "\ufeff", "\ufffe", "\ud800", "\U0010ffff", "𠮷", "é", "“", "”", "（", "）", "〔", "〕", "：",
    "、", "；", "——", "%", "|", ":", ": ", " #", "- ", "? ", "&a ", "*a",
    "!!python/object:os.system ", "<<: ", ">", "'", '"', "\\", "[", "]", "{", "}", "[" * 300,
    "{a: " * 50, "~", "null", "true", "no", "9:30", "0x10", "1e999", "-0", ".nan", "0", "-1", "00",
    "9.10", "9.2", "9.9.9.9", "99999999999999999999", "１２", "二〇二一", "十五", "0.1", "1/3",
    "2021-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "2021-06-10T25:00", "1900-02-29",
    "2021年13月45日", "2021年6月底前", "每月31日前", "每年2月29日前", "持续推进", "待定",
    "自印发之日起99999个工作日内", "“十四五”末", "第三季度", "不低于80%", "至少1e400项",
    "压缩至-3个工作日", "各镇（街道）", "合计", "同上", "无", "注：", "填表人：", "（一）",
    "（十百千）", "一、", "第一，", "1.", "①", "㊿", "序号", "责任单位", "完成时限", "重点任务",
    "具体工作", "=1+1", "<a&b>", "<!--", "]]>", "&lt;", "&#0;", "&#x110000;", '<c r="A1048577"/>',
    "<script>", "../", "审批科",
)  # fmt: skip
"""What nobody should write there, and what means something in one place and not in another."""

LIKELY = (
    "0", "1", "5", "100", "101", "1.1", "1.2", "2.1", "9.4.1", "2020", "2022", '"0.5"', '"-3"', '"12"',
    "无", '""', "2021-01-01", "2021-06-10", "2021-12-31", "2020-12-31", "2022-01-31", "2121-01-01",
    "0001-01-01", "9999-12-31", "每月31日前", "每季度末", "每周五前", "每年2月底前", "半年一次", "长期",
    "按时序推进", "2021年底前", "自印发之日起30日内", "6月", "汛期前", "9月投入使用", "“十四五”末",
    "2021年2月29日", "三季度", "立即", "1d", "99999w", "1y", "0d", "审批科", "各镇（街道）", "甲镇",
    "没有的单位", "all", "lead", "true", "done", "note", "undo", "drop", "reopen", "accept", "return",
    "a1", "a7", "督催〔2021〕第1号", "甲" * 300, "https://a/b", "..", "/", "null",
)  # fmt: skip
"""What may stand somewhere in a plan or a log, if not where it is put."""

_VALUE = r'(?<=: )"[^"]*"|(?<=: )[^\s,"}\]\[{][^\n,}\]]*|(?<=\[)[^\]\n,]+'


class Mutator:
    """Changes at random, the same for the same `Random`."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._text_ways: tuple[Callable[[str], str], ...] = (
            self._lose,
            self._double,
            self._put,
            self._replace_number,
            self._replace_word,
            self._move_line,
            self._lose_line,
            self._double_line,
            self._indent,
            self._end,
            self._widen,
        )

    def text(self, text: str) -> str:
        """A text with one to four changes, seldom many."""
        for _ in range(self._random.choice((1, 1, 1, 2, 3, 4, 30))):
            text = self._random.choice(self._text_ways)(text)
        return text

    def mild(self, data: bytes) -> bytes:
        """Text whose values are others that a person might write, so that it often can be read."""
        text = data.decode()
        for _ in range(self._random.choice((1, 1, 2, 3, 5, 20))):
            found = list(re.finditer(_VALUE, text))
            one, other = self._random.choice(found), self._random.choice(found)[0]
            value = self._random.choice((other, *self._random.choices(LIKELY, k=2)))
            text = text[: one.start()] + value + text[one.end() :]
        return text.encode()

    def data(self, data: bytes) -> bytes:
        """Text with changes, as bytes: mostly UTF-8, at times as another system writes it, or torn."""
        way = self._random.randrange(10)
        if way == 0:
            return self.raw(data)
        text = self.text(data.decode("utf-8", "replace"))
        encoding = {1: "gb18030", 2: "utf-16", 3: "utf-8-sig"}.get(way, "utf-8")
        is_strict = encoding == "gb18030" or self._random.random() < 0.5  # GB has no lone surrogates
        return text.encode(encoding, "replace" if is_strict else "surrogatepass")

    def raw(self, data: bytes) -> bytes:
        """Bytes changed, lost, put in or cut off."""
        made = bytearray(data)
        for _ in range(self._random.randint(1, 8)):
            at = self._random.randrange(len(made) + 1)
            way = self._random.randrange(4)
            if way == 0 and at < len(made):
                made[at] = self._random.randrange(256)
            elif way == 1:
                made[at:at] = self._random.randbytes(self._random.randint(1, 4))
            elif way == 2:
                del made[at : at + self._random.randint(1, 40)]
            elif self._random.random() < 0.3:
                del made[at:]
        return bytes(made)

    def package(self, data: bytes) -> bytes:
        """A zip (.docx, .xlsx) with a part changed, lost or doubled; seldom with its own bytes changed."""
        if self._random.random() < 0.1:
            return self.raw(data)
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            names = old.namelist()
            xml = [
                name for name in names if name.endswith(".xml") and re.search("document|sheet|shared", name)
            ]
            hit = self._random.choice(xml if xml and self._random.random() < 0.8 else names)
            for name in names:
                content = old.read(name)
                if name == hit:
                    if self._random.random() < 0.05:
                        continue
                    content = self._xml(content)
                new.writestr(name, content)
        return out.getvalue()

    # Ways --------------------------------------------------------------------------------------

    def _xml(self, content: bytes) -> bytes:
        """Mostly the texts between the tags, so that what is read stays an XML file; else anything."""
        if self._random.random() < 0.4:
            return self.data(content)
        pieces = re.split(rb"(<[^>]*>)", content)
        texts = [at for at, piece in enumerate(pieces) if piece.strip() and not piece.startswith(b"<")]
        for at in self._random.sample(texts, min(len(texts), self._random.choice((1, 1, 2, 5, 40)))):
            text = self.text(pieces[at].decode("utf-8", "replace"))
            pieces[at] = re.sub("[<>&\0-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]", "", text).encode()
        return b"".join(pieces)

    def _place(self, text: str) -> int:
        return self._random.randrange(len(text) + 1)

    def _lose(self, text: str) -> str:
        at = self._place(text)
        return text[:at] + text[at + self._random.choice((1, 1, 2, 5, 30)) :]

    def _double(self, text: str) -> str:
        at = self._place(text)
        piece = text[at : at + self._random.choice((1, 3, 20, 200))]
        return text[:at] + piece * self._random.choice((2, 2, 3, 50)) + text[at + len(piece) :]

    def _put(self, text: str) -> str:
        at = self._place(text)
        return text[:at] + self._random.choice(NASTY) + text[at:]

    def _replace_number(self, text: str) -> str:
        return self._replace(r"\d[\d.:-]*", text)

    def _replace_word(self, text: str) -> str:
        return self._replace(r'(?<=[:："\[,>| ])[^\s:："\[\],<>|]+', text)

    def _replace(self, pattern: str, text: str) -> str:
        found = list(re.finditer(pattern, text))
        if not found:
            return self._put(text)
        one = self._random.choice(found)
        return text[: one.start()] + self._random.choice(NASTY) + text[one.end() :]

    def _move_line(self, text: str) -> str:
        lines = text.split("\n")
        line = lines.pop(self._random.randrange(len(lines)))
        lines.insert(self._random.randrange(len(lines) + 1), line)
        return "\n".join(lines)

    def _lose_line(self, text: str) -> str:
        lines = text.split("\n")
        del lines[self._random.randrange(len(lines))]
        return "\n".join(lines)

    def _double_line(self, text: str) -> str:
        lines = text.split("\n")
        at = self._random.randrange(len(lines))
        lines[at:at] = [lines[at]] * self._random.choice((1, 1, 20))
        return "\n".join(lines)

    def _indent(self, text: str) -> str:
        lines = text.split("\n")
        at = self._random.randrange(len(lines))
        lines[at] = self._random.choice((" ", "  ", "\t", "\u3000")) + lines[at]
        return "\n".join(lines)

    def _end(self, text: str) -> str:
        return text[: self._place(text)] if self._random.random() < 0.3 else text.rstrip("\n")

    def _widen(self, text: str) -> str:
        """One sign as its full-width twin."""
        at = self._place(text)
        sign = text[at : at + 1]
        return text[:at] + (chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign) + text[at + 1 :]
