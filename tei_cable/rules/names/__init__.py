"""Names of persons, places and organisations, and the lists of those who bear them."""
