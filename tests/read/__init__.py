"""The reader: what people write, as they write it, and every way in which it can be wrong."""
