"""Time in words: numerals, spans, phrases, dates, recurrences, working days, deadlines."""
