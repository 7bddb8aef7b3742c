"""What works on finished TEI, of one cable or of many: evaluation."""
