"""Rules: what is checked of a TEI document."""
