"""Paragraphs and their numbers."""
