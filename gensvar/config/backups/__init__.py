"""One file holds everything: the database, the files and a manifest, sealed with a backup key.

The manifest says what must be there again after a restore: rows per table, the head of the event
chain, and which keys open the files. Keys stay outside, unless asked for.
"""
