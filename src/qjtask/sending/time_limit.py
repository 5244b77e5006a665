"""Verified TLS that ends in time: a socket's own timeout begins anew with every byte that drips in."""

from __future__ import annotations

import ssl
import time
from typing import Any


def tls_for(seconds: float) -> ssl.SSLContext:
    """A context of verified TLS. From now, its connections shake hands and read that long in all.

    What comes later is a TimeoutError. The proxy's answer, and what a mail server says before
    STARTTLS, are read before there is TLS, and have the socket's own timeout only.
    """
    end = time.monotonic() + seconds

    class TimedSocket(ssl.SSLSocket):
        def do_handshake(self, block: bool = False) -> None:
            self._shorten()
            super().do_handshake(block)

        def read(self, *args: Any, **kwargs: Any) -> bytes:
            self._shorten()
            return super().read(*args, **kwargs)

        def _shorten(self) -> None:
            left = end - time.monotonic()
            if left <= 0:
                raise TimeoutError
            patience = self.gettimeout()
            self.settimeout(left if patience is None else min(patience, left))

    context = ssl.create_default_context()
    context.sslsocket_class = TimedSocket
    return context
