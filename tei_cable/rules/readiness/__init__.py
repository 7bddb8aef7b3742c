"""What tools that import TEI demand of a file."""
