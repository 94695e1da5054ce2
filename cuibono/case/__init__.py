"""The case that people hold: Python, the command line and the desk all use this one object."""

from cuibono.case.case import Case as Case
from cuibono.case.case import open_case as open_case
