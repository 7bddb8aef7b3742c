"""Security classifications."""
