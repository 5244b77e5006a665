"""Small documents, each with what it must give, in a form that a clerk can read and add to."""
