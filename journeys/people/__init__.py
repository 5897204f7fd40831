"""Stories of those who use Gensvar, told to the whole of it in a browser."""
