"""The feasts of Ruritania: their names and the days of the year, as ISO 8601 has them without the year."""

FEASTS = {"Founders' Day": "03-04", "Vintage Day": "10-01"}
