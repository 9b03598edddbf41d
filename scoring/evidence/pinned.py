"""The digest of the packaged model, written by `candour train`."""

DIGEST = "004326a790d9802ed8145d44ee2b37fb59e49773b102ba4ae883d9ae63bbfe25"
