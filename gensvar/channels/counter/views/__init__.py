"""The kiosk at the door, the display on the wall, and the agent's own page at the counter."""
