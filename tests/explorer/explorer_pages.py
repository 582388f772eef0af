"""What the tests of the explorer in a browser share: to open a page of it, to press, and to read what it says."""

TABS = ("coverage", "actors", "voices", "sanctions", "military", "words", "methods")


def open_page(tab, path, link=""):
    tab.goto(path.as_uri() + link)
    tab.wait_for_selector("[data-wbx=open]")


def status(tab):
    return int(tab.inner_text(".wbx-status").split()[0])


def value(tab, facet, rank=0):
    return tab.locator(f"[data-facet={facet}] .wbx-value").nth(rank)


def count_of(locator):
    return int(locator.locator(".wbx-n").inner_text())


def show(tab, name):
    tab.click(f"[role=tab][id$=-tab-{name}]")
    tab.wait_for_selector(".wbx-panel:not([aria-busy])")


def settled(tab):
    tab.wait_for_selector(".wbx-panel:not([aria-busy])")
