"""Reviews that were made up, with a planted association between grade and effect, for tests and simulations."""
