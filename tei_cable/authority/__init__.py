"""Lists of persons, places, organisations, offices and terms: load, look up, link."""
