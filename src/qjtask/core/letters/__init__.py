"""What leaves the office: reminders, chases, bulletin, progress table, evidence."""
