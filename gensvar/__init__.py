"""Gensvar, an open-source customer contact centre."""
