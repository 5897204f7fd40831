"""One way to find a case, a person, an answer."""
