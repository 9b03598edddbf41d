"""Signs that people may be being exploited now, and the route for a named person."""
