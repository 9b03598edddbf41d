"""Payroll checks."""
