"""A second, slow and simple reading of the same rules, written from the specification: it imports nothing of fidelity.

`rules` reads the YAML, `observations` says which values a report leaves possible, `judging` completes what is unknown
in every way and judges each completed procedure, `grading` grades them, `procedures` makes procedures up and `frames`
lays them out in the columns that the package takes.
"""
