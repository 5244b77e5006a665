"""What stands in the cells of one work: offices, deadlines, targets."""
