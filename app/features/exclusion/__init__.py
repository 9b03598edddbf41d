"""Exclusion under the Procurement Act 2023: the grounds as data, and a case judged by them."""
