"""A day, a week or a year of a centre, played with the routing that decides live."""
