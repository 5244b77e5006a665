"""What every reader gives: paragraphs and tables on a grid, with the head of the notice and the doubts."""
