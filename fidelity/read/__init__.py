"""Files in: YAML and JSON with positions, tables, values as people write them. The only place that reads files."""
