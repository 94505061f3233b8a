"""The features run through the one door of the package, and compared with the rules that they mirror."""
