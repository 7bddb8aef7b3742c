"""What stands in the text: pages, gaps, corrections, furniture."""
