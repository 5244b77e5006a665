"""What each row of the plan is, by named rules, folded into an outline."""
