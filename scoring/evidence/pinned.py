"""The digest of the packaged model, written by `candour train`."""

DIGEST = "22ad8820d22bf537f9f3b3f9d63a280cd692e743abbd73e4dbcfc540020fcb86"
