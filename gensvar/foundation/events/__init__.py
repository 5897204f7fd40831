"""What happened: the record, and who reacts."""
