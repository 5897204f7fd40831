"""What is done with visits: halls set up, desks taken, numbers drawn and called."""
