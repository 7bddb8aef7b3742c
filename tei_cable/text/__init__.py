"""Helpers on text that keep offsets: loading, layout, dates, the alignment of notes, settling of spans."""
