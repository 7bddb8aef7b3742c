"""Validity against a schema: RELAX NG, XML Schema, Schematron."""
