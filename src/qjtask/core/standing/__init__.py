"""Where each item stands on a day: rows, dues, lights, counts, marks, and the words for them."""
