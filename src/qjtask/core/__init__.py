"""Thought: plan, deadlines, unit names, status, queries, letters. No file, no clock, no screen."""
