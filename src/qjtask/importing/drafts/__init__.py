"""The draft of the plan with its doubts: made, checked, asked about, explained."""
