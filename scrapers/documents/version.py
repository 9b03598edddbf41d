"""The version of the readers: raised whenever a document may be read differently than before."""

READER = "documents.5"
