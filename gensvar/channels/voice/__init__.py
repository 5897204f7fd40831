"""The telephone: calls as tables, an engine that carries them out, and what became of each."""
