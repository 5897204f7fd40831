"""When somebody works: opening hours, working time, deadlines and why they fall where they do."""
