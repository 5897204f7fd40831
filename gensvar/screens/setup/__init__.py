"""The administrator: groups, people, subjects, mailboxes, texts, hours."""
