"""What happens to calls, what people ask of them, and what is decided about numbers and phones."""
