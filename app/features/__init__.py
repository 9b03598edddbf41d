"""Features, each in one folder.

Inside a feature: `api` (REST), `pages` (web), `cli` (commands), `jobs` (durable steps), `service`
(what it does), `queries` (what it reads from the database), `schemas`, `templates/`.
"""
