"""Bytes of workbooks and delimited text as grids of text: cells as a spreadsheet shows them."""
