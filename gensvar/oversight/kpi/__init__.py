"""Every measure: definition, source, target, value."""
