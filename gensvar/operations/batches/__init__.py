"""One act on many cases: shown first, then done case by case, and undone as far as it can be."""
