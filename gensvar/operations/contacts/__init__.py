"""Every interaction with a customer, whatever the channel, and every message that leaves."""
