// What lights up: for each thing that can be chosen, a title and the places in the reports that it stands on.

/**
 * The evidence of a key like `claim-c12`: {key, kind, title, marks}, or null where the story has no such thing.
 * A mark is {at, origin, weak}; weak ones are shown but not stepped through (where a source is named, say).
 */
function evidenceOf(story, key) {
  const dash = key.indexOf("-");
  const kind = key.slice(0, dash);
  const gather = gatherers[kind];
  const found = gather && gather(story, key.slice(dash + 1));
  if (!found) return null;
  const marks = found.marks.filter((mark) => mark.at).map((mark) => ({
    at: mark.at, weak: Boolean(mark.weak), origin: mark.origin === undefined ? story.originAt(mark.at) : mark.origin,
  }));
  marks.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.at[2] - b.at[2]);
  return { key, kind, title: found.title, marks };
}

const strong = (places) => places.map((at) => ({ at }));
const weak = (places) => places.map((at) => ({ at, weak: true }));
const nth = (items, number) => items[Number(number) - 1];

const gatherers = {
  claim(story, id) {
    const claim = story.claimById.get(id);
    return claim && { title: claim.text, marks: claim.statements.flatMap(statementMarks) };
  },
  figure(story, id) {
    const figure = story.figureById.get(id);
    if (!figure) return null;
    const around = figure.values.map((value) => story.statementById.get(value.statement)).filter(Boolean);
    return { title: figure.slot, marks: [...strong(figure.values.map((value) => value.at)), ...weak(around.map((s) => s.at))] };
  },
  casualties: (story) => story.casualties.length > 0 && {
    title: "As each report gives them", marks: strong(story.casualties.flatMap(numbersAt)),
  },
  discrepancy(story, id) {
    const item = story.discrepancies.find((each) => each.id === id);
    return item && { title: item.text, marks: strong(item.at) };
  },
  quotation(story, id) {
    const item = story.quotationById.get(id);
    if (!item) return null;
    const versions = [item, ...item.variants.map((other) => story.quotationById.get(other))].filter(Boolean);
    const named = versions.flatMap((each) => [each.speaker, each.cue]).filter(Boolean);
    return {
      title: item.content.map((at) => story.words(at)).join(" … "),
      marks: [...strong(versions.map((each) => each.at)), ...weak(named)],
    };
  },
  edge(story, number) {
    const edge = nth(story.edges, number);
    if (!edge) return null;
    const passages = edge.passages.map((index) => story.passages[index]).filter(Boolean);
    const shared = passages.flatMap((passage) => [passage.a, passage.b]);
    const own = story.reports[edge.report].stretches
      .filter(([, , origin]) => origin === originOfEdge(story, edge))
      .map(([start, end]) => [edge.report, start, end]);
    const title = `${story.reports[edge.report].label} ← ${sourceOfEdge(story, edge)}`;
    const marks = shared.length > 0 ? [...strong(shared), ...weak(own)] : strong(own);
    return { title, marks: [...marks, ...weak(edge.credits)] };
  },
  passage(story, number) {
    const passage = nth(story.passages, number);
    return passage && { title: story.words(passage.a), marks: strong([passage.a, passage.b]) };
  },
  origin(story, id) {
    const index = story.origins.findIndex((each) => each.id === id);
    if (index < 0) return null;
    const stretches = story.reports.flatMap((report, number) => report.stretches
      .filter(([, , origin]) => origin === index).map(([start, end]) => ({ at: [number, start, end], origin: index })));
    const credits = story.edges.filter((edge) => edge.fromOrigin === index).flatMap((edge) => edge.credits);
    return { title: story.origins[index].name, marks: [...stretches, ...weak(credits)] };
  },
  actor: (story, id) => named(story.actorById.get(id)),
  place: (story, id) => named(story.placeById.get(id)),
  event(story, id) {
    const event = story.events.find((each) => each.id === id);
    if (!event) return null;
    const claims = event.claims.map((each) => story.claimById.get(each)).filter(Boolean);
    return { title: event.text, marks: claims.flatMap((claim) => claim.statements.flatMap(statementMarks)) };
  },
  relation: (story, number) => cited(nth(story.relations, number), "text"),
  exchange: (story, number) => cited(nth(story.exchanges, number), "thing"),
  turn: (story, number) => cited(nth(story.turns, number), "text"),
  timeline: (story, number) => cited(nth(story.timeline, number), "text"),
  brief: (story, number) => cited(nth(story.brief, number), "text"),
  report(story, number) {
    const report = nth(story.reports, number);
    return report && { title: report.label, marks: [] };
  },
};

function statementMarks(statement) {
  const sources = statement.chain.map((link) => link.at).filter(Boolean);
  return [{ at: statement.at, origin: statement.origin }, ...weak(sources)];
}

const named = (thing) => thing && { title: thing.name, marks: strong(thing.at) };
const cited = (thing, title) => thing && { title: thing[title], marks: strong(thing.at) };

/** Index of the origin that an edge leads back to, or -1. */
function originOfEdge(story, edge) {
  if (edge.fromOrigin !== null) return edge.fromOrigin;
  return story.origins.findIndex((_, index) => story.ownReport(index) === edge.fromReport);
}

/** What an edge comes from, by name. */
function sourceOfEdge(story, edge) {
  return edge.fromOrigin !== null && story.origins[edge.fromOrigin]
    ? story.origins[edge.fromOrigin].name
    : story.reports[edge.fromReport].label;
}
