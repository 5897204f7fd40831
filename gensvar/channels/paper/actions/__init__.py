"""What is done with paper: noted, registered, and letters posted."""
