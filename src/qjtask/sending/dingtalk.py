"""钉钉's custom group robot, signed.

Source: https://open.dingtalk.com/document/group/custom-robot-access (自定义机器人接入) and
https://open.dingtalk.com/document/robots/customize-robot-security-settings (安全设置): `timestamp` in
milliseconds, at most an hour off, and `sign` are parameters of the URL; the sign is the HMAC-SHA256
of "timestamp⏎secret" under the secret, in Base64, quoted. At most 20 messages a minute, or none for
ten minutes. No document gives the length for this robot; 15,000 bytes are what the sibling allows
(https://help.dingtalk.io/open/development/the-robot-sends-a-group-message, msgParam).
"""

from __future__ import annotations

import hmac
from base64 import b64encode
from collections.abc import Sequence
from urllib.parse import quote_plus

from qjtask.sending.robot import RobotFault, Service, body_of

_DOCUMENT = "https://open.dingtalk.com/document/orgapp/server-api-error-codes-1"

_CALLS = 20 * 2 * 16
"""Bytes that the numbers of those called add to a body: at most 20, each twice."""

_TOO_FAST = RobotFault(
    "发得太快，被钉钉限流（每分钟最多20条，超过后停10分钟）", "请过10分钟再运行一次", blocks=True
)
_FAULTS = {
    -1: RobotFault("钉钉系统繁忙", "请稍后再运行一次", may_pass=True),
    130101: _TOO_FAST,
    410100: _TOO_FAST,
    310000: RobotFault(
        "没有通过机器人的安全设置：签名、关键词或 IP 不对",
        "请核对 sign 的密钥和本机时间；设了关键词的请加上“工作提醒”；设了 IP 的请加上本机的出口 IP",
    ),
    300001: RobotFault("机器人的网址不对，或机器人已被移除", "请从群机器人的设置页重新复制 Webhook 地址"),
    400101: RobotFault("机器人的网址不对，或机器人已被移除", "请从群机器人的设置页重新复制 Webhook 地址"),
    400102: RobotFault("机器人已停用", "请在群机器人的设置页重新启用"),
    400013: RobotFault("群已被解散", "请改用别的群的机器人"),
    460101: RobotFault("钉钉认为消息太长", "请把 --dry-run 的输出发给程序的维护者"),
}


def _body(text: str, people: Sequence[str] = ()) -> bytes:
    """The message. A person is called by a mobile number, which stands in the text too."""
    calls = {"at": {"atMobiles": list(people)}} if people else {}
    named = "".join(f"\n@{one}" for one in people)
    return body_of({"msgtype": "text", "text": {"content": text + named}, **calls})


def _request(webhook: str, sign: str, text: str, people: Sequence[str], now: float) -> tuple[str, bytes]:
    body = _body(text, [one for one in people if one.isdecimal()])
    if not sign:
        return webhook, body
    stamp = str(round(now * 1000))
    made = hmac.digest(sign.encode(), f"{stamp}\n{sign}".encode(), "sha256")
    joint = "&" if "?" in webhook else "?"
    return f"{webhook}{joint}timestamp={stamp}&sign={quote_plus(b64encode(made))}", body


SERVICE = Service(
    harmless=str,  # people are called by a field of the request, not by the text
    limit=15_000 - _CALLS,
    size=lambda text: len(_body(text)),
    a_minute=20,
    request=_request,
    code=lambda answer: answer.get("errcode"),
    fault=lambda code, _: _FAULTS.get(code),
    document=_DOCUMENT,
)
