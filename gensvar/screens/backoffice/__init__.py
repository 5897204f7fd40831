"""The expert in a department: cases handed over, answer, deadline."""
