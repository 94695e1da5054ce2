"""Reading Chinese news text, simplified and traditional, into the same records as any other text."""

from cuibono.extract.chinese.bracketed import equate as equate
from cuibono.extract.chinese.read import is_chinese as is_chinese
from cuibono.extract.chinese.read import read as read
