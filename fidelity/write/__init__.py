"""Results out: tables, explanations, forms, schemas. The only place that writes files."""
