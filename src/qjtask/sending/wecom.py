"""企业微信's group robot.

Source: https://developer.work.weixin.qq.com/document/path/91770 (消息推送配置说明): POST of
{"msgtype": "text", "text": {"content": …}}, at most 2048 bytes of UTF-8 (markdown: 4096), at most 20
messages a minute; codes in https://developer.work.weixin.qq.com/document/path/90313. Text is sent,
not markdown: no document says how to escape, and what stands in a plan must not become markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from qjtask.sending.robot import RobotFault, Service, body_of

_DOCUMENT = "https://developer.work.weixin.qq.com/document/path/90313"

_FAULTS = {
    -1: RobotFault("企业微信系统繁忙", "请稍后再运行一次", may_pass=True),
    45009: RobotFault("发得太快，被企业微信限流（每分钟最多20条）", "请过几分钟再运行一次", may_pass=True),
    93000: RobotFault("机器人的网址不对，或机器人已被移除", "请从群机器人的设置页重新复制 Webhook 地址"),
    93008: RobotFault("机器人已不在这个群里", "请在群里重新添加机器人"),
    40058: RobotFault("企业微信认为消息的格式或长度不对", "请把 --dry-run 的输出发给程序的维护者"),
    45002: RobotFault("企业微信认为消息太长", "请把 --dry-run 的输出发给程序的维护者"),
}


def _harmless(text: str) -> str:
    """`<@userid>` calls a member, in text too: what stands in a plan calls nobody."""
    return text.replace("<@", "＜@")


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _request(webhook: str, _sign: str, text: str, people: Sequence[str], _now: float) -> tuple[str, bytes]:
    mobiles = [one for one in people if one.isdecimal()]
    calls = {"mentioned_mobile_list": mobiles} if mobiles else {}
    return webhook, body_of({"msgtype": "text", "text": {"content": text, **calls}})


SERVICE = Service(
    harmless=_harmless,
    limit=2048,
    size=_size,
    a_minute=20,
    request=_request,
    code=lambda answer: answer.get("errcode"),
    fault=lambda code, _: _FAULTS.get(code),
    document=_DOCUMENT,
)
