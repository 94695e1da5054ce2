"""Who says what, on whose word; what contradicts what."""
