"""PDF files made by hand, for what no program would write."""

from __future__ import annotations

import zlib
from collections.abc import Iterable


def packed(data: bytes, layers: int = 1) -> bytes:
    """Bytes packed by Deflate, as often as asked."""
    for _ in range(layers):
        data = zlib.compress(data, 9)
    return data


def pdf_of(content: bytes, filters: str = "", forms: Iterable[bytes] = (), pages: int = 1) -> bytes:
    """A PDF whose pages all draw the same stream; each of the `forms` may draw the next one as /F."""
    drawn = [b"<< /Length %d /Filter [%s] >>" % (len(content), filters.encode())]
    bodies = [content]
    for at, form in enumerate(forms):
        drawn.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length %d" % len(form)
            + b" /Resources << /Font << /A 4 0 R >> /XObject << /F %d 0 R >> >> >>" % (at + 7)
        )
        bodies.append(form)
    first = len(bodies) + 5
    kids = b" ".join(b"%d 0 R" % (first + at) for at in range(pages))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /A 4 0 R >> /XObject << /F 6 0 R >> >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids),
        b"<< >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *(head + b"\nstream\n" + body + b"\nendstream" for head, body in zip(drawn, bodies, strict=True)),
        *[page] * pages,
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + table + tail % (len(objects) + 1, len(out))
