"""How contacts come in and go out; no channel knows another."""
