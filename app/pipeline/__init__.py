"""The story, one verb a file: load, judge by a pure call, store."""
