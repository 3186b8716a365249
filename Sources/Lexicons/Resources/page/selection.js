// What is chosen: one thing at a time, named in the address (`#claim-c12`, `#s2/claim-c12` in the second story).

const app = { stories: [], story: null, evidence: null, step: 0, listeners: [] };

/** Calls `listener` whenever something else is chosen or stepped to. */
function onSelection(listener) {
  app.listeners.push(listener);
}

/** Chooses a thing by key, or nothing. `quiet` leaves the address as it is. */
function select(key, { step = 0, quiet = false, reveal = true } = {}) {
  const evidence = key ? evidenceOf(app.story, key) : null;
  app.evidence = evidence;
  app.step = evidence ? Math.min(step, Math.max(steps(evidence).length - 1, 0)) : 0;
  if (!quiet) writeAddress();
  for (const listener of app.listeners) listener(evidence, { moved: false, reveal });
  if (evidence) announce(`${kindNames[evidence.kind]}: ${evidence.title.slice(0, 200)}. ${extent(evidence)}.`);
}

/** The marks that one steps through. */
function steps(evidence) {
  return evidence.marks.filter((mark) => !mark.weak);
}

/** "3 passages in 2 reports". */
function extent(evidence) {
  const marks = steps(evidence);
  return `${count(marks.length, "passage")} in ${count(new Set(marks.map((mark) => mark.at[0])).size, "report")}`;
}

/** Goes to the next or previous passage of what is chosen. */
function stepBy(distance) {
  const all = app.evidence ? steps(app.evidence) : [];
  if (all.length === 0) return;
  stepTo((app.step + distance + all.length) % all.length);
}

function stepTo(step) {
  app.step = step;
  for (const listener of app.listeners) listener(app.evidence, { moved: true, reveal: true });
  const mark = steps(app.evidence)[step];
  if (mark) announce(`${app.story.reports[mark.at[0]].label}: ${app.story.words(mark.at).slice(0, 300)}`);
}

/** Chooses a thing and goes to one of its places. */
function selectAt(key, at) {
  select(key);
  if (!app.evidence) return;
  const step = steps(app.evidence).findIndex((mark) => mark.at.join() === at.join());
  if (step > 0) stepTo(step);
}

function address(key) {
  return (app.story.number > 0 ? `s${app.story.number + 1}/` : "") + key;
}

let written = null;

function writeAddress() {
  const wanted = "#" + (app.evidence ? address(app.evidence.key) : app.story.number > 0 ? `s${app.story.number + 1}/` : "");
  if (wanted === (location.hash || "#")) return;
  written = wanted;
  location.replace(wanted);
}

/** Reads the address: {story, key}. */
function readAddress() {
  const parts = /^#(?:s(\d+)\/)?(.*)$/.exec(location.hash || "#") || [];
  const story = Math.min(Math.max(Number(parts[1] || 1) - 1, 0), app.stories.length - 1);
  return { story, key: parts[2] || null };
}

function followAddress(show) {
  addEventListener("hashchange", () => {
    if (location.hash === written || (written === "#" && !location.hash)) return;
    const { story, key } = readAddress();
    if (app.stories[story] !== app.story) show(story);
    select(key, { quiet: true });
  });
}

/** Puts a citation on the clipboard, and says so. */
async function copyCitation(at, from) {
  const text = app.story.citation(at);
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    const area = el("textarea", { class: "offscreen", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    done = document.execCommand("copy");
    area.remove();
  }
  announce(done ? "Citation copied" : "The citation could not be copied");
  if (from && done) {
    from.classList.add("done");
    setTimeout(() => from.classList.remove("done"), 1200);
  }
}

/** A button that copies the citation of a place. */
function copyButton(at) {
  const node = button("copy", `Copy citation: ${app.story.words(at).slice(0, 80)}`, (event) => {
    event.stopPropagation();
    copyCitation(at, node);
  }, { title: "Copy as citation" }, el("span", { class: "copy-label" }, "cite"));
  return node;
}
