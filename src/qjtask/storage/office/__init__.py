"""Files that an office keeps beside its plans: contacts, holidays, points, secrets, what was sent."""
