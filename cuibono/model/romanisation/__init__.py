"""How Chinese names are written in other ways: characters of both kinds, Pinyin, Wade-Giles, a few dialects.

``han`` reads characters, ``wade_giles`` turns Pinyin into Wade-Giles, ``spelled`` reads what is written in letters.
Tones and umlauts are left out throughout, because the names in news are written without them: Lu may be Lü.
"""
