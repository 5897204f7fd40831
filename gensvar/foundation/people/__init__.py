"""Agents, groups, roles and access."""
