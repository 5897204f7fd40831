"""What would follow from a change, counted before it is made. Nothing here changes anything."""
