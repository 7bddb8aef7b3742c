"""What several exporters share: the reading view of a telegram, its facts, and what can be lost of it."""
