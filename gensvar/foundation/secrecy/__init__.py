"""Access lists: who may know that a confidential case exists."""
