"""What people ask about, and approved answers, each with an owner and a review date."""
