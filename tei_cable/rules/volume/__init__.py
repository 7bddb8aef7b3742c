"""The checklist of a volume of Foreign Relations of the United States, as far as it is about one file: `--select C`."""
