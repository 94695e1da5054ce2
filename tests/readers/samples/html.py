"""A small article with what web pages say about themselves, and a menu around it."""

from pathlib import Path

BODY = [
    "The harbour office paid the same firm two times in March, as two bills show that were given to this paper.",
    "The firm, which belongs to the mayor's brother, says that both bills were due and that nobody complained.",
    "The office did not answer our questions by the end of the week, and the council will meet again in May.",
]
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The harbour pays twice - Beispielblatt</title>
<meta name="author" content="Ada Muster"><meta property="og:site_name" content="Beispielblatt">
<meta property="og:title" content="The harbour pays twice">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://beispielblatt.example/harbour"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/all">All articles</a></li></ul></nav>
<script>track("reader")</script>
<article><h1>The harbour pays twice</h1>{body}</article>
<footer>Imprint</footer></body></html>
"""


def page() -> str:
    """The page as text."""
    return PAGE.format(body="".join(f"<p>{p}</p>" for p in BODY))


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "harbour.html"
    path.write_text(page(), "utf-8")
    return path
