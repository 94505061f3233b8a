"""What a statistician should know before fitting: variation, identifiability, connection, confounding."""
