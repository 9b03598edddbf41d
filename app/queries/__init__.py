"""Named selects: every question that is put to the database, each scoped to one organisation."""
