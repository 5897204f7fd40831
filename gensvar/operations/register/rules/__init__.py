"""Pure decisions of the register: who answers for a place, and what a table of places says."""
