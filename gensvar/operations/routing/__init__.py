"""Queues, skills, presence and offers: who gets the next contact."""
