"""An agenda as an iCalendar file (RFC 5545).

icalendar makes the lines and folds them at 75 octets without cutting a character (3.1). Texts are
escaped here: its own escaping (7.3) makes a line's end of a backslash before an N, and leaves a
calendar's name as it is. Which properties an event must have, it does not check; a test does.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from qjtask.core.problem import refuse
from qjtask.render.one_line import one_line

if TYPE_CHECKING:
    import icalendar
    from icalendar.prop import vUnknown

    from qjtask.core.letters.calendar_events import Agenda, Event

_NINE = timedelta(hours=9)
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})  # 3.3.11


def ics(agenda: Agenda) -> bytes:
    """The file's bytes. Refused without an event: a calendar must have one (3.6)."""
    from icalendar import Calendar  # 57 ms

    if not agenda.events:
        raise refuse("", "没有一项工作有日期，日历里没有可写的", "请用 qjtask list 核对这些工作的完成时限")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//qjtask//qjtask//ZH")
    calendar.add("x-wr-calname", _text(agenda.name))
    for event in agenda.events:
        calendar.add_component(_event(event))
    content: bytes = calendar.to_ical()
    return content


def _event(event: Event) -> icalendar.Event:
    """A day without an end lasts that day (3.6.1), and TRANSPARENT leaves it free for meetings."""
    from icalendar import Event as Component
    from icalendar import vRecur

    made = Component()
    made.add("uid", event.uid)
    made.add("dtstamp", event.changed)
    made.add("last-modified", event.changed)
    made.add("sequence", event.sequence)
    made.add("dtstart", event.day)
    if event.one_of_series:
        made.add("recurrence-id", event.day)
    if event.rule:
        made.add("rrule", {**vRecur.from_ical(event.rule), "UNTIL": event.until})
    made.add("summary", _text(event.summary))
    made.add("description", _text(*event.description))
    made.add("categories", _text(event.category))
    made.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    for days in event.alarms:
        made.add_component(_alarm(event, days))
    return made


def _alarm(event: Event, days: int) -> icalendar.Alarm:
    from icalendar import Alarm

    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", _NINE - timedelta(days=days))  # an event of a whole day begins at midnight
    made.add("description", _text(event.summary))
    return made


def _text(*lines: str) -> vUnknown:
    """A text of one or several lines, to be written as it is."""
    from icalendar.prop import vUnknown

    return vUnknown("\n".join(map(one_line, lines)).translate(_ESCAPES))
