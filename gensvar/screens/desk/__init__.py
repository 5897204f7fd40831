"""The agent: the contact, the customer, the case, the answer."""
