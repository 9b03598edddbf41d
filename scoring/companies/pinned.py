"""The digest of the packaged trade model, written where it is trained."""

DIGEST = ""
