"""Posts on social media that need an answer: taken in with where they stand and how long kept."""
