"""Shapes: exports and layouts that are no plain table of arms, turned into tables that are."""
