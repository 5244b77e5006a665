"""Numbers that a text promises: what they count, which side they bound, and which are no promises."""
