"""A notice (Word, HTML, Excel, PDF, text) -> one grid of cells -> a draft of the plan, and its doubts."""
