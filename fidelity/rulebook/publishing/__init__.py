"""From a first draft to a frozen version that bodies sign, or object to."""
