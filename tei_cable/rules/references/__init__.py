"""Pointers from one element to another, and references to other documents."""
