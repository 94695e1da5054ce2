"""What is put before or behind a claim and is none of it: "make no mistake, X", "X, look it up", a wire's dateline.

A lead-in talks to whoever listens: it is short, names nobody and counts nothing. What a source is named in ("she told
me: X") is no lead-in.
"""

import re

#: "CITY, 14 February 2024 (Agency) - ".
_DATELINE = re.compile(
    r"[*_]*[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’/-])+(?:,[^\n()–—]{0,40}?)?\s*"
    r"(?:\([^)\n]{2,40}\)[*_]*\s*[-–—]+|[*_]*[–—]+|[*_]*--?\s)\s*(?=[^\W\d_a-z])(?![^–—\n]{0,90}\s[–—]\s)"
)
_STAMP = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*[-–—:]?\s+")
_ADDRESS = (
    r"(?:(?:folks|friends|people|listen|look|hey|well|so|and|but|oh|my friends|ladies and gentlemen|dear viewers|"
    r"everybody|everyone|honestly|frankly|seriously|guys|now)\s*[,!]?\s+)*"
)
_CALLS = (
    r"it(?: is|['’]s) (?:quite |perfectly |simply |indeed |also )?(?:true|a fact|correct|undisputed|undeniable|"
    r"well known|no secret)|"
    r"make no mistake(?: about (?:it|this|that))?|mark my words|mark this|believe (?:me|you me|it or not)|trust me|"
    r"take (?:it from me|my word for it|note)|let (?:me|us) be (?:very |quite |perfectly )?(?:clear|honest|frank|blunt)"
    r"(?: about (?:it|this|that))?|let['’]s (?:be (?:clear|honest|frank|blunt)|face it|not kid ourselves|not forget)|"
    r"(?:you can )?(?:look|check) (?:it|this|that) (?:up|out)?|look (?:it|this) up|google it|remember(?: this)?|"
    r"(?:never|don['’]t|do not) (?:ever )?forget(?: this| it)?|wake up|(?:just )?think about (?:it|that)|"
    r"here(?:['’]s| is) (?:the (?:thing|truth|fact|deal|point|scandal)|what (?:they|nobody)[^,:.]{0,40})|fact|"
    r"the (?:plain |simple |naked |hard |ugly )?(?:truth|fact|facts|bottom line)(?: (?:is|are)(?: this| these)?)?|"
    r"you (?:heard|read) (?:it|that|me) (?:here first|right|correctly)|hear me out|read my lips|i['’]ll say it again|"
    r"say it loud|spread the word|share this|mind you|note (?:this|well)|get this|guess what|"
    r"everybody knows(?: it| this)?|as everybody knows|i swear|i promise you|rest assured|wait for it"
)
#: What speaks to those who listen, or of what others keep from them; it names nobody.
_ORDERS = r"don['’]t|do not|never|let|ask|stop|open|forget|ignore|wake|keep|write|take|see|hear|get"
_OTHERS = r"they|you|nobody|no one|no paper|the (?:media|papers|press|elites?|mainstream)"
_HIDE = (
    r"won['’]t|will not|will never|don['’]t|do not|does not|doesn['’]t|never|not|hates?|would rather|may not|refuses?|"
    r"afraid|dares?"
)
#: Headings of a few words that a text runs into its sentence.
_HEADED = (
    r"notes? (?:to|for) (?:the )?editors?|editor(?:['’]s|s['’]?)? notes?|about (?:the |this |our )?[a-z]+|background|"
    r"in brief|key facts?|facts and figures|for (?:your )?information|fyi|correction|update|postscript|p\.?\s?s\.?|"
    r"did you know"
)
#: The number of a post in a thread: "8/ ", "(3/12) ".
_THREAD = r"\(?\d{1,3}/(?:\d{1,3})?\)?\s+(?=\S)"
_LEAD_INS = (
    re.compile(_THREAD),
    re.compile(
        rf"{_ADDRESS}what (?:is (?:\w+ ){{1,3}}is|(?:{_OTHERS}|he|she|we) [^\d:,.;?“\"]{{2,40}}? is) that\s+",
        re.IGNORECASE,
    ),
    re.compile(rf"{_ADDRESS}(?:{_CALLS})(?:\s*[:,!.–—-]+\s*|\s+(?=that\s))(?:that\s+)?", re.IGNORECASE),
    re.compile(rf"(?i:{_ADDRESS}(?:{_ORDERS}))\b[^A-Z\d:,.;?“\"]{{2,60}}:\s*"),
    re.compile(
        rf"(?i:{_ADDRESS}(?:{_OTHERS}))\b[^A-Z\d:.;?“\"]{{0,30}}?\b(?:{_HIDE})\b"
        r"[^A-Z\d:.;?“\"]{0,40}(?:,\s*but|:)\s*"
    ),
    re.compile(rf"(?:{_HEADED})\s*[:–—]\s*", re.IGNORECASE),
    re.compile(r"(?:folks|friends|my friends|ladies and gentlemen|listen|look|people|guys)\s*[,!:]\s+", re.IGNORECASE),
)
_CALLED_OUT = (
    r"(?:you can )?(?:look|check) (?:it|that|this)(?: up| out| yourselves?)?|google it|mark my words|believe me|"
    r"trust me|make no mistake(?: about it)?|folks|my friends|friends|full stop|period|(?:i|we) can prove (?:it|that)|"
    r"don['’]t (?:you )?forget (?:it|that)|that(?:['’]s| is) a fact|i swear|end of story|ladies and gentlemen|"
    r"take it from me|no doubt about it|let that sink in|think about (?:it|that)|you know|i tell you|"
    r"as (?:everybody|everyone) knows|(?:whether they )?like it or not|believe it or not"
)
#: What a speaker says of how sure he is, or by the way; it names and counts nothing.
_BY_THE_WAY = (
    r"if (?:i|we) (?:remember|recall|understand|am not|are not|['’]m not|['’]re not)\b[^,;.\d]{0,30}|"
    r"if memory serves(?: me(?: right(?:ly)?| well)?)?|if you ask me|as far as i (?:know|recall)|"
    r"to my knowledge|i (?:think|believe|guess|suppose|gather)|(?P<one>[a-z]+) or no (?P=one)|"
    r"(?-i:(?:way |right |back |far |deep )?(?:up|down|out|over|away) (?:in|on|at|by|near|among) (?:the |those )?"
    r"[a-z]+(?: [a-z]+){0,2})|too|as well"
)
_TAIL = re.compile(
    rf"\s*[,;–—-]+\s*(?:(?:and\s+|so\s+|just\s+|go and\s+)*(?:{_CALLED_OUT})|(?:{_BY_THE_WAY}))[.!]*\s*\Z",
    re.IGNORECASE,
)


def dateline(text: str) -> int:
    """How many characters at the start of a text are the place and the day that a wire puts there, or a timestamp."""
    at = 0
    for pattern in (_STAMP, _DATELINE):
        found = pattern.match(text, at)
        at = found.end() if found else at
    return at


def led_in(text: str) -> int:
    """How many characters at the start of a sentence are none of its claim."""
    at = dateline(text)
    for _ in range(3):
        found = next((m for p in _LEAD_INS if (m := p.match(text, at))), None)
        if found is None or len(text[found.end() :].split()) < 3:
            break
        at = found.end()
    return at


def tail(text: str) -> int:
    """Where the claim of a sentence ends, and what is only called out behind it begins."""
    end = len(text)
    for _ in range(2):
        found = _TAIL.search(text[:end])
        if found is None or len(text[: found.start()].split()) < 3:
            break
        end = found.start()
    return end
