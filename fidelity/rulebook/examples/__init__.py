"""Examples of features: what they tell, what they expect, and what the package says of them."""
