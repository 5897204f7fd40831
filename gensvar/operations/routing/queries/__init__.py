"""What the dispatcher reads, and what others want to know of it."""
