"""Places: countries, London and the borough of a contract."""
