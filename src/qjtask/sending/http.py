"""One POST of JSON over verified TLS. No redirect is followed, and a long or slow answer is cut off.

The standard library does it: httpx would be six packages more for a handful of requests a week.
urllib's handlers are named one by one: the office's proxy is used (HTTPS_PROXY), and no redirect,
plain http, file or data URL can ever be opened.
"""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit
from urllib.request import HTTPSHandler, OpenerDirector, ProxyHandler, Request

from qjtask.core.named_tuple import NamedTuple
from qjtask.sending.failure import NotDelivered, unreachable
from qjtask.sending.time_limit import tls_for

LARGEST = 64 * 1024
"""Bytes of an answer that are read. The services answer in some hundred."""

TIMEOUT = 15.0
"""Seconds from the first word to the last of the answer; to connect to each of a host's addresses, too."""


class Reply(NamedTuple):
    """A service's answer: the HTTP status, and at most LARGEST bytes of what came with it."""

    status: int
    body: bytes


def post(url: str, body: bytes, timeout: float = TIMEOUT) -> Reply:
    """POST `body` to an https URL. Raises NotDelivered, which never holds the URL, without an answer."""
    check_url(url)
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "qjtask"}
    request = Request(url, data=body, headers=headers, method="POST")  # noqa: S310 - https alone, checked above
    try:
        with _opener(timeout).open(request, timeout=timeout) as response:
            return Reply(response.status, _read(response))
    except OSError as error:
        reason = getattr(error, "reason", error)  # urllib wraps what happened while it connected
        raise unreachable(reason if isinstance(reason, OSError) else error) from None
    except http.client.HTTPException:
        told = "对方的答复不是 HTTP，或中途断开"
        raise NotDelivered(told, "请检查网络，稍后再运行一次", may_pass=True) from None
    except ValueError:  # a host that is no name, or a header that is none
        raise _bad_url() from None


def _opener(timeout: float) -> OpenerDirector:
    opener = OpenerDirector()
    opener.add_handler(ProxyHandler())
    opener.add_handler(HTTPSHandler(context=tls_for(timeout)))
    return opener


def _read(response: http.client.HTTPResponse) -> bytes:
    """At most LARGEST bytes. An answer that ends before its promised length was cut off, and is none."""
    read = b""
    while len(read) < LARGEST and (chunk := response.read1(LARGEST - len(read))):
        read += chunk
    if response.length and len(read) < LARGEST:
        raise ConnectionResetError
    return read


def check_url(url: str) -> None:
    """Refuse what is no https URL with a host, in printable ASCII; the URL is not repeated."""
    try:
        parts = urlsplit(url)
        is_good = parts.scheme == "https" and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good or not url.isascii() or not url.isprintable() or " " in url:
        raise _bad_url()


def _bad_url() -> NotDelivered:
    told = "机器人的网址不是完整的 https:// 网址"
    return NotDelivered(told, "请从群机器人的设置页重新复制 Webhook 地址")
