"""Layout: where on a sheet the tables stand, what their columns are called, and which rows belong to them."""
