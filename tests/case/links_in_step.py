"""A table of link shares in which a group of accounts is in step, and twenty others are by themselves."""

from collections.abc import Sequence


def links_in_step(
    group: Sequence[str], *, start: int = 1_623_000_000, apart: int = 100_000, other: str = "Other "
) -> str:
    """Forty links that a group on Murk shares five seconds apart each; ``apart`` are the seconds between two links."""
    rows = ["object_type,object,account,account_name,post,t"]
    for link in range(40):
        for n, name in enumerate(group):
            rows.append(f"url,l{link},murk:{n},{name},p{link}-{n},{start + apart * link + 5 * n}")
    for n in range(120):
        rows.append(f"url,l{n % 60},murk:{100 + n % 20},{other}{n % 20},q{n},{start + 9_000 * n + 3_000}")
    return "\n".join(rows) + "\n"
