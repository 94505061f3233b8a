"""Figures: scenes of plain shapes, drawn as SVG, and as PNG and PDF by matplotlib."""
