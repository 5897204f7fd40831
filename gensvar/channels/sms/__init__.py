"""Text and picture messages in and out, through whichever provider a number is kept at."""
