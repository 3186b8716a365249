/// Makes stories of derived reports out of articles: copies, cuts, merges of two, reordered, edited and rewritten
/// versions, with mutated numbers, names and quotes, with credits kept, dropped and false, and with times that are
/// missing or wrong. Public quotes and background paragraphs are put into reports that have nothing else in common.
struct StoryGenerator {
    let pool: SourcePool

    /// A text that an article exists in: the original, or a version of it.
    private struct Draft {
        var article: Int
        var version: Int
        /// Whether the paragraphs are those of the version, none left out.
        var isWhole: Bool
        var report: GeneratedStory.Report
        var minute: Int
    }

    /// The story of a seed.
    func story(seed: UInt64) -> GeneratedStory {
        var random = SeededRandom(seed: seed)
        let size = random.chance(0.7) ? 3 + random.below(8) : 8 + random.below(23)
        let count = min(1 + random.below(min(6, size)), size)
        let articles = self.articles(count, &random)
        var outlets = random.shuffled(Self.outlets)
        var sizes = articles.map { _ in 1 }
        for _ in 0..<(size - count) { sizes[random.below(count)] += 1 }
        for (place, article) in articles.enumerated() where pool.articles[article].isTranslated {
            sizes[place] = max(2, min(sizes[place], pool.articles[article].versions.count))
        }
        var drafts: [Draft] = []
        for (place, article) in articles.enumerated() {
            drafts += family(article, place, sizes[place], &outlets, &random)
        }
        merge(&drafts, &random)
        sharePublicText(&drafts, articles, &random)
        var story = GeneratedStory(reports: drafts.map(\.report))
        for index in story.reports.indices {
            time(&story.reports[index], drafts[index].minute, &random)
            credit(index, in: &story, &random)
        }
        return story
    }

    /// Articles of a story: those that share the most capitalised words with the first of them, out of twenty each.
    private func articles(_ count: Int, _ random: inout SeededRandom) -> [Int] {
        var chosen = [article(&random)]
        func names(_ article: Int) -> Set<Substring> {
            Set(
                (pool.articles[article].versions[0].joined(separator: " ")).split(separator: " ")
                    .filter { $0.first?.isUppercase == true && $0.count > 3 })
        }
        let first = names(chosen[0])
        while chosen.count < count {
            let candidates = (0..<20).map { _ in article(&random) }.filter { !chosen.contains($0) }
            let best = candidates.max { a, b in
                (names(a).intersection(first).count, b) < (names(b).intersection(first).count, a)
            }
            if let best { chosen.append(best) }
        }
        return chosen
    }

    /// An article: half of the time one in several levels, seldom a translation.
    private func article(_ random: inout SeededRandom) -> Int {
        let kind = random.below(10)
        let wanted = pool.articles.indices.filter { index in
            let article = pool.articles[index]
            return kind < 5
                ? !article.isTranslated && article.versions.count > 1
                : kind < 8 ? article.versions.count == 1 : article.isTranslated
        }
        return random.pick(wanted)
    }

    // MARK: One article's reports

    private func family(
        _ article: Int, _ origin: Int, _ size: Int, _ outlets: inout [String], _ random: inout SeededRandom
    ) -> [Draft] {
        var texts = origin * 100
        let source = pool.articles[article]
        var drafts: [Draft] = []
        func text() -> Int {
            texts += 1
            return texts
        }
        func report(_ paragraphs: [String], _ outlet: String, _ log: [String]) -> GeneratedStory.Report {
            GeneratedStory.Report(
                outlet: outlet, minute: nil, paragraphs: paragraphs, parents: [], origins: [origin],
                text: text(), sources: [], log: log)
        }
        let start = random.below(600)
        if source.isTranslated {
            let versions = random.shuffled(Array(source.versions.indices)).prefix(size)
            return versions.map { version in
                let paragraphs = shaped(source.versions[version], &random)
                return Draft(
                    article: article, version: version, isWhole: false,
                    report: report(paragraphs.text, outlets.removeLast(), ["translated"] + paragraphs.log),
                    minute: start + random.below(900))
            }
        }
        let original = Draft(
            article: article, version: 0, isWhole: true,
            report: report(source.versions[0], outlets.removeLast(), ["original"]), minute: start)
        let isUnseen = size >= 3 && random.chance(0.3)
        drafts.append(original)
        while drafts.count < size + (isUnseen ? 1 : 0) {
            let parent = random.chance(0.6) ? 0 : random.below(drafts.count)
            var draft = drafts[parent]
            draft.report.parents = [parent]
            draft.report.outlet = outlets.isEmpty ? "Outlet \(random.below(9000))" : outlets.removeLast()
            draft.report.log = []
            draft.report.sources.insert(draft.report.text)
            draft.minute += 5 + random.below(600)
            if draft.isWhole, draft.version + 1 < source.versions.count, random.chance(0.6) {
                draft.version += 1
                draft.report.paragraphs = source.versions[draft.version]
                // Everybody who rewrites into this level prints the same text.
                draft.report.text = origin * 100 + 90 + draft.version
                draft.report.log.append("rewritten")
            } else {
                draft.report.log.append("copied")
            }
            if random.chance(0.65) {
                let shaped = shaped(draft.report.paragraphs, &random)
                draft.isWhole = false
                if draft.report.paragraphs != shaped.text {
                    draft.report.sources.insert(draft.report.text)
                    draft.report.text = text()
                }
                draft.report.paragraphs = shaped.text
                draft.report.log += shaped.log
            }
            drafts.append(draft)
        }
        if isUnseen {
            drafts.removeFirst()
            for index in drafts.indices {
                drafts[index].report.parents = drafts[index].report.parents.filter { $0 > 0 }.map { $0 - 1 }
            }
        }
        return drafts
    }

    /// Some of: cut, reordered, edited, mutated.
    private func shaped(
        _ paragraphs: [String], _ random: inout SeededRandom
    ) -> (text: [String], log: [String]) {
        var text = paragraphs
        var log: [String] = []
        if text.count >= 4, random.chance(0.6) {
            let kept = max(3, text.count * (40 + random.below(50)) / 100)
            if random.chance(0.5) {
                text = Array(text.prefix(kept))
            } else {
                let places = random.shuffled(Array(text.indices)).prefix(kept).sorted()
                text = places.map { text[$0] }
            }
            log.append("cut")
        }
        if text.count >= 4, random.chance(0.3) {
            let place = 1 + random.below(text.count - 2)
            text = [text[0]] + text[(place + 1)...] + text[1...place]
            log.append("reordered")
        }
        if random.chance(0.4) {
            text = text.map { TextMutation.edited($0, &random) }
            log.append("edited")
        }
        if random.chance(0.3) {
            let place = random.below(text.count)
            text[place] = TextMutation.withAnotherNumber(text[place], &random)
            text[place] = TextMutation.withAnotherName(text[place], &random)
            text[place] = TextMutation.withAnotherQuote(text[place])
            log.append("mutated")
        }
        return (text, log)
    }

    // MARK: Between articles

    /// Makes some reports out of two: half of the one and half of a report of another article.
    private func merge(_ drafts: inout [Draft], _ random: inout SeededRandom) {
        var start = 0
        var ranges: [Range<Int>] = []
        while start < drafts.count {
            let origin = drafts[start].report.origins
            var end = start
            while end < drafts.count, drafts[end].report.origins == origin { end += 1 }
            ranges.append(start..<end)
            start = end
        }
        for range in ranges {
            for index in range {
                drafts[index].report.parents = drafts[index].report.parents.map { $0 + range.lowerBound }
            }
        }
        guard ranges.count >= 2 else { return }
        let whole = drafts
        for (place, range) in ranges.enumerated() where range.count >= 3 && random.chance(0.4) {
            let index = range.upperBound - 1  // the last of a family: nothing was made from it
            let others = ranges.indices.filter { $0 != place }
            let other = ranges[random.pick(others)].lowerBound
            let (own, foreign) = (whole[index].report.paragraphs, whole[other].report.paragraphs)
            guard own.count >= 4, foreign.count >= 4, !whole[other].report.log.contains("merged") else { continue }
            drafts[index].report.paragraphs =
                Array(own.prefix((own.count + 1) / 2)) + Array(foreign.prefix((foreign.count + 1) / 2))
            drafts[index].report.parents.append(other)
            drafts[index].report.sources.formUnion(whole[other].report.sources)
            drafts[index].report.sources.insert(whole[other].report.text)
            drafts[index].report.text = 10_000 + index
            drafts[index].report.origins.formUnion(whole[other].report.origins)
            drafts[index].report.log.append("merged")
            drafts[index].minute = max(whole[index].minute, whole[other].minute + 10)
        }
    }

    /// Puts a public quote, and a paragraph of background, into the first reports of different articles.
    private func sharePublicText(_ drafts: inout [Draft], _ articles: [Int], _ random: inout SeededRandom) {
        let firsts = drafts.indices.filter { index in
            !drafts[index].report.log.contains("merged")
                && (index == 0 || drafts[index].report.origins != drafts[index - 1].report.origins)
        }
        guard firsts.count >= 2 else { return }
        if random.chance(0.4) {
            let quote = random.pick(Self.quotes)
            for (place, index) in firsts.prefix(3).enumerated() {
                let paragraph = Self.frames[place % Self.frames.count].replacing("@", with: quote)
                drafts[index].report.paragraphs.insert(paragraph, at: min(2, drafts[index].report.paragraphs.count))
                drafts[index].report.log.append("public quote")
            }
        }
        if random.chance(0.25) {
            let article = random.below(pool.articles.count)
            guard !articles.contains(article),
                let background = pool.articles[article].versions[0]
                    .first(where: { (150...450).contains($0.count) && !$0.contains("“") })
            else { return }
            for index in firsts.prefix(2) {
                drafts[index].report.paragraphs.append(background)
                drafts[index].report.log.append("background")
            }
        }
    }

    private func time(_ report: inout GeneratedStory.Report, _ minute: Int, _ random: inout SeededRandom) {
        if random.chance(0.25) { return }
        let isWrong = random.chance(0.05)
        report.minute = isWrong ? max(0, minute - 300 - random.below(600)) : minute
        if isWrong { report.log.append("wrong time") }
    }

    private func credit(_ index: Int, in story: inout GeneratedStory, _ random: inout SeededRandom) {
        let report = story.reports[index]
        guard let parent = report.parents.first else { return }
        if random.chance(0.4) {
            let name = story.reports[parent].outlet
            if random.chance(0.5) || report.paragraphs.isEmpty {
                story.reports[index].paragraphs.append("Source: \(name)")
            } else {
                story.reports[index].paragraphs[0] = "\(name) reports: " + report.paragraphs[0]
            }
            story.reports[index].log.append("credited")
        } else if random.chance(0.06) {
            story.reports[index].paragraphs.append("Source: \(random.pick(Self.outlets))")
            story.reports[index].log.append("false credit")
        }
    }

    // MARK: Words

    private static let outlets: [String] = [
        "Amber", "Birchwood", "Calder", "Dunmore", "Eastmarch", "Fenwick", "Garland", "Hollins", "Ironbridge",
        "Juniper",
    ].flatMap { place in ["Courier", "Herald", "Telegraph", "Gazette"].map { "\(place) \($0)" } }

    private static let quotes = [
        "We will not rest until every question has been answered",
        "Nobody could have seen this coming, and everybody should have",
        "This is a good day for the people who never gave up",
        "I have said what I had to say and I will not say it twice",
    ]
    private static let frames = [
        "“@,” a spokesman said.", "At a news conference later, officials summed it up: “@.”",
        "“@” – with these words the meeting ended.",
    ]
}
