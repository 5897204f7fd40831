"""Opening hours and closing days, per client and channel."""
