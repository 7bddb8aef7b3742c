"""Rules on many telegrams together (`tei-cable corpus audit`): each compares what is remembered of every telegram."""
