"""tei-cable: plain-text diplomatic telegrams into scholarly TEI XML."""

__version__ = "0.1.0"
