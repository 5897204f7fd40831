"""Places as they are looked for, who answers for them, and what a table would change."""
