"""The script inside a flame graph: zoom, search, reset, and what the pointer is on."""
from __future__ import annotations

SCRIPT = r"""
"use strict";
(function () {
  const svg = document.documentElement;
  const margin = Number(svg.dataset.margin), character = Number(svg.dataset.character);
  const width = svg.viewBox.baseVal.width - 2 * margin;
  const details = document.getElementById("details"), matched = document.getElementById("matched");
  const resetButton = document.getElementById("reset"), searchButton = document.getElementById("search");
  const frames = Array.from(document.querySelectorAll(".f"), (g) => ({
    g, rect: g.querySelector("rect"), text: g.querySelector("text"), title: g.querySelector("title").textContent,
    x: Number(g.dataset.x), w: Number(g.dataset.w), depth: Number(g.dataset.d), name: g.dataset.n, place: g.dataset.p,
  }));
  let zoomed = null, pattern = null;

  function fit(name, pixels) {
    const most = Math.floor((pixels - 6) / character);
    return most < 3 ? "" : name.length <= most ? name : name.slice(0, most - 1) + "\u2026";
  }

  function draw() {
    const from = zoomed ? zoomed.x : 0, share = zoomed ? zoomed.w : 1, slack = 1e-6;
    for (const f of frames) {
      const around = f.x <= from + slack && f.x + f.w >= from + share - slack;
      const outer = zoomed !== null && f.depth < zoomed.depth && around;
      let x = (f.x - from) / share, w = f.w / share;
      if (outer) { x = 0; w = 1; }
      const shown = outer || (x > -slack && x + w < 1 + slack && (zoomed === null || f.depth >= zoomed.depth));
      f.g.style.display = shown ? "" : "none";
      f.g.classList.toggle("outer", outer);
      if (!shown) continue;
      const left = margin + x * width, pixels = w * width;
      f.rect.setAttribute("x", left.toFixed(2));
      f.rect.setAttribute("width", Math.max(pixels - 0.5, 0.3).toFixed(2));
      f.text.setAttribute("x", (left + 3).toFixed(2));
      f.text.textContent = fit(f.name, pixels);
    }
    resetButton.style.visibility = zoomed || pattern ? "visible" : "hidden";
  }

  function mark() {
    let covered = [];
    for (const f of frames) {
      const hit = pattern !== null && f.depth > 0 && (pattern.test(f.name) || pattern.test(f.place));
      f.g.classList.toggle("hit", hit);
      if (hit) covered.push([f.x, f.x + f.w]);
    }
    covered.sort((a, b) => a[0] - b[0]);
    let sum = 0, end = 0;
    for (const [from, to] of covered) {
      sum += Math.max(0, to - Math.max(from, end));
      end = Math.max(end, to);
    }
    matched.textContent = pattern === null ? " " : "matched: " + (100 * sum).toFixed(2) + "%";
    resetButton.style.visibility = zoomed || pattern ? "visible" : "hidden";
  }

  function search() {
    const question = "Mark the frames whose name or file matches (a regular expression):";
    const wanted = prompt(question, pattern ? pattern.source : "");
    if (wanted === null) return;
    try {
      pattern = wanted === "" ? null : new RegExp(wanted, "i");
    } catch (error) {
      pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i");
    }
    mark();
  }

  function reset() {
    zoomed = null;
    pattern = null;
    draw();
    mark();
  }

  for (const f of frames) {
    f.g.addEventListener("click", () => { zoomed = f.depth === 0 ? null : f; draw(); });
    f.g.addEventListener("mouseover", () => { details.textContent = f.title; });
    f.g.addEventListener("mouseout", () => { details.textContent = " "; });
  }
  searchButton.addEventListener("click", search);
  resetButton.addEventListener("click", reset);
  window.addEventListener("keydown", (event) => {
    if (event.key === "/" || (event.key === "f" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      search();
    } else if (event.key === "Escape") {
      reset();
    }
  });
  window.flame = { frames, zoom: (name) => { zoomed = frames.find((f) => f.name === name) || null; draw(); },
    find: (text) => { pattern = new RegExp(text, "i"); mark(); }, reset };
}());
"""
