"""The book of the rules for clinicians."""
