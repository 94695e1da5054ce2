"""The words of dates: months and seasons in five languages, Chinese numerals, marks of doubt.

Keys have no accents and are in lower case; a word that means two things has no place here.
"""

MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar janner enero ene janvier janv gennaio gen",
            "february feb februar febrero fevrier fevr fev febbraio febb",
            "march mar marz maerz mrz marzo mars",
            "april apr abril abr avril avr aprile",
            "may mai mayo maggio mag",
            "june jun juni junio juin giugno giu",
            "july jul juli julio juillet juil luglio lug",
            "august aug agosto ago aout",
            "september sept sep septiembre setiembre septembre settembre",
            "october oct oktober okt octubre octobre ottobre ott",
            "november nov noviembre novembre",
            "december dec dezember dez diciembre dic decembre dicembre",
        ),
        start=1,
    )
    for word in words.split()
}

SEASONS: dict[str, int] = {
    word: 21 + number
    for number, words in enumerate(
        (
            "spring fruhling fruhjahr primavera printemps 春 春季 春天",
            "summer sommer verano ete estate 夏 夏季 夏天",
            "autumn fall herbst otono automne autunno 秋 秋季 秋天",
            "winter invierno hiver inverno 冬 冬季 冬天",
        )
    )
    for word in words.split()
}

ORDINALS: dict[str, int] = {
    word: number
    for number, words in enumerate(("first 1st 一 1", "second 2nd 二 2", "third 3rd 三 3", "fourth 4th last 四 4"), 1)
    for word in words.split()
}

CHINESE_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}

#: Traditional signs that occur in dates.
SIMPLIFIED = str.maketrans("紀約來從後現號為貳兩", "纪约来从后现号为二两")

#: Marks before a date that widen it (EDTF ``~``), marks that doubt it (``?``).
ABOUT = (
    r"(?:circa|ca\.?|c\.|about|around|approximately|approx\.?|roughly"
    r"|some ?time (?:in|around)|vers|um|etwa|hacia|~|≈|大约|大概|约)"
)
PERHAPS = r"(?:probably|possibly|perhaps|presumably|maybe|uncertain:?|vermutlich|可能|或许)"
ABOUT_AFTER = r"(?:\(?(?:circa|ca\.?|approx\.?|approximate(?:ly)?|or so)\)?|左右|前后)"

#: Words between two ends of a range, words of an open start or end.
TO = r"(?:\b(?:to|till|until|til|through|thru|bis|jusqu'a|hasta)\b|至|到|—|–|―|~)"
SINCE = r"(?:since|from|after|starting(?: in)?|as of|as from|seit|ab|depuis|desde|自从|自|从)"
BEFORE = r"(?:until|till|before|by|up to|prior to|no later than|bis|vor|avant|hasta|antes de|截至)"
ONWARDS = (
    r"(?:onwards?|and after|and later|or later|to (?:date|present|now|today)|to the present|以来|以后|之后|起|至今)"
)
BACKWARDS = r"(?:and before|and earlier|or earlier|以前|之前|为止)"
NOW = frozenset({"present", "the present", "now", "today", "date", "ongoing", "current", "heute", "今", "现在", ".."})
