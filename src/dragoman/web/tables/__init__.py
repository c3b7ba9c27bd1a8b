"""Listings to take along: what the columns of each are, and a module for each format."""
