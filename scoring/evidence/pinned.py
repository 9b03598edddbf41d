"""The digest of the packaged model, written by `candour train`."""

DIGEST = "71d009e387df76506b9b77e721cb996b70ac122053cd8d6f33c2b487ec91e17d"
