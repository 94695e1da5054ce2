"""What a post shares, in one spelling for everybody; and its time."""

import pytest

from cuibono.readers.post_tables import Post, hashtags_in, host_of, links_in, plain_link, shared, when


def post(**more) -> Post:
    return Post(id="p", account="a", t="0", **more)


@pytest.mark.parametrize(
    "link",
    [
        "https://ferry.example/news?id=7",
        "http://www.Ferry.example/news?utm_source=tg&id=7&fbclid=x#top",
        "https://ferry.example/news?id=7.",
    ],
)
def test_a_link_has_one_spelling(link):
    assert plain_link(link) == "https://ferry.example/news?id=7"


@pytest.mark.parametrize("link", ["", "https://[", "no link", "https:///path"])
def test_what_leads_nowhere_is_no_link(link):
    assert plain_link(link) == ""
    assert host_of(link) == ""


def test_what_a_post_shares_each_once():
    links = ("https://ferry.example/a", "http://www.ferry.example/a?utm_medium=x", "https://ferry.example/b")
    assert shared(post(links=links, hashtags=("#Ferry", "＃harbour"), repeats="x:1", audio="tiktok:3")) == [
        ("url", "https://ferry.example/a"),
        ("domain", "ferry.example"),
        ("url", "https://ferry.example/b"),
        ("hashtag_seq", "#ferry #harbour"),
        ("post", "x:1"),
        ("audio", "tiktok:3"),
    ]


def test_one_hashtag_alone_is_everybodys():
    assert shared(post(hashtags=("ferry",))) == []


def test_links_and_hashtags_are_found_in_any_script():
    text = "看 https://ferry.example/a。 #渡轮 и #паром (https://ferry.example/b)"
    assert [plain_link(link) for link in links_in(text)] == ["https://ferry.example/a", "https://ferry.example/b"]
    assert hashtags_in(text) == ("渡轮", "паром")


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("1704110400", (1_704_110_400, 1)),
        ("1704110400123", (1_704_110_400, 1)),
        ("2024-01-01T12:00:00.000Z", (1_704_110_400, 1)),
        ("2024-01-01 12:00", (1_704_110_400, 60)),
        ("Mon Jan 01 12:00:00 +0000 2024", (1_704_110_400, 1)),
        ("soon", None),
        ("9" * 40, None),
    ],
)
def test_a_time_is_read_as_it_stands(text, known):
    assert when(text) == known
