"""Calls that another telephone exchange has told of, so that measures begin before we do."""
