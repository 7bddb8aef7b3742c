"""Codes of what readers find in a text and rules find in its TEI, apart from the code that finds it: a rule needs nothing else of that."""

from tei_cable.model import Code, Severity

LOST = Code("N001", "lost-marker", Severity.WARNING)
UNPLACED = Code("N002", "unplaced-note", Severity.WARNING)
ORPHAN = Code("N003", "marker-without-note", Severity.WARNING)
TWICE = Code("N004", "note-number-twice", Severity.WARNING)
NO_STOP = Code("T012", "missing-full-stop", Severity.WARNING)
