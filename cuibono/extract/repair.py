"""A view of the text with the damage of the web mended, character for character as long as the original."""


def repaired(text: str) -> str:
    """The text with lost apostrophes and odd quote marks put right; offsets stay those of the original."""
    return text
