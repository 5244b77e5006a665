"""飞书's custom group robot, signed.

Source: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot (自定义机器人使用指南):
`timestamp` in seconds, at most an hour off, and `sign` stand in the body; the sign is the HMAC-SHA256
of nothing under "timestamp⏎secret", in Base64. A body of at most 20 KB, 100 messages a minute and 5
a second; 11232 is met at full and half hours. `code` 0 is delivered; older robots say `StatusCode`.
"""

from __future__ import annotations

import hmac
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from qjtask.sending.robot import RobotFault, Service, body_of

_DOCUMENT = "https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot"
_SIGNATURE = 120
"""Bytes that timestamp and sign add to a body, and some to spare."""

_CALLS = 20 * 100
"""Bytes that the ids of those called add to a body: at most 20."""

_CALL = re.compile("<(?=/?at)", re.IGNORECASE)

_TOO_FAST = RobotFault(
    "发得太快，或正逢整点半点，被飞书限流", "请过几分钟再运行；定时任务请避开整点半点", may_pass=True
)
_FAULTS = {
    9499: RobotFault("飞书认为消息的格式或长度不对", "请把 --dry-run 的输出发给程序的维护者"),
    11232: _TOO_FAST,
    99991400: _TOO_FAST,
    19001: RobotFault("机器人的网址不对，或机器人已被移除", "请从群机器人的设置页重新复制 Webhook 地址"),
    19021: RobotFault("签名不对，或本机时间差了一小时以上", "请核对 sign 的密钥和本机时间"),
    19022: RobotFault("本机的 IP 不在机器人的白名单里", "请在机器人的安全设置里加上本机的出口 IP"),
    19024: RobotFault("消息里没有机器人要的关键词", "请在机器人的安全设置里加上关键词“工作提醒”"),
}


def _harmless(text: str) -> str:
    """`<at user_id="all">` calls everybody, in text too: what stands in a plan calls nobody."""
    return _CALL.sub("＜", text)


def _content(text: str, people: Sequence[str] = ()) -> dict[str, Any]:
    """The message. A person is called by an id (ou_…) in the text; a mobile number calls nobody here."""
    calls = "".join(f'<at user_id="{one}"></at>' for one in people)
    return {"msg_type": "text", "content": {"text": f"{text}\n{calls}" if calls else text}}


def _request(webhook: str, sign: str, text: str, people: Sequence[str], now: float) -> tuple[str, bytes]:
    content = _content(text, [one for one in people if one.startswith("ou_")])
    if sign:
        stamp = str(int(now))
        made = hmac.digest(f"{stamp}\n{sign}".encode(), b"", "sha256")
        content = {"timestamp": stamp, "sign": b64encode(made).decode(), **content}
    return webhook, body_of(content)


def _code(answer: Mapping[str, Any]) -> Any:
    return answer["code"] if "code" in answer else answer.get("StatusCode")


def _fault(code: int, answer: Mapping[str, Any]) -> RobotFault | None:
    """9499 is the code of a bad message and of too many: only the words tell which."""
    if code == 9499 and "too many" in str(answer.get("msg", "")).lower():
        return _TOO_FAST
    return _FAULTS.get(code)


SERVICE = Service(
    harmless=_harmless,
    limit=20_000 - _SIGNATURE - _CALLS,
    size=lambda text: len(body_of(_content(text))),
    a_minute=100,
    request=_request,
    code=_code,
    fault=_fault,
    document=_DOCUMENT,
)
