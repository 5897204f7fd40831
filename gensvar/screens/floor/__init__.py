"""Who leads, now: what goes wrong before it does, what would help, and the wallboard."""
