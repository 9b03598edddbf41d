"""Exclusion under the Procurement Act 2023: grounds on labour as data, and what may follow."""
