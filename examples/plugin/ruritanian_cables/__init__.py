"""Telegrams of the legations of Ruritania (which there never was) for tei-cable."""
