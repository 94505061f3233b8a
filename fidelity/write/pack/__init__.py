"""The covariate pack as a folder: its files, what they are, and the manifest by which they can be verified."""
