"""The digest of the packaged trade model, written where it is trained."""

DIGEST = "133037d0579c6699fbcfd3f6509f3d15efe5e45d387644c92ee43b0d0a13a62c"
