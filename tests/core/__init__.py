"""Tests of the rules; a package, so that they share `plans`."""
