"""The digest of the packaged model, written by `candour train`."""

DIGEST = "6284bbc97ae72008c7f905669f4fb8e489853595bd0ac82063a98dbec081d2a0"
