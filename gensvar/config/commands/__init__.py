"""One file per command: `accept` says which words it takes, `run` does it."""
