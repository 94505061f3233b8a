"""The report as a reader meets it: in Chromium, wide, narrow, without scripts, by assistive technology, in print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

import fidelity  # noqa: E402 (after the check that the browser can be driven)
from fidelity.read.rules import load_library  # noqa: E402
from fidelity.write.report import page_of, report_of  # noqa: E402

CHROMIUM = Path("/usr/bin/chromium")
EXAMPLES = Path(__file__).parents[2] / "examples"
WIDE, NARROW = 1280, 360
SIZES = (4, 120)

FIRST_OF_KIND = """() => {
  const seen = new Set();
  const kind = one => {
    const look = getComputedStyle(one);
    return [one.tagName, one.getAttribute("class"), look.color, look.backgroundColor, look.fontSize, look.fontWeight];
  };
  for (const one of document.querySelectorAll("body *")) {
    if (![...one.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim())) continue;
    let path = one.checkVisibility() + "";
    for (let above = one; above !== document.body; above = above.parentElement) path += "<" + kind(above);
    if (!seen.has(path)) one.setAttribute("data-first", "");
    seen.add(path);
  }
  return seen.size;
}"""

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed")


def records() -> list[dict[str, object]]:
    """All example studies, those with much technique first."""
    names = ("worked/radiofrequency", "worked/injections", "trials/injections", "trials/radiofrequency")
    files = (yaml.load((EXAMPLES / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader) for name in names)
    return [record for file in files for record in file["studies"]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The report of 4 and of 120 studies, as files; the 4 are among the 120, and scored with them."""
    library, folder, found = load_library(), tmp_path_factory.mktemp("reports"), {}
    whole = fidelity.score({"codebook": "1.0.0", "studies": records()[:120]}, library=library)
    studies = whole.grades["study"].unique(maintain_order=True)
    for number in SIZES:
        found[number] = folder / f"{number}.html"
        found[number].write_bytes(page_of(report_of(whole.of(studies[:number]), library)))
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as driver:
        # Without its sandbox, which a container does not let it have; it opens nothing but our own files.
        chromium = driver.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()


def opened(browser: playwright.Browser, path: Path, width: int, *, script: bool = True) -> playwright.Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=script)
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("number", SIZES)
def test_it_is_one_file_of_less_than_a_megabyte_that_asks_for_nothing(
    number: int, pages: dict[int, Path], browser: playwright.Browser
) -> None:
    assert pages[number].stat().st_size < 1_000_000
    page = opened(browser, pages[number], WIDE)
    assert page.asked == [pages[number].as_uri()]
    page.close()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("number", SIZES)
def test_nothing_is_wider_than_the_window_even_when_all_is_unfolded(
    number: int, width: int, pages: dict[int, Path], browser: playwright.Browser
) -> None:
    page = opened(browser, pages[number], width)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.evaluate(
        "width => [...document.querySelectorAll('main *, header *, nav *')]"
        ".filter(one => !one.closest('svg, thead') && one.getBoundingClientRect().right > width + 1)"
        ".map(one => one.outerHTML.slice(0, 80))",
        width,
    )
    assert beyond == []
    page.close()


def complaints(page: playwright.Page, context: str | None = None, **options: object) -> list[tuple[str, list[str]]]:
    """What axe finds wrong in a page or a part of it, with the first elements of which it is wrong."""
    found = axe.Axe().run(page, context, {"resultTypes": ["violations"], **options}).response["violations"]
    return [(one["id"], [node["html"][:80] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing_to_complain_of_in_a_report_with_all_unfolded(
    width: int, pages: dict[int, Path], browser: playwright.Browser
) -> None:
    page = opened(browser, pages[4], width)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert complaints(page) == []
    page.close()


def test_axe_finds_nothing_to_complain_of_in_a_long_report(pages: dict[int, Path], browser: playwright.Browser) -> None:
    """Contrast, which takes axe the longest, is looked at once for each kind of element: as many look alike."""
    page = opened(browser, pages[120], WIDE)
    assert complaints(page, rules={"color-contrast": {"enabled": False}}) == []
    assert page.evaluate(FIRST_OF_KIND) > 20
    assert complaints(page, "[data-first]", runOnly=["color-contrast"]) == []
    page.close()


def test_it_works_without_scripts_from_the_keyboard(pages: dict[int, Path], browser: playwright.Browser) -> None:
    page = opened(browser, pages[4], WIDE, script=False)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the skip link
    assert page.url.endswith("#main")
    folded = page.locator("details h5").first
    assert not folded.is_visible()
    page.locator("summary").first.press("Enter")
    assert folded.is_visible()
    page.close()


def test_in_print_all_is_unfolded_and_headers_of_tables_are_repeated(
    pages: dict[int, Path], browser: playwright.Browser
) -> None:
    page = opened(browser, pages[4], WIDE)
    page.emulate_media(media="print")
    assert all(one.is_visible() for one in page.locator("details li").all()[:50])
    assert not page.locator("nav.parts").is_visible()
    assert page.locator("thead").first.evaluate("one => getComputedStyle(one).display") == "table-header-group"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.close()
