"""How agents come in: what we add to the sign-in library, and what we decide otherwise than it."""
