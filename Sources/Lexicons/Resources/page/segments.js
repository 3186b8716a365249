// The text of a report as elements: blocks, cut at every place where a finding begins or ends, so that any finding can
// be lit by a class. The text itself is never changed.

const ownKinds = new Set(["title", "standfirst", "heading", "paragraph", "quote", "caption"]);
const tags = { title: "h3", heading: "h4", quote: "blockquote" };

/** The blocks of a report, and its segments in order: {nodes, segments: [{start, end, node}]}. */
function reportText(story, number) {
  const report = story.reports[number];
  const points = cutPoints(story, number);
  const isSaid = coverage(story.findings(number).filter((found) => found.kind === "claim").map(({ at }) => [at[1], at[2]]));
  const segments = [];
  let before = "";
  const nodes = report.blocks.map(([kind, start, end]) => {
    const block = el(tags[kind] || "p", { class: `block block-${kind}${ownKinds.has(kind) ? "" : " aside"}`, dir: "auto" });
    if (!ownKinds.has(kind)) block.append(el("span", { class: "block-kind" }, kind.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)));
    let from = start;
    for (let next = firstAfter(points, start); from < end; next += 1) {
      const to = Math.min(points[next] ?? end, end);
      segments.push(segment(story, number, from, to, isSaid(from)));
      block.append(segments[segments.length - 1].node);
      from = to;
    }
    const inside = report.stretches.filter(([first, last]) => first < end && start < last);
    if (inside.length > 0) block.style.setProperty("--stripes", stripes(inside, start, end));
    const letters = [...new Set(inside.map(([, , origin]) => story.origins[origin]?.letters || "?"))].join("");
    if (letters && letters !== before) block.dataset.letters = letters;
    before = letters || before;
    return block;
  });
  return { nodes, segments };
}

/** Every offset where a finding, stretch, time or credit begins or ends, sorted. */
function cutPoints(story, number) {
  const report = story.reports[number];
  const points = new Set();
  for (const { at } of story.findings(number)) points.add(at[1]).add(at[2]);
  for (const [start, end] of [...report.stretches, ...report.times, ...report.credits]) points.add(start).add(end);
  for (const mark of story.besides(number)) points.add(mark[1]).add(mark[2]);
  return [...points].sort((a, b) => a - b);
}

function firstAfter(points, offset) {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A test whether an offset lies in one of some ranges; offsets must be asked in order. */
function coverage(ranges) {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  let next = 0;
  let until = -1;
  return (offset) => {
    while (next < sorted.length && sorted[next][0] <= offset) {
      until = Math.max(until, sorted[next][1]);
      next += 1;
    }
    return offset < until;
  };
}

function segment(story, number, start, end, said) {
  const report = story.reports[number];
  const holds = ([from, to]) => from <= start && end <= to;
  const stretch = report.stretches.find(holds);
  const time = report.times.find(holds);
  const credit = report.credits.find(holds);
  const cls = ["seg", originClass(stretch ? stretch[2] : -1), stretch && !stretch[3] && "untraced", said && "said", time && "time", credit && "credit"];
  const title = [time && `${day(time[2])} (${time[3]})`, credit && `credit: ${credit[2]}`].filter(Boolean).join("; ");
  const node = el("span", { class: cls.filter(Boolean).join(" "), title: title || null, data: { start } }, report.text.slice(start, end));
  return { start, end, node };
}

/** The origins of a block from top to bottom, as a gradient for its margin; fainter where nothing was traced. */
function stripes(inside, start, end) {
  const total = inside.reduce((sum, [from, to]) => sum + Math.min(to, end) - Math.max(from, start), 0);
  let done = 0;
  const stops = inside.map(([from, to, origin, traced]) => {
    const before = (done / total) * 100;
    done += Math.min(to, end) - Math.max(from, start);
    const colour = `var(--${originClass(origin)})`;
    return `${traced ? colour : `color-mix(in srgb, ${colour} 40%, transparent)`} ${before}% ${(done / total) * 100}%`;
  });
  return `linear-gradient(to bottom, ${stops.join(", ")})`;
}
