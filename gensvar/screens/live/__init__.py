"""What changes, told to open pages at once: hints by server-sent events, never contents."""
