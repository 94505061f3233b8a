"""One module for each package: the files that it takes, made from the master table."""
