"""Who gets the next contact: events in, commands out, the same live and simulated."""
