// One account: the data as the program wrote it, and the indexes that the views look things up in.

/** What each kind of finding is called. */
const kindNames = {
  claim: "Claim", figure: "Figure", casualties: "Killed and injured", quotation: "Quotation", discrepancy: "Discrepancy", edge: "Derivation",
  passage: "Passage", origin: "Origin", actor: "Actor", relation: "Relation", place: "Place", event: "Event", exchange: "Exchange", turn: "Turn",
  timeline: "Timeline", brief: "Brief", report: "Report",
};

class Story {
  constructor(data, number) {
    Object.assign(this, data);
    this.number = number;
    this.complete();
    this.claimById = byId(this.claims);
    this.actorById = byId(this.actors);
    this.placeById = byId(this.places);
    this.figureById = byId(this.figures);
    this.quotationById = byId(this.quotations);
    this.statementById = byId(this.claims.flatMap((claim) => claim.statements));
    for (const report of this.reports) report.short = shortened(report.label);
    this.turns = this.threads.flat();
    this.turns.forEach((step, index) => {
      step.key = `turn-${index + 1}`;
    });
    this.shared = new Map();
    this.found = null;
    this.beside = null;
  }

  /** Gives each statement what the file says once: the links of its chain, and what it shares with its claim. */
  complete() {
    for (const { statements, modality, polarity } of this.claims) {
      for (const statement of statements) {
        statement.chain = statement.chain.map((link) => this.links[link]);
        statement.modality ||= modality;
        statement.polarity ||= polarity;
      }
    }
  }

  /** The exact words at a place. */
  words(at) {
    return this.reports[at[0]].text.slice(at[1], at[2]);
  }

  /** Index of the origin that a place stands on, or -1: that of the stretch that it shares most with. */
  originAt(at) {
    let best = -1;
    let most = 0;
    for (const [start, end, origin] of this.reports[at[0]].stretches) {
      const shared = Math.min(end, at[2]) - Math.max(start, at[1]);
      if (shared > most) {
        most = shared;
        best = origin;
      }
    }
    return best;
  }

  /** How much of a report's stretches stands on each origin: [origin, share], greatest first. */
  shares(report) {
    if (!this.shared.has(report)) this.shared.set(report, this.summedShares(report));
    return this.shared.get(report);
  }

  summedShares(report) {
    const sums = new Map();
    let all = 0;
    for (const [start, end, origin] of this.reports[report].stretches) {
      sums.set(origin, (sums.get(origin) || 0) + end - start);
      all += end - start;
    }
    return [...sums].map(([origin, sum]) => [origin, sum / all]).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  }

  /** Index of the report that an observed origin is, or -1. */
  ownReport(origin) {
    const { kind, reports } = this.origins[origin];
    return kind === "observed" && reports.length > 0 ? reports[0] : -1;
  }

  /** The origins of some statements with how many statements stand on each, in the order of the origins. */
  originCounts(statements) {
    const sums = new Map();
    for (const statement of statements) sums.set(statement.origin, (sums.get(statement.origin) || 0) + 1);
    return [...sums].sort((a, b) => a[0] - b[0]);
  }

  /** A citation to paste: words, report, file, and offsets in Unicode scalars, as the JSON has them. */
  citation(at) {
    const report = this.reports[at[0]];
    const scalars = (text) => [...text].length;
    const start = scalars(report.text.slice(0, at[1]));
    const named = [report.label, report.title && `“${report.title}”`, report.published && day(report.published)];
    const place = [report.files[0], `characters ${start}–${start + scalars(this.words(at))}`, report.url, report.id];
    return `“${this.words(at)}” (${[...named, ...place].filter(Boolean).join(", ")})`;
  }

  /** What a report's text belongs to: {key, kind, at, label} for every finding with evidence there, sorted by place. */
  findings(report) {
    this.found = this.found || this.gather();
    return this.found[report];
  }

  gather() {
    const found = this.reports.map(() => []);
    const add = (key, kind, at, label) => found[at[0]].push({ key, kind, at, label });
    const words = (item) => item.content.map((at) => this.words(at)).join(" … ");
    for (const claim of this.claims) {
      for (const statement of claim.statements) add(`claim-${claim.id}`, "claim", statement.at, claim.text);
    }
    for (const figure of this.figures) {
      for (const value of figure.values) add(`figure-${figure.id}`, "figure", value.at, figure.slot);
    }
    for (const each of this.casualties) {
      for (const at of numbersAt(each)) add("casualties-all", "casualties", at, casualtyWords(each));
    }
    for (const item of this.discrepancies) {
      for (const at of item.at) add(`discrepancy-${item.id}`, "discrepancy", at, item.text);
    }
    for (const item of this.quotations) add(`quotation-${item.id}`, "quotation", item.at, words(item));
    this.passages.forEach(({ a, b, grade }, index) => {
      add(`passage-${index + 1}`, "passage", a, `${grade}, with ${this.reports[b[0]].label}`);
      add(`passage-${index + 1}`, "passage", b, `${grade}, with ${this.reports[a[0]].label}`);
    });
    this.exchanges.forEach((item, index) => {
      for (const at of item.at) add(`exchange-${index + 1}`, "exchange", at, item.thing);
    });
    for (const step of this.turns) for (const at of step.at) add(step.key, "turn", at, step.text);
    for (const actor of this.actors) for (const at of actor.at) add(`actor-${actor.id}`, "actor", at, actor.name);
    for (const place of this.places) for (const at of place.at) add(`place-${place.id}`, "place", at, place.name);
    for (const list of found) list.sort((a, b) => a.at[1] - b.at[1] || b.at[2] - a.at[2]);
    return found;
  }

  /** Places that are lit with other evidence but are nothing that one could choose: brief, timeline, sources, cues. */
  besides(report) {
    if (!this.beside) {
      this.beside = this.reports.map(() => []);
      const chains = this.claims.flatMap((claim) => claim.statements.flatMap((s) => s.chain.map((link) => link.at)));
      const speech = this.quotations.flatMap((item) => [item.speaker, item.cue]);
      const cited = [...this.brief, ...this.timeline].flatMap((item) => item.at);
      const credits = this.edges.flatMap((edge) => edge.credits);
      for (const at of [...chains, ...speech, ...cited, ...credits]) if (at) this.beside[at[0]].push(at);
    }
    return this.beside[report];
  }
}

/** A label in a few words, for lines that name several reports. */
function shortened(label) {
  const characters = [...label];
  return characters.length <= 34 ? label : characters.slice(0, 32).join("").replace(/(?<=.{12})\s+\S*$|[\s\p{P}]+$/u, "") + "…";
}

/** The name of a report's file without its folders. */
function fileName(report) {
  return report.files.length > 0 ? report.files[0].split("/").pop() : null;
}

function byId(items) {
  return new Map(items.map((item) => [item.id, item]));
}
