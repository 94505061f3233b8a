"""Tests that hand exported files to R and see what it makes of them."""
