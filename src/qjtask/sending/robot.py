"""What the group robots of 企业微信, 钉钉 and 飞书 have in common: JSON out, a code back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qjtask.core.named_tuple import NamedTuple
from qjtask.sending.failure import NotDelivered
from qjtask.sending.http import TIMEOUT, Reply, post


class RobotFault(NamedTuple):
    """What a service's code means, and what to do about it.

    `may_pass`: trying again within the run may help. `blocks`: the robot takes nothing more for longer
    than a run lasts, so that nothing else is tried on it.
    """

    what: str
    fix: str
    may_pass: bool = False
    blocks: bool = False


class Service(NamedTuple):
    """How one kind of robot is spoken to.

    `harmless` takes from a text what would call people; `size` gives the bytes of a text that count
    towards `limit`; `a_minute` is how many messages one robot takes in a minute. `request` makes URL and
    body of the webhook's URL, the signing key ("" for none), a text, the people to call and the seconds
    since 1970; `code` finds the answer's code, 0 for delivered and None for none; `fault` says what a
    code means beside the answer that it came in, None for an unknown one.
    """

    harmless: Callable[[str], str]
    limit: int
    size: Callable[[str], int]
    a_minute: int
    request: Callable[[str, str, str, Sequence[str], float], tuple[str, bytes]]
    code: Callable[[Mapping[str, Any]], Any]
    fault: Callable[[int, Mapping[str, Any]], RobotFault | None]
    document: str


def send(
    service: Service,
    webhook: str,
    sign: str,
    text: str,
    now: float,
    timeout: float = TIMEOUT,
    *,
    people: Sequence[str] = (),
) -> None:
    """Deliver one text, calling `people`. Returns only when the service said so; NotDelivered otherwise."""
    url, body = service.request(webhook, sign, text, people, now)
    _judge(service, post(url, body, timeout))


def body_of(content: Mapping[str, Any]) -> bytes:
    """The JSON of a request, Chinese left as it is: escaped it would take twice the room."""
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def _judge(service: Service, answer: Reply) -> None:
    content = _content(answer.body)
    code = _code(service, content)
    if answer.status == 200 and code == 0:
        return
    if code is None or code == 0:
        raise _no_answer(answer)
    unknown = RobotFault("对方没有接受", f"请按错误码查 {service.document}", _may_pass(answer.status))
    fault = service.fault(code, content) or unknown
    raise NotDelivered(
        f"{fault.what}（错误码 {code}）",
        fault.fix,
        may_pass=fault.may_pass,
        for_all=fault.may_pass or fault.blocks,
    )


def _may_pass(status: int) -> bool:
    """RFC 9110 15.5.9, 15.6, RFC 6585 4: too slow, too many, or the server's own trouble."""
    return status in {408, 429} or status >= 500


def _content(body: bytes) -> Mapping[str, Any]:
    """The answer's JSON object; an empty one when it is none."""
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _code(service: Service, content: Mapping[str, Any]) -> int | None:
    """The answer's code; None when it has none that is a whole number."""
    code = service.code(content)
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
