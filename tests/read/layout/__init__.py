"""Layout: which tables a sheet holds, and that no row of it is lost."""
