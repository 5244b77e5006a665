"""Times of the year that have a name, and in every year another day: 春节, 汛期, 秋季开学."""

from __future__ import annotations

NAMED_TIME = (
    r"(?:[春秋]季学?期?开学|[春秋]季学期|开学|[暑寒]假|暑期|[高中]考|[主入]?汛期?|雨季|入冬|[夏冬]季|上冻|封冻|[供采]暖[季期]?"
    r"|春[耕节运播]|秋[收播]|元旦|清明节?|五一|端午节?|中秋节?|国庆节?|[全国市县区省]*两会)"
)
"""For building patterns: what stands behind it (前, 期间) says what is meant."""
