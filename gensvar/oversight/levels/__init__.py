"""What customer and provider must know on three levels: issues, decisions, questions answered."""
