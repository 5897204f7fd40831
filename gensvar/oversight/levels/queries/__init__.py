"""What the levels read: repeated faults, trends, wishes and the answers of the dashboards.

Confidential cases are in none of it, not even as a count, whoever asks.
"""
