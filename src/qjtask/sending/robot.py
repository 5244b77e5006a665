"""What the group robots of 企业微信, 钉钉 and 飞书 have in common: JSON out, a code back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from qjtask.sending.failure import NotDelivered
from qjtask.sending.http import TIMEOUT, Reply, post


class RobotFault(NamedTuple):
    """What a service's code means, and what to do about it."""

    what: str
    fix: str
    may_pass: bool = False


class Service(NamedTuple):
    """How one kind of robot is spoken to.

    `harmless` takes from a text what would call people; `size` gives the bytes of a text that count
    towards `limit`; `request` makes URL and body of the
    webhook's URL, the signing key ("" for none), a text and the seconds since 1970; `code` finds the
    answer's code, 0 for delivered and None for none.
    """

    harmless: Callable[[str], str]
    limit: int
    size: Callable[[str], int]
    request: Callable[[str, str, str, float], tuple[str, bytes]]
    code: Callable[[Mapping[str, Any]], Any]
    faults: Mapping[int, RobotFault]
    document: str


def send(service: Service, webhook: str, sign: str, text: str, now: float, timeout: float = TIMEOUT) -> None:
    """Deliver one text. Returns only when the service itself said so; NotDelivered otherwise."""
    url, body = service.request(webhook, sign, text, now)
    _judge(service, post(url, body, timeout))


def body_of(content: Mapping[str, Any]) -> bytes:
    """The JSON of a request, Chinese left as it is: escaped it would take twice the room."""
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def _judge(service: Service, answer: Reply) -> None:
    code = _code(service, answer.body)
    if answer.status == 200 and code == 0:
        return
    if code is not None and code != 0:
        unknown = RobotFault("对方没有接受", f"请按错误码查 {service.document}", _may_pass(answer.status))
        what, fix, may_pass = service.faults.get(code, unknown)
        raise NotDelivered(f"{what}（错误码 {code}）", fix, may_pass=may_pass, for_all=may_pass)
    raise _no_answer(answer)


def _may_pass(status: int) -> bool:
    """RFC 9110 15.5.9, 15.6, RFC 6585 4: too slow, too many, or the server's own trouble."""
    return status in {408, 429} or status >= 500


def _code(service: Service, body: bytes) -> int | None:
    """The answer's code; None when it is no JSON object with a code that is a whole number."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return None
    code = service.code(content) if isinstance(content, dict) else None
    return code if type(code) is int else None


def _no_answer(answer: Reply) -> NotDelivered:
    """An answer without a code: not the service's, or not only."""
    status = answer.status
    if _may_pass(status):
        return NotDelivered(
            f"对方暂时不能服务（HTTP {status}）", "请稍后再运行一次", may_pass=True, for_all=True
        )
    if 300 <= status < 400:
        told = f"对方要求转到别的网址（HTTP {status}），没有跟去"
        return NotDelivered(told, "请从群机器人的设置页重新复制 Webhook 地址")
    told = f"答复里没有送达的确认（HTTP {status}），不能算送达"
    return NotDelivered(told, "请核对机器人的网址；单位网络若要先登录网页，请先登录")
