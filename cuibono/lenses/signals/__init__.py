"""What attention, absence and coincidence over time give away, with their false-alarm rates."""
