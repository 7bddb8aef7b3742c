"""Programs that make the core authority shipped in tei_cable/authority/data."""
