"""Who is tied to whom, since when, through whom."""
