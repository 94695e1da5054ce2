"""What a recommender shows to whom, and how that departs from what engagement alone would show."""

from cuibono.measures.recommender import Recommender

__all__ = ["Recommender"]
