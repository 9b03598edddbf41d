"""Wage rates that an administrator adds."""
