"""The database. Query functions take the session first and never commit."""
