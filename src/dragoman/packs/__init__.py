"""Data only: what dragoman knows of the world and of each language."""
