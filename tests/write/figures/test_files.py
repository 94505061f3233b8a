"""Figures as files: SVG that a page can hold, PNG and PDF that say the same, and the same bytes each time."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import matplotlib as mpl
import matplotlib.image
import pytest
from write.figures.made import digest, drawn, scored
from write.figures.seen import texts

from fidelity.errors import UsageError
from fidelity.write.figures import Hatch, Line, Rect, Scene, Text, image, summary, svg, traffic_lights

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'R&D <script> "x" $\\frac{1}{2}$ \x00 \x1b \ud800'
CHROMIUM = shutil.which("chromium")

FRESH = """
import sys
sys.path.insert(0, "tests")
from write.figures.made import digest
print(digest(), "matplotlib.pyplot" in sys.modules)
"""


def test_an_svg_is_one_image_with_a_name_and_a_description() -> None:
    for scene in drawn(40):
        root = ElementTree.fromstring(svg(scene))
        title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
        assert root.tag == f"{SVG}svg"
        assert root.get("role") == "img"
        assert title is not None
        assert description is not None
        assert (title.text, description.text) == (scene.title, scene.description)
        assert root.get("aria-labelledby") == title.get("id")
        assert root.get("aria-describedby") == description.get("id")


def test_an_svg_asks_for_nothing_and_leaves_the_rest_of_a_page_alone() -> None:
    for scene in drawn(40):
        text = svg(scene)
        assert re.search(r"<style|<script|href|url\(|@import|\sclass=|<\?xml", text) is None
        assert re.findall(r"http[^\"]*", text) == ["http://www.w3.org/2000/svg"]


def test_several_figures_stand_in_one_page_without_sharing_an_id() -> None:
    ids = [found for scene in drawn(40) for found in re.findall(r'\bid="([^"]+)"', svg(scene))]
    assert len(ids) == len(set(ids)) == 2 * len(drawn(40))


def test_all_words_of_a_scene_are_in_its_svg_whatever_they_are() -> None:
    scene = Scene(200, 50, HOSTILE, HOSTILE, (Text(5, 20, HOSTILE, full=HOSTILE),))
    root = ElementTree.fromstring(svg(scene))
    text = root.find(f"{SVG}text")
    assert text is not None
    assert "".join(text.itertext()).startswith('R&D <script> "x" $')
    assert "\x00" not in svg(scene)
    assert svg(scene).encode()


def test_shortened_words_carry_the_whole_of_them() -> None:
    scene = traffic_lights(scored(4))[0]
    root = ElementTree.fromstring(svg(scene))
    carried = [title.text for title in root.findall(f"{SVG}text/{SVG}title")]
    assert carried == [text.full for text in texts(scene) if text.full]
    assert "The multicentre randomised sham-controlled trial of 2011 (Rotterdam)" in carried


def test_figures_of_another_run_have_the_same_bytes_and_pyplot_is_not_touched() -> None:
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", FRESH],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={"PYTHONHASHSEED": "1", "PATH": "", "SOURCE_DATE_EPOCH": "86400"},
    )
    assert run.stdout == f"{digest()} False\n"


def test_a_png_shows_the_shapes_where_the_scene_has_them() -> None:
    shapes = (Rect(10, 10, 30, 20, "#dd7a2a"), Line(((60, 5), (60, 45)), "#123a63", 4), Hatch(70, 10, 20, 20, 3))
    pixels = mpl.image.imread(io.BytesIO(image(Scene(100, 50, "t", "d", shapes), "png")))
    dots = pixels.shape[1] / 100
    assert pixels.shape[:2] == (round(50 * dots), round(100 * dots))
    assert dots >= 300 / 72 - 0.01

    def at(x: float, y: float) -> str:
        red, green, blue = (round(float(share) * 255) for share in pixels[int(y * dots), int(x * dots)][:3])
        return f"#{red:02x}{green:02x}{blue:02x}"

    assert (at(25, 20), at(60, 25), at(50, 25), at(95, 45)) == ("#dd7a2a", "#123a63", "#ffffff", "#ffffff")
    hatched = pixels[int(11 * dots) : int(29 * dots), int(71 * dots) : int(89 * dots), 0]
    beside = pixels[:, int(91 * dots) :, 0]
    assert hatched.min() < 0.2
    assert beside.min() == 1


def test_a_pdf_embeds_its_fonts_and_says_no_date() -> None:
    scene = summary(scored(4))
    content = image(scene, "pdf")
    assert content.startswith(b"%PDF")
    assert b"/FontFile2" in content
    assert b"/Type3" not in content
    assert b"Date" not in content
    assert b"/Title (" in content


def test_drawing_leaves_the_settings_of_matplotlib_as_they_were_and_does_not_heed_them() -> None:
    scene = Scene(60, 30, "t", "d", (Text(5, 20, "word"), Rect(30, 5, 20, 20, "#dd7a2a")))
    plain = image(scene, "png")
    with mpl.rc_context({"savefig.bbox": "tight", "text.color": "red", "pdf.fonttype": 3, "path.sketch": (5, 5, 5)}):
        before = dict(mpl.rcParams)
        assert image(scene, "png") == plain
        assert dict(mpl.rcParams) == before


def test_signs_that_the_font_lacks_are_drawn_as_a_square_and_dollars_as_dollars() -> None:
    def png(words: str) -> bytes:
        return image(Scene(60, 30, "t", "d", (Text(5, 20, words),)), "png")

    assert png("腰痛") == png("□□")
    assert png("$a$") != png("a")


def test_without_matplotlib_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match=r"pip install 'fidelity\[plot\]'"):
        image(Scene(10, 10, "t", "d", ()), "pdf")


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_in_a_browser_no_words_overlap_and_a_narrow_page_shows_the_whole_figure() -> None:
    from playwright.sync_api import sync_playwright

    pages = drawn(40)
    body = "".join(f"<div>{svg(scene)}</div>" for scene in pages)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 640})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.set_content(f"<!doctype html><html lang='en'><title>t</title><main>{body}</main></html>")
        found = page.evaluate(IN_BROWSER)
        wide = page.evaluate("document.documentElement.scrollWidth")
        browser.close()
    assert found == {"overlaps": [], "outside": [], "texts": sum(len(texts(scene)) for scene in pages)}
    assert wide <= 360
    assert asked == []


IN_BROWSER = """() => {
  const found = {overlaps: [], outside: [], texts: 0};
  for (const figure of document.querySelectorAll("svg")) {
    const [, , width, height] = figure.getAttribute("viewBox").split(" ").map(Number);
    const boxes = [...figure.querySelectorAll("text")].map(text => {
      const box = text.getBBox(), size = Number(text.getAttribute("font-size")), base = Number(text.getAttribute("y"));
      return [box.x, base - 0.73 * size, box.x + box.width, base, text.lastChild.textContent];
    });
    found.texts += boxes.length;
    boxes.forEach((one, at) => {
      if (one[0] < 0 || one[2] > width || one[3] > height) found.outside.push(one[4]);
      for (const other of boxes.slice(at + 1)) {
        const across = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
        const down = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
        if (across > 0 && down > 0) found.overlaps.push([one[4], other[4]]);
      }
    });
  }
  return found;
}"""
