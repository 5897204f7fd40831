"""The customer: ask, follow a case, reply."""
