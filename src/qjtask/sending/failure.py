"""Why something was not delivered, in words that never hold what a server said: that may echo a secret."""

from __future__ import annotations

import socket
import ssl


class NotDelivered(Exception):  # noqa: N818 - told at the end, never raised out of this folder
    """The other side did not take a message.

    `may_pass`: trying again later may help. `for_all`: whatever else goes this way now would fail too.
    """

    def __init__(self, what: str, fix: str, *, may_pass: bool = False, for_all: bool = False) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix
        self.may_pass = may_pass
        self.for_all = for_all


def unreachable(error: OSError) -> NotDelivered:
    """What a connection that failed or broke off means. The error's own words are not used."""
    if isinstance(error, ssl.SSLCertVerificationError):
        told = "对方的证书不可信，没有发送"
        fix = "请核对服务器的名称；单位自签的证书请用环境变量 SSL_CERT_FILE 指明"
        return NotDelivered(told, fix, for_all=True)
    told, fix = "连接不上，或连接中途断开", "请检查网络，稍后再运行一次"
    if isinstance(error, ssl.SSLError):
        told, fix = "加密连接没有建立", "请核对端口和加密方式（security）"
    elif isinstance(error, TimeoutError):
        told = "对方太久没有答复"
    elif isinstance(error, socket.gaierror):
        told, fix = "找不到服务器", "请核对服务器的名称，并检查网络"
    return NotDelivered(told, fix, may_pass=True, for_all=True)
