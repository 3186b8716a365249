// Elements built without markup: whatever comes from a report goes in as text and stays text.

/** An element with attributes (`on`: listeners, `style`: properties, `data`: dataset) and children. */
function el(tag, props, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
function svg(tag, props, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (name === "style") {
      for (const [property, setting] of Object.entries(value)) node.style.setProperty(property, setting);
    } else if (name === "data") {
      Object.assign(node.dataset, value);
    } else {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  append(node, children);
  return node;
}

/** Appends nodes, texts, and arrays of them; leaves out null and false. */
function append(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) append(node, child);
    else if (child !== null && child !== undefined && child !== false) node.append(child);
  }
}

/** Text of a report inside a line of ours: isolated, so that its direction cannot reach beyond it. */
function bdi(text, cls) {
  return el("bdi", { class: cls }, text);
}

/** Replaces what is in `node`. */
function refill(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

function button(cls, label, listener, props, ...children) {
  const node = el("button", { type: "button", class: cls, ...props }, ...children);
  if (label) node.setAttribute("aria-label", label);
  node.addEventListener("click", listener);
  return node;
}

/** "1 report", "2 reports". */
function count(number, thing) {
  return `${String(number).replace(/\B(?=(\d{3})+$)/g, ",")} ${thing}${number === 1 ? "" : "s"}`;
}

function percent(share) {
  return `${Math.round(Math.min(Math.max(share, 0), 1) * 100)} %`;
}

const calmMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Says something to those who listen instead of looking. */
function announce(message) {
  const live = document.getElementById("live");
  if (live) live.textContent = message;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
  "November", "December"];

const dayParts = { TMO: "morning", TMI: "midday", TAF: "afternoon", TEV: "evening", TNI: "night", TDT: "daytime" };

/** "14 May 2024" of "2024-05-14", "05:00" of "T05"; whatever is no time stays as it is. */
function day(iso) {
  const clock = /^T(\d\d)(?::(\d\d))?$/.exec(iso || "");
  if (clock) return `${clock[1]}:${clock[2] || "00"}`;
  const part = dayParts[iso?.slice(-3)];
  if (part) return [day(iso.slice(0, -3)), part].filter(Boolean).join(", ");
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d(?::\d\d)?))?(.*)$/.exec(iso || "");
  if (!parts || (parts[5] && !parts[4])) return iso || "";
  const [, year, month, date, hour] = parts;
  const named = month ? months[Number(month) - 1] : null;
  if (month && !named) return iso;
  return [date && Number(date), named, year].filter(Boolean).join(" ") + (hour ? `, ${hour.length === 2 ? `${hour}:00` : hour}` : "");
}

/** "14–15 May 2024", "March 2024 – 14 May 2024". */
function days(start, end) {
  if (!start || !end || start === end) return day(start || end);
  if (start.length === 10 && end.length === 10 && start.slice(0, 7) === end.slice(0, 7)) {
    return `${Number(start.slice(8))}–${day(end)}`;
  }
  return `${day(start)} – ${day(end)}`;
}
