"""The words of the house, as frozen dataclasses."""
