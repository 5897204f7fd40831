"""What is known of processes, orders and what they cost."""
