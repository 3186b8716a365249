// Killed and injured, as each report gives them.

/** Where the numbers of a report stand, each place once. */
function numbersAt({ killed, injured }) {
  const places = [killed, injured].flatMap((number) => number?.at || []);
  return [...new Map(places.map((at) => [at.join(), at])).values()];
}

/** "4 killed, 31 injured"; a number that no report gives, but whose persons were counted, says so. */
function casualtyWords(casualties) {
  return ["killed", "injured"].filter((name) => casualties[name]).map((name) => {
    const { number, stated } = casualties[name];
    return `${number.toLocaleString("en")} ${name}${stated ? "" : " (counted one by one)"}`;
  }).join(", ");
}

/** One row for the reports that say the same on the same origin; null where no report says anything. */
function casualtiesNode(story) {
  if (story.casualties.length === 0) return null;
  const key = "casualties-all";
  const values = story.casualties.map((each) => ({ words: casualtyWords(each), at: (each.killed || each.injured).at[0] }));
  return el("div", { class: "casualties item", data: { key } },
    button("figure-head", null, () => select(key), {},
      el("h3", { class: "figure-slot" }, "Killed and injured"),
      el("span", { class: "source" }, `as ${count(values.length, "report")} ${values.length === 1 ? "gives" : "give"} it`)),
    el("ol", { class: "values" }, ...gathered(story, { values }).map((row) => valueRow(story, key, row, null))));
}
