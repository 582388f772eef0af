"""Pages made for the benchmarks out of the seeds' words: as web pages, and in any number as rows."""

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import cycle, islice
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
#: A line as long is a paragraph of the made page, a shorter one a link of its menus.
_PARAGRAPH = 80
_LONG_NUMBER = re.compile(r"\d{6,}")
#: Addresses are as long as those of outlets.
_STORY = "https://www.contoh.id/read/2023/03/12/1915000{}/dua-menteri-bertemu-untuk-membahas-perdagangan-lintas-batas"
_SCRIPT = "window.dataLayer=window.dataLayer||[];function track(name,value){dataLayer.push({event:name,value:value});}"


def seed_texts() -> list[str]:
    """Return the texts of the seeds."""
    return [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def bare_page(text: str) -> str:
    """Return a page that is nothing but a paragraph for each line."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><head><title>-</title></head><body>{paragraphs}</body></html>"


def portal_page(text: str) -> str:
    """Return a page as portals serve them: everything in boxes that class names tell apart, much around the article.

    Its proportions are the medians of real pages of Indonesian outlets: 60 kB and 700 elements, of which 200 links and
    30 scripts; links to other stories stand between its paragraphs.
    """
    return _full_page(text, dict.fromkeys(("header", "nav", "article", "aside", "footer"), "div"))


def semantic_page(text: str) -> str:
    """Return the same page with elements that say what they hold (``article``, ``nav``, ``aside``) around its parts."""
    return _full_page(text, {name: name for name in ("header", "nav", "article", "aside", "footer")})


def small_page(text: str) -> str:
    """Return a page as outlets serve them to telephones: the article and little around it; 110 elements, 13 kB."""
    title, labels, body = _parts(text)
    return _page(
        title,
        f"<header class='top'><a href='/'>{labels[0]}</a><nav class='menu'>{_links(labels, 12)}</nav></header>",
        f"<div class='wrap'><div class='detail'><h1>{title}</h1><div class='date'>{labels[1]}</div>",
        f"<figure><img src='/foto/1.jpg' alt=''><figcaption>{labels[2]}</figcaption></figure><div class='isi'>",
        "".join(f"<p>{escape(line)}</p>" for line in body),
        f"</div></div><div class='terkait'>{_links(labels, 6)}</div></div>",
        f"<footer>{_links(labels, 6)}</footer>{_scripts(2)}",
    )


def made_rows(number: int) -> Iterator[str]:
    """Yield rows of JSON Lines, each a seed's text whose numbers are changed, so that no two are alike."""
    texts = seed_texts()
    for index in range(number):
        mark = f"{index:06d}"
        text = _LONG_NUMBER.sub(mark, texts[index % 5])
        yield json.dumps({"text": f"{text}\n{mark}"}, ensure_ascii=False) + "\n"


def _parts(text: str) -> tuple[str, list[str], list[str]]:
    """Return a title, words for menus and cards, and the paragraphs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    labels = [escape(line) for line in lines if len(line) < _PARAGRAPH]
    return max(labels, key=len), labels, [line for line in lines if len(line) >= _PARAGRAPH]


def _full_page(text: str, tags: Mapping[str, str]) -> str:
    title, labels, body = _parts(text)
    header, nav, article, aside, footer = tags.values()
    return _page(
        title,
        f"<{header} class='header'><div class='header__top'><div class='header__date'>{labels[0]}</div>",
        f"{_links(labels, 30)}</div><{nav} class='header__nav'>{_links(labels, 45)}</{nav}></{header}>",
        f"<div class='container'><div class='row'><div class='col-7'><{article} class='detail'>",
        f"<h1 class='read__title'>{title}</h1><div class='read__time'>{labels[1]}</div>",
        f"<div class='read__share'>{_links(labels, 6)}</div><div class='photo'><img src='/foto/1.jpg' alt=''>",
        f"<div class='photo__caption'>{labels[2]}</div></div><div class='read__content'><div class='clearfix'>",
        "".join(_paragraph(line, n, labels) for n, line in enumerate(body)),
        f"</div></div><div class='read__credit'>{labels[3]}</div><ul class='tag'>{_items(labels, 8)}</ul></{article}>",
        f"<div class='related'><div class='title'>Berita Terkait</div>{_cards(labels, 8)}</div>",
        f"<div class='comment__wrap'><div class='comment__form'><p>{labels[4]}</p></div></div>",
        f"<div class='latest'>{_cards(labels, 12)}</div></div>",
        f"<{aside} class='col-3'><div class='most'><h3>Terpopuler</h3>{_cards(labels, 10)}</div>",
        f"<div class='box'>{_cards(labels, 10)}</div></{aside}></div></div>",
        f"<{footer} class='footer'>{_links(labels, 40)}</{footer}>{_scripts(24)}",
    )


def _page(title: str, *parts: str) -> str:
    head = f"<head><meta charset='utf-8'><title>{title}</title>{_metadata(title)}</head>"
    return f"<!doctype html>\n<html lang='id'>{head}\n<body>{''.join(parts)}</body></html>"


def _metadata(title: str) -> str:
    linked = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2022-07-01T21:15:00+07:00"})
    metas = "".join(f"<meta property='og:field{n}' content='{title}'>\n" for n in range(25))
    return f"{metas}<script type='application/ld+json'>{linked}</script><style>{'.box{margin:0}' * 100}</style>"


def _paragraph(line: str, number: int, labels: list[str]) -> str:
    """Return a paragraph with a name in bold and a link, after each third one a banner and a link to another story."""
    first, _, rest = escape(line).partition(" ")
    words, _, last = rest.rpartition(" ")
    paragraph = f"<p><strong>{first}</strong> {words} <a href='/tag/{number}'>{last}</a></p>\n"
    if number % 3 != 2:
        return paragraph
    label = labels[number % len(labels)]
    banner = f"<div class='ads-on-body' id='ads-{number}'><script>{_SCRIPT * 2}</script></div>\n"
    return f"{paragraph}<p><strong>Baca juga: <a href='{_STORY.format(number)}'>{label}</a></strong></p>\n{banner}"


def _items(labels: list[str], number: int) -> str:
    chosen = islice(cycle(labels), number)
    return "".join(
        f"<li class='item'><a href='{_STORY.format(n)}'>{label}</a></li>\n" for n, label in enumerate(chosen)
    )


def _links(labels: list[str], number: int) -> str:
    return f"<div class='wrap'><ul>{_items(labels, number)}</ul></div>\n"


def _scripts(number: int) -> str:
    return f"<script async>{_SCRIPT * 3}</script>\n" * number


def _cards(labels: list[str], number: int) -> str:
    return "".join(
        f"<div class='card'>\n<div class='card__box'><a href='{_STORY.format(n)}'><img src='/foto/{n}.jpg' alt=''></a>"
        f"<div class='card__text'><h3 class='card__title'><a href='{_STORY.format(n)}'>{label}</a></h3>\n"
        f"<div class='card__date'>{n % 28 + 1} Maret 2023</div></div></div></div>\n"
        for n, label in enumerate(islice(cycle(labels), number))
    )
