"""Pages: lists and orders for the desk, the process of a case, and the performer's phone."""
