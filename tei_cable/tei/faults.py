"""What can be wrong with the fidelity of a TEI file to its source."""

from tei_cable.model import Code, Severity

LOST_TEXT = Code("F001", "lost-text", Severity.ERROR)
CHANGED_TEXT = Code("F002", "changed-text", Severity.ERROR)
MALFORMED = Code("F003", "not-well-formed", Severity.ERROR)
INVENTED_TEXT = Code("F004", "invented-text", Severity.ERROR)
MISPLACED_NOTE = Code("F005", "misplaced-note", Severity.ERROR)
NO_PAGE_MARK = Code("F006", "no-page-mark", Severity.ERROR)
OTHER_SOURCE = Code("F007", "other-source", Severity.WARNING)
