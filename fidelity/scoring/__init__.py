"""Scope, judge and grade, joined: the sentence for which the package exists."""
