"""Packs: their schema, their loader, and the matcher compiled from them."""
