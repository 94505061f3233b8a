// The book in Chromium: what axe-core says of it, whether it fits, what it asks of the network, and what is printed.
// Exit code 1: an axe violation, a page wider than its window, a request, or a printed page without the sentence.
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const [book, folder = "book-in-browser"] = process.argv.slice(2);
if (!book) {
  console.error("usage: node look.mjs book.html [folder for pictures]");
  process.exit(2);
}
const require = createRequire(resolve("package.json")); // the packages stand where this is run, not in the repository
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [1280, 360, 320];
const PLACES = ["start", "subjects", "subject-placement", "procedures", "disputes", "techniques", "scheme", "endorsements"];
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const faults = [];
const fault = (words) => (console.error(words), faults.push(words)); // said at once: a long run may be stopped

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const address = `file://${resolve(book)}`;
let sentence = "";
for (const width of WIDTHS) {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, reducedMotion: "reduce" });
  page.on("request", (request) => request.url() === address || fault(`asks for ${request.url()}`));
  await page.goto(address);
  sentence = await page.locator("footer .notice").innerText();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) fault(`${wide} wide in a window of ${width}`);
  for (const place of PLACES) {
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), place);
    await page.screenshot({ path: `${folder}/${width}-${place}.png` });
  }
  await page.evaluate(axe);
  const found = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations", "incomplete"] }), STANDARDS);
  console.log(`${width} px: ${wide} wide; axe-core ${found.testEngine.version}: ${found.violations.length} violations, ${found.incomplete.length} undecided, ${found.passes.length} rules passed`);
  for (const { id, help, nodes } of found.violations) fault(`${width} px: ${id}: ${help}: ${nodes.length} times, first ${nodes[0].html} ${nodes[0].failureSummary}`);
  for (const { id, nodes } of found.incomplete) console.log(`  undecided: ${id}: ${nodes.length} times, first ${nodes[0].html}`);
  await page.close();
}

const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
await bare.goto(address);
await bare.screenshot({ path: `${folder}/without-script.png` });
const printed = await (await browser.newContext()).newPage();
await printed.goto(address);
writeFileSync(`${folder}/book.pdf`, await printed.pdf({ preferCSSPageSize: true, timeout: 300_000 }));
await browser.close();

const pages = execFileSync("pdftotext", ["-layout", `${folder}/book.pdf`, "-"], { encoding: "utf8", maxBuffer: 2 ** 30 }).split("\f");
pages.pop(); // what stands behind the last form feed
const words = sentence.replace("Back to the contents", "").trim();
const without = pages.flatMap((text, number) => (text.split("\n").some((line) => line.trim().startsWith(words)) ? [] : [number + 1]));
console.log(`print: ${pages.length} pages, ${pages.length - without.length} with the sentence`);
if (without.length) fault(`printed pages without the sentence: ${without.join(", ")}`);

process.exit(faults.length ? 1 : 0);
