"""Pages made for the benchmarks out of the seeds' words: as web pages, and in any number as rows."""

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
#: A line as long is a paragraph of the made page, a shorter one a link of its menus.
_PARAGRAPH = 80
_NUMBER = re.compile(r"\d+")
_SCRIPT = "window.dataLayer=window.dataLayer||[];function track(name,value){dataLayer.push({event:name,value:value});}"


def seed_texts() -> list[str]:
    """Return the texts of the seeds."""
    return [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def bare_page(text: str) -> str:
    """Return a page that is nothing but a paragraph for each line."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><head><title>-</title></head><body>{paragraphs}</body></html>"


def web_page(text: str) -> str:
    """Return a page as outlets serve them: metadata, menus, the article in nested boxes, cards of other stories.

    Its proportions are those of real pages: some 800 elements, 200 of them links, 30 scripts, 90 kB.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = [line for line in lines if len(line) >= _PARAGRAPH]
    labels = [line for line in lines if len(line) < _PARAGRAPH]
    title = max(labels, key=len)
    return "".join(
        (
            f"<!doctype html><html lang=id><head><title>{escape(title)}</title>{_metadata(title)}</head><body>",
            f"<div class='page'><header class='site-header'><nav class='menu'>{_links(labels, 80)}</nav></header>",
            "<main class='container'><div class='row'><div class='col-8'><div class='detail-wrap'>",
            f"<article class='detail'><div class='detail__header'><h1>{escape(title)}</h1></div>",
            "<div class='detail__body'><div class='detail__body-text'>",
            "".join(f"<p>{escape(line)}</p><div class='ads'><script>{_SCRIPT * 4}</script></div>" for line in body),
            f"</div></div></article><div class='more'>{_cards(labels, 20)}</div></div></div>",
            f"<div class='col-4'><aside class='sidebar'><h3>Terpopuler</h3>{_cards(labels, 40)}</aside></div></div>",
            "</main>",
            f"<footer class='footer'>{_links(labels, 60)}</footer>{_scripts(25)}</div></body></html>",
        )
    )


def made_rows(number: int) -> Iterator[str]:
    """Yield rows of JSON Lines, each a seed's text whose numbers are changed, so that no two are alike."""
    texts = seed_texts()
    for index in range(number):
        mark = f"{index:06d}"
        text = _NUMBER.sub(lambda found, mark=mark: found[0] if len(found[0]) < len(mark) else mark, texts[index % 5])
        yield json.dumps({"text": f"{text}\n{mark}"}, ensure_ascii=False) + "\n"


def _metadata(title: str) -> str:
    linked = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2022-07-01T21:15:00+07:00"})
    metas = "".join(f"<meta property='og:field{n}' content='{escape(title, quote=True)}'>" for n in range(25))
    return f"{metas}<script type='application/ld+json'>{linked}</script><style>{'.box{margin:0}' * 200}</style>"


def _links(labels: list[str], number: int) -> str:
    chosen = (labels[index % len(labels)] for index in range(number))
    entries = (f"<li class='item'><a href='/kanal/{n}'>{escape(label)}</a></li>" for n, label in enumerate(chosen))
    return f"<div class='wrap'><ul>{''.join(entries)}</ul></div>"


def _scripts(number: int) -> str:
    return f"<script async>{_SCRIPT * 18}</script>" * number


def _cards(labels: list[str], number: int) -> str:
    chosen = (labels[index % len(labels)] for index in range(number))
    return "".join(
        f"<div class='card'><div class='card__box'><a href='/baca/{n}'><img src='/foto/{n}.jpg' alt=''></a>"
        f"<div class='card__text'><h4><a href='/baca/{n}'>{escape(label)}</a></h4>"
        f"<span class='date'>{n % 28 + 1} Maret 2023</span></div></div></div>"
        for n, label in enumerate(chosen)
    )
