"""Pure decisions about calls: what happens next, whoever the engine is and whatever the clock."""
