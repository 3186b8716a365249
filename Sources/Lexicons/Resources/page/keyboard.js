// Keys: j and k through the items, n and p through the passages of what is chosen, / to search, Escape to let go.

const keyHelp = [
  ["j  k", "next, previous item"], ["Enter", "choose what has the focus"], ["n  p", "next, previous passage of what is chosen"],
  ["Escape", "choose nothing"], ["/", "search claims"], ["r", "go to the reports"], ["← →", "in a report: from statement to statement"],
  ["c", "copy the current passage as a citation"], ["?", "this list"],
];

function listenToKeys() {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") {
      if (!closeBelongings(true) && !closeHelp()) {
        if (isTyping(event.target)) event.target.blur();
        else select(null);
      }
      return;
    }
    if (isTyping(event.target)) return;
    const action = keyActions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

const keyActions = {
  j: () => moveBy(1),
  k: () => moveBy(-1),
  n: () => stepBy(1),
  p: () => stepBy(-1),
  c: () => {
    const mark = app.evidence && steps(app.evidence)[app.step];
    if (mark) copyCitation(mark.at);
  },
  r: () => document.querySelector(".report:not(.spine) .report-body")?.focus(),
  "/": () => document.querySelector(".filters input")?.focus(),
  "?": () => toggleHelp(),
};

function isTyping(node) {
  return node.matches?.("input:not([type=checkbox]), select, textarea");
}

/** Chooses the item after or before the one that is chosen or has the focus. */
function moveBy(distance) {
  const items = [...document.querySelectorAll(".account .item")].filter((node) => node.offsetParent);
  const focused = document.activeElement?.closest(".item");
  const now = items.findIndex((node) => node === focused || (!focused && node.classList.contains("chosen")));
  const from = now < 0 ? items.findIndex((node) => node.getBoundingClientRect().bottom > 0) - (distance > 0 ? 1 : 0) : now;
  const next = items[Math.min(Math.max(from + distance, 0), items.length - 1)];
  if (!next) return;
  next.querySelector("button")?.focus({ preventScroll: true });
  select(next.dataset.key);
}

function toggleHelp() {
  if (closeHelp()) return;
  const box = el("div", { class: "help", role: "dialog", "aria-label": "Keys" }, el("h2", {}, "Keys"),
    el("dl", {}, ...keyHelp.flatMap(([keys, meaning]) => [el("dt", {}, ...keys.split(/\s+/).map((key) => el("kbd", {}, key))), el("dd", {}, meaning)])),
    button("clear", "Close", closeHelp, {}, "×"));
  document.body.append(box);
  box.querySelector("button").focus();
}

function closeHelp() {
  const box = document.querySelector(".help");
  box?.remove();
  return Boolean(box);
}
