"""The report: one page that needs nothing else, and its tables as a Word file."""
