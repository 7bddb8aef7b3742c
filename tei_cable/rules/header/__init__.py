"""The header: what must be said of a document, and whether it agrees with itself."""
