"""Signs: quotation marks, brackets, blanks, dashes."""
