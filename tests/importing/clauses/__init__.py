"""Tests of works shared out in paragraphs."""
