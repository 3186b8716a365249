// Where: the places of the story on outlines of countries that stand in the file, told apart by what they are evidence of.

const placeKinds = {
  event: "something happens there", dateline: "a report was filed there", speaker: "somebody speaks there or for it", mention: "only named",
};

function placesSection(story) {
  if (story.places.length === 0) {
    return emptySection("places", "Places", "No place of these reports was found in the gazetteer and put on the map.");
  }
  const map = new PlaceMap(story);
  const groups = Object.keys(placeKinds).map((kind) => [kind, story.places.filter((place) => strongestKind(place) === kind)]);
  const node = section("places", "Places", String(story.places.length), map.node,
    ...groups.filter(([, places]) => places.length > 0).map(([kind, places]) => el("div", { class: "place-group" },
      el("h3", {}, el("span", { class: `place-mark mark-${kind}`, "aria-hidden": "true" }), placeKinds[kind]),
      longList("places", places, (place) => placeRow(story, place), (evidence) => evidence.kind === "place"
        && story.placeById.get(evidence.key.slice(6)), 40))));
  onSelection((evidence) => map.mark(evidence));
  const { showAll } = node;
  node.showAll = () => {
    showAll();
    map.draw();
  };
  return node;
}

/** What a place is at most: the scene of an event before a dateline, that before a speaker's, and being named last. */
function strongestKind(place) {
  return Object.keys(placeKinds).find((kind) => place.evidence.includes(kind)) || "mention";
}

function placeRow(story, place) {
  const key = `place-${place.id}`;
  const reports = new Set(place.at.map((at) => at[0])).size;
  const events = story.events.filter((event) => event.place === place.id);
  return el("li", { class: "item", data: { key } }, button("place", null, () => select(key), {}, bdi(place.name, "place-name"),
    el("span", { class: "numbers" }, `${count(place.at.length, "mention")} in ${count(reports, "report")}`)),
  events.length > 0 && el("ul", { class: "also" }, ...events.slice(0, 3).map((event) => el("li", {},
    button("inline", null, () => select(`event-${event.id}`), { dir: "auto" }, event.text)))));
}

class PlaceMap {
  constructor(story) {
    this.story = story;
    this.zoom = 1;
    this.canvas = svg("svg", { class: "map-canvas", role: "group", "aria-label": "Map of the places" });
    const tool = (text, label, act) => button("tool", label, act, { title: label }, text);
    this.node = el("div", { class: "map" }, this.canvas, el("span", { class: "map-tools" },
      tool("+", "Nearer", () => this.zoomBy(2)), tool("−", "Farther", () => this.zoomBy(0.5))));
    this.fit();
    // Drawn when it comes near, and whenever it has another size.
    const sizes = new ResizeObserver(() => this.draw());
    const nearness = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      nearness.disconnect();
      sizes.observe(this.node);
    }, { rootMargin: "1200px" });
    nearness.observe(this.node);
  }

  /** The middle and the height, in degrees, of what holds the places that matter: those that are more than named. */
  fit() {
    const more = this.story.places.filter((place) => strongestKind(place) !== "mention");
    const shown = more.length > 0 ? more : this.story.places;
    const west = westEdge(shown.map((place) => place.longitude));
    this.east = (longitude) => (longitude < west ? longitude + 360 : longitude);
    const xs = shown.map((place) => this.east(place.longitude));
    const ys = shown.map((place) => place.latitude);
    this.middle = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
    this.stretch = Math.max(Math.cos((this.middle[1] * Math.PI) / 180), 0.3);
    const wide = (Math.max(...xs) - Math.min(...xs)) * this.stretch;
    this.height = Math.min(Math.max((Math.max(...ys) - Math.min(...ys)) * 1.5, wide * 0.75, 14), 150);
  }

  zoomBy(factor) {
    this.zoom = Math.min(Math.max(this.zoom * factor, 14 / 160), 16);
    const chosen = app.evidence?.kind === "place" && this.story.placeById.get(app.evidence.key.slice(6));
    if (chosen) this.middle = [this.east(chosen.longitude), chosen.latitude];
    this.draw();
  }

  draw() {
    const width = this.node.clientWidth;
    if (width === 0) return;
    const height = Math.round(Math.min(Math.max(width * 0.52, 200), 520));
    const scale = (height / this.height) * this.zoom;
    const [x, y] = [scale * this.stretch, scale];
    const place = (longitude, latitude) => [
      (longitude - this.middle[0]) * x + width / 2, (this.middle[1] - latitude) * y + height / 2,
    ];
    this.canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const land = [-360, 0, 360].map((turn) => place(turn, 0)).filter(([left]) => left + 180 * x > 0 && left - 180 * x < width)
      .map(([left, top]) => svg("path", {
        class: "land", d: landPath(), transform: `translate(${left} ${top}) scale(${x / 10} ${y / 10})` }));
    const taken = [];
    const points = this.story.places.map((each) => ({ each, kind: strongestKind(each), at: place(this.east(each.longitude), each.latitude) }))
      .filter(({ at }) => at[0] > -20 && at[0] < width + 20 && at[1] > -20 && at[1] < height + 20)
      .sort((a, b) => weight(b) - weight(a));
    for (const { at } of points) taken.push([at[0] - 6, at[1] - 6, at[0] + 6, at[1] + 6]);
    const nodes = points.map((point) => this.point(point, taken, width, height));
    refill(this.canvas, land, nodes.reverse());
    this.mark(app.evidence);
  }

  point({ each, kind, at }, taken, width, height) {
    const key = `place-${each.id}`;
    const label = `${each.name}: ${placeKinds[kind]}, ${count(each.at.length, "mention")}`;
    const choose = () => select(key);
    const text = labelPlace(each.name, at, taken, width, height);
    return svg("g", { class: `point mark-${kind}`, tabindex: "0", role: "button", "aria-label": label, data: { key }, on: {
      click: choose, keydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      } } }, svg("title", {}, label), svg("circle", { class: "hit", cx: at[0], cy: at[1], r: 12 }), pointShape(kind, at),
    text && svg("text", { x: text.x, y: text.y, "text-anchor": text.anchor }, shortName(each.name)));
  }

  mark(evidence) {
    for (const node of this.canvas.querySelectorAll(".point")) node.classList.toggle("chosen", node.dataset.key === evidence?.key);
  }
}

const kindWeights = { event: 3000, dateline: 2000, speaker: 1000, mention: 0 };
const weight = ({ each, kind }) => kindWeights[kind] + each.at.length;
const shortName = (name) => ([...name].length > 24 ? [...name].slice(0, 23).join("") + "…" : name);

function pointShape(kind, [x, y]) {
  const shape = { class: "shape" };
  if (kind === "event") return svg("circle", { ...shape, cx: x, cy: y, r: 6 });
  if (kind === "dateline") return svg("rect", { ...shape, x: x - 5, y: y - 5, width: 10, height: 10 });
  if (kind === "speaker") return svg("path", { ...shape, d: `M${x},${y - 6} l6,11 h-12 z` });
  return svg("circle", { ...shape, cx: x, cy: y, r: 3.5 });
}

/** Where a name fits beside its point without covering another; null where nowhere. */
function labelPlace(name, [x, y], taken, width, height) {
  const wide = [...shortName(name)].length * 6.6 + 4;
  const tries = [
    { x: x + 10, y: y + 4, anchor: "start", box: [x + 9, y - 8, x + 9 + wide, y + 7] },
    { x: x - 10, y: y + 4, anchor: "end", box: [x - 9 - wide, y - 8, x - 9, y + 7] },
    { x, y: y - 11, anchor: "middle", box: [x - wide / 2, y - 23, x + wide / 2, y - 8] },
    { x, y: y + 20, anchor: "middle", box: [x - wide / 2, y + 8, x + wide / 2, y + 23] },
  ];
  const fits = ({ box }) => box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height
    && taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);
  const found = tries.find(fits);
  if (found) taken.push(found.box);
  return found || null;
}

/** The western end of the narrowest stretch of the globe that holds some longitudes: just east of the widest gap. */
function westEdge(longitudes) {
  const sorted = [...longitudes].sort((a, b) => a - b);
  let [edge, widest] = [sorted[0], sorted[0] + 360 - sorted[sorted.length - 1]];
  for (let index = 1; index < sorted.length; index += 1) {
    if (sorted[index] - sorted[index - 1] > widest) [edge, widest] = [sorted[index], sorted[index] - sorted[index - 1]];
  }
  return edge;
}

let land = null;

/** The outlines as the data of an SVG path, in tenths of degrees. */
function landPath() {
  land = land || countryOutlines.split(";").map((ring) => ring.replace(/^(\S+) /, "M$1l") + "z").join("");
  return land;
}
