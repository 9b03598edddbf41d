"""The mind: pure judgement over values; no files, network, clock or database."""
