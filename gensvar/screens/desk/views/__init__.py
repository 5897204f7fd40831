"""The agent's pages, one file per page or per kind of act."""
