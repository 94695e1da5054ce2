"""Dates as people write them, and the days they can mean.

``to_edtf`` reads the wording, ``bounds`` says which days it allows.
"""

from cuibono.model.date_bounds import bounds as bounds
from cuibono.model.date_wording import to_edtf as to_edtf

__all__ = ["bounds", "to_edtf"]
