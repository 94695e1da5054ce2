"""The child's side of reading a web page: trafilatura, which hostile pages can keep busy for hours."""

from pathlib import Path
from typing import Any

from cuibono.readers.child import Answer, serve

_MEMORY = 3 << 30
_FIELDS = ("title", "author", "date", "sitename", "url", "text")


def page(path: str) -> Answer:
    """The main text of a page and what it says about itself."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        Path(path).read_text("utf-8"),
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return {name: getattr(found, name, None) for name in _FIELDS} if found else {}


def answer(question: Answer) -> Answer:
    """Answer one question; what the parser trips over becomes an answer too."""
    try:
        return page(question["path"])
    except Exception as error:  # one bad page must not cost the others
        return {"error": f"{type(error).__name__}: {error}"[:300]}


if __name__ == "__main__":
    serve(answer, memory=_MEMORY)
