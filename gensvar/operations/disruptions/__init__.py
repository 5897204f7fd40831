"""One cause behind many contacts: what everybody is told of it, and who wants to know its end."""
